/** Platform Cache: values that outlive a transaction, forgotten with the process. Sessions are kept per user. */
export class PlatformCache {
  /** By key in lower case: keys are found in any case and listed as they were written. */
  private readonly entries = new Map<string, { key: string; value: unknown; expires: number }>();

  get(key: string): unknown {
    const entry = this.entries.get(key.toLowerCase());
    if (!entry) return null;
    if (entry.expires > Date.now()) return entry.value;
    this.entries.delete(key.toLowerCase());
    return null;
  }

  put(key: string, value: unknown, ttlSeconds: number): void {
    this.entries.set(key.toLowerCase(), { key, value, expires: Date.now() + ttlSeconds * 1000 });
  }

  remove(key: string): boolean {
    return this.entries.delete(key.toLowerCase());
  }

  /** Keys that begin with `prefix`, without it. */
  keys(prefix: string): string[] {
    return [...this.entries.values()]
      .map(({ key }) => key)
      .filter((key) => key.toLowerCase().startsWith(prefix.toLowerCase()) && this.get(key) !== null)
      .map((key) => key.slice(prefix.length));
  }

  clear(): void {
    this.entries.clear();
  }
}
