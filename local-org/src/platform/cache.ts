/** Platform Cache: values that outlive a transaction, forgotten with the process. Sessions are kept per user. */
export class PlatformCache {
  private readonly entries = new Map<string, { value: unknown; expires: number }>();

  get(key: string): unknown {
    const entry = this.entries.get(key);
    if (!entry) return null;
    if (entry.expires > Date.now()) return entry.value;
    this.entries.delete(key);
    return null;
  }

  put(key: string, value: unknown, ttlSeconds: number): void {
    this.entries.set(key, { value, expires: Date.now() + ttlSeconds * 1000 });
  }

  remove(key: string): boolean {
    return this.entries.delete(key);
  }

  /** Keys that begin with `prefix`, without it. */
  keys(prefix: string): string[] {
    return [...this.entries.keys()].filter((key) => key.startsWith(prefix) && this.get(key) !== null).map((key) => key.slice(prefix.length));
  }

  clear(): void {
    this.entries.clear();
  }
}
