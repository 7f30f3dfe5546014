/** What a wired property or function receives. */
export interface WireValue<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

export type DataCallback<T> = (value: WireValue<T>) => void;

export interface WireAdapter {
  update(config: Record<string, unknown>): void;
  connect(): void;
  disconnect(): void;
}

/** The engine hands wired values to components inside this cell; `refreshApex` is called with the very same value. */
interface Source {
  refresh(): Promise<void>;
}
const sources = new WeakMap<object, Source>();

/** Every connected adapter that shows data of records: told to read again when one of them changes. */
const connected = new Set<Source>();

/**
 * Makes a wire adapter out of a function that fetches. It provides nothing while a required parameter is undefined, drops
 * answers that arrive after the configuration changed, and never asks twice for an unchanged configuration.
 */
export function wireAdapter<T>(fetchValue: (config: Record<string, unknown>) => Promise<T>, required: readonly string[]) {
  return class Adapter implements WireAdapter, Source {
    readonly #deliver: DataCallback<T>;
    #config: Record<string, unknown> | null = null;
    #signature: string | null = null;
    #asked = 0;

    constructor(deliver: DataCallback<T>) {
      this.#deliver = deliver;
      this.#emit(undefined, undefined);
    }

    update(config: Record<string, unknown>): void {
      if (required.some((name) => config[name] === undefined)) {
        this.#config = null;
        this.#signature = null;
        return;
      }
      const signature = JSON.stringify(config);
      if (signature === this.#signature) return;
      this.#config = config;
      this.#signature = signature;
      void this.refresh();
    }

    connect(): void {
      connected.add(this);
    }

    disconnect(): void {
      connected.delete(this);
    }

    async refresh(): Promise<void> {
      if (!this.#config) return;
      const turn = ++this.#asked;
      try {
        const data = await fetchValue(this.#config);
        if (turn === this.#asked) this.#emit(data, undefined);
      } catch (error) {
        if (turn === this.#asked) this.#emit(undefined, error);
      }
    }

    #emit(data: T | undefined, error: unknown): void {
      const value: WireValue<T> = { data: freeze(data), error };
      sources.set(value, this);
      this.#deliver(value);
    }
  };
}

/** Reads a wired value again; the promise ends when the component has received it. */
export function refreshSource(value: unknown): Promise<void> {
  const source = typeof value === 'object' && value !== null ? sources.get(value) : undefined;
  return source ? source.refresh() : Promise.resolve();
}

/** Tells every connected adapter that records changed. */
export async function refreshConnected(): Promise<void> {
  await Promise.all([...connected].map((source) => source.refresh()));
}

/** Wired data is shared and therefore read-only, as on the platform. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** A wire adapter without parameters that gives a bare value of the page and follows its changes. */
export function wireContext<T>(read: () => T, subscribe: (listener: () => void) => () => void) {
  return class ContextAdapter implements WireAdapter {
    readonly #deliver: (value: T) => void;
    #stop: (() => void) | null = null;

    constructor(deliver: (value: T) => void) {
      this.#deliver = deliver;
    }

    update(): void {
      this.#deliver(read());
    }

    connect(): void {
      this.#stop = subscribe(() => this.#deliver(read()));
      this.#deliver(read());
    }

    disconnect(): void {
      this.#stop?.();
    }
  };
}
