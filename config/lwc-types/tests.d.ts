/** What the test runner adds. */

declare namespace jest {
  interface Matchers<R> {
    toBeAccessible(): Promise<R>;
  }
}

declare module '@salesforce/sfdx-lwc-jest' {
  export function createApexTestWireAdapter<T>(
    method: T
  ): T & { emit(value: unknown): void; error(body?: unknown, status?: number): void; getLastConfig(): Record<string, unknown> };
}

declare module 'lightning/navigation' {
  /** Only in tests: where the last navigation went. */
  export function lastNavigation(): (PageReference & { replace: boolean }) | null;
}
