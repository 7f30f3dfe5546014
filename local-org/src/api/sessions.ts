import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import { userByUsername } from '../platform/users.ts';
import type { ApexId } from '../runtime/values/id.ts';

const LIFETIME_MS = 12 * 60 * 60 * 1000;
const MAX_SESSIONS = 10_000;

/** Who is logged in. Tokens live in memory: a restart ends every session. */
export class Sessions {
  private readonly platform: LocalPlatform;
  private readonly password: string;
  private readonly byToken = new Map<string, { userId: string; expires: number }>();

  /** One password serves every user: the local org has personas, not accounts. */
  constructor(platform: LocalPlatform, password: string) {
    this.platform = platform;
    this.password = password;
  }

  /** A new token for a user known by name and password; null when either is wrong. */
  login(username: string, password: string): { token: string; userId: string } | null {
    const user = withOrg(this.platform.org, () => userByUsername(username));
    // Compared whether or not the user exists, so that the answer's time tells nothing.
    const matches = this.matches(password);
    return user && matches ? this.open(user.id) : null;
  }

  /** Client credentials run as the administrator. */
  loginClient(secret: string): { token: string; userId: string } | null {
    return this.matches(secret) ? this.open(this.administrator()) : null;
  }

  open(userId: string): { token: string; userId: string } {
    if (this.byToken.size >= MAX_SESSIONS) this.byToken.delete(this.byToken.keys().next().value!);
    const token = `${this.platform.org.id}!${randomBytes(32).toString('base64url')}`;
    this.byToken.set(token, { userId, expires: Date.now() + LIFETIME_MS });
    return { token, userId };
  }

  userOf(token: string): string | null {
    const session = this.byToken.get(token);
    if (!session) return null;
    if (session.expires > Date.now()) return session.userId;
    this.byToken.delete(token);
    return null;
  }

  close(token: string): void {
    this.byToken.delete(token);
  }

  private administrator(): string {
    return withOrg(this.platform.org, () => {
      const [row] = selectRows(
        "SELECT Id FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1"
      );
      if (!row) throw new Error('The org has no active System Administrator');
      return (row.get('Id') as ApexId).value;
    });
  }

  private matches(password: string): boolean {
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(password), digest(this.password));
  }
}
