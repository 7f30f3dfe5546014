import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 60_000;

/** One-time passwords that turn an API session into a browser session, good for a minute. */
export class Tickets {
  private readonly open = new Map<string, { userId: string; expires: number }>();

  issue(userId: string): string {
    const now = Date.now();
    for (const [ticket, { expires }] of this.open) if (expires <= now) this.open.delete(ticket);
    const ticket = randomBytes(32).toString('base64url');
    this.open.set(ticket, { userId, expires: now + LIFETIME_MS });
    return ticket;
  }

  /** The user a ticket was issued to, once. */
  redeem(ticket: string): string | null {
    const known = this.open.get(ticket);
    this.open.delete(ticket);
    return known && known.expires > Date.now() ? known.userId : null;
  }
}
