import { randomUUID } from 'node:crypto';
import type { Org } from '../org.ts';
import { current } from '../runtime/execution.ts';
import type { LocalPlatform } from './local-platform.ts';

/** A custom notification as its reader sees it in the bell. */
export interface Notification {
  readonly id: string;
  readonly userId: string;
  readonly typeId: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
  readonly targetPageRef: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly read: boolean;
}

export function prepareNotificationStore(platform: LocalPlatform): void {
  platform.org.database.connection.exec(`
    CREATE TABLE IF NOT EXISTS platform_notification (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, type_id TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
      target_id TEXT, target_page_ref TEXT, created_at INTEGER NOT NULL, read INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE INDEX IF NOT EXISTS platform_notification_user ON platform_notification (user_id, created_at);`);
}

/** Stores one notification per reader in the running transaction. */
export function notify(
  readers: Iterable<string>,
  notification: Pick<Notification, 'typeId' | 'title' | 'body' | 'targetId' | 'targetPageRef'>
): void {
  const insert = current().org.database.connection.prepare(
    'INSERT INTO platform_notification (id, user_id, type_id, title, body, target_id, target_page_ref, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  );
  const { typeId, title, body, targetId, targetPageRef } = notification;
  for (const reader of readers) insert.run(randomUUID(), reader, typeId, title, body, targetId, targetPageRef, Date.now());
}

/** Newest first; nobody reads another user's. */
export function notificationsOf(org: Org, userId: string, limit = 50): Notification[] {
  return org.database.connection
    .prepare('SELECT * FROM platform_notification WHERE user_id = ? ORDER BY created_at DESC, rowid DESC LIMIT ?')
    .all(userId, limit)
    .map((row) => ({
      id: String(row['id']),
      userId: String(row['user_id']),
      typeId: String(row['type_id']),
      title: String(row['title']),
      body: String(row['body']),
      targetId: row['target_id'] === null ? null : String(row['target_id']),
      targetPageRef: row['target_page_ref'] === null ? null : String(row['target_page_ref']),
      createdAt: Number(row['created_at']),
      read: row['read'] === 1
    }));
}

/** Marks the user's own notifications read; without ids all of them. */
export function markNotificationsRead(org: Org, userId: string, ids?: readonly string[]): void {
  const { connection } = org.database;
  if (ids === undefined) connection.prepare('UPDATE platform_notification SET read = 1 WHERE user_id = ?').run(userId);
  const one = connection.prepare('UPDATE platform_notification SET read = 1 WHERE user_id = ? AND id = ?');
  for (const id of ids ?? []) one.run(userId, id);
}
