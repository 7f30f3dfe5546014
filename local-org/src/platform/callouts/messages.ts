import { ApexBlob } from '../../runtime/values/blob.ts';

/** Header names compare without regard to case and keep the spelling they were first set with. */
export class Headers {
  private readonly entries = new Map<string, [name: string, value: string]>();

  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.[1] ?? null;
  }

  set(name: string, value: string | null): void {
    const known = this.entries.get(name.toLowerCase());
    this.entries.set(name.toLowerCase(), [known?.[0] ?? name, value ?? '']);
  }

  names(): string[] {
    return [...this.entries.values()].map(([name]) => name);
  }

  pairs(): (readonly [string, string])[] {
    return [...this.entries.values()];
  }
}

const DEFAULT_TIMEOUT_MS = 10_000;

export class HttpRequest {
  method: string | null = null;
  endpoint: string | null = null;
  readonly headers = new Headers();
  body: ApexBlob = new ApexBlob(new Uint8Array());
  timeoutMs = DEFAULT_TIMEOUT_MS;
  compressed = false;

  get text(): string {
    return new TextDecoder().decode(this.body.bytes);
  }

  toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse {
  statusCode = 0;
  status: string | null = null;
  readonly headers = new Headers();
  body: ApexBlob = new ApexBlob(new Uint8Array());

  get text(): string {
    return new TextDecoder().decode(this.body.bytes);
  }

  toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}
