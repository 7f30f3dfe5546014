import type { Org } from '../../org.ts';
import { markNotificationsRead, notificationsOf } from '../../platform/notifications.ts';
import { HttpError } from './http-error.ts';

/** The user's custom notifications as the bell shows them. */
export function notifications(org: Org, userId: string): unknown[] {
  return notificationsOf(org, userId).map(({ id, title, body, createdAt, read, targetId }) => {
    const object = targetId ? [...org.model.objects.values()].find((candidate) => candidate.keyPrefix === targetId.slice(0, 3)) : undefined;
    return { id, title, body, at: createdAt, read, recordId: object ? targetId : null, objectApiName: object?.name ?? null };
  });
}

export function readNotifications(org: Org, userId: string, body: unknown): void {
  const { ids } = (body ?? {}) as { ids?: unknown };
  if (ids !== undefined && !(Array.isArray(ids) && ids.length <= 200 && ids.every((id) => typeof id === 'string')))
    throw new HttpError(400, 'ids is a list of notification ids.');
  markNotificationsRead(org, userId, ids as string[] | undefined);
}
