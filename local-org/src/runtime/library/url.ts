import { randomUUID } from 'node:crypto';
import { textHash } from '../equality.ts';
import { defineType } from '../library.ts';
import { throwApex } from '../values/exception.ts';
import { strict } from './arguments.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** A value of `System.Url`: java.net.URL, which keeps the text as it was written. */
export class ApexUrl {
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  /** -1 when the text names none. */
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;

  constructor(text: string) {
    const match =
      /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(
        text.trim()
      );
    if (!match) throwApex('System.StringException', `no protocol: ${text}`);
    this.protocol = match![1]!.toLowerCase();
    if (!(this.protocol in DEFAULT_PORTS) && !['file', 'mailto', 'jar'].includes(this.protocol))
      throwApex('System.StringException', `unknown protocol: ${this.protocol}`);
    this.userInfo = match![2] ?? null;
    this.host = match![3] ?? '';
    this.port = match![4] ? Number(match![4]) : -1;
    this.path = match![5] ?? '';
    this.query = match![6] ?? null;
    this.ref = match![7] ?? null;
  }

  get authority(): string {
    return `${this.userInfo === null ? '' : `${this.userInfo}@`}${this.host}${this.port < 0 ? '' : `:${this.port}`}`;
  }

  get file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }

  withoutRef(): string {
    return `${this.protocol}:${this.authority ? `//${this.authority}` : ''}${this.file}`;
  }

  apexKey(): string {
    return this.toString();
  }

  toString(): string {
    return this.ref === null ? this.withoutRef() : `${this.withoutRef()}#${this.ref}`;
  }
}

let orgUrl = 'http://localhost';

/** Address under which this org answers; its server says so once it listens. */
export function setOrgUrl(url: string): void {
  orgUrl = url.replace(/\/$/, '');
}

export function getOrgUrl(): string {
  return orgUrl;
}

defineType({
  name: 'System.Url',
  jsClass: ApexUrl,
  statics: {
    getOrgDomainUrl: () => new ApexUrl(orgUrl),
    getSalesforceBaseUrl: () => new ApexUrl(orgUrl)
  },
  constructors: {
    '(String)': (_, text: string) => new ApexUrl(requireText(text)),
    '(Url,String)': (_, context: ApexUrl, spec: string) => new ApexUrl(new URL(requireText(spec), context.toString()).toString()),
    '(String,String,String)': (_, protocol: string, host: string, file: string) => new ApexUrl(`${protocol}://${host}${file}`),
    '(String,String,Integer,String)': (_, protocol: string, host: string, port: number, file: string) =>
      new ApexUrl(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`)
  },
  methods: strict({
    getAuthority: (url: ApexUrl) => url.authority || null,
    getDefaultPort: (url: ApexUrl) => DEFAULT_PORTS[url.protocol] ?? -1,
    getFile: (url: ApexUrl) => url.file,
    getHost: (url: ApexUrl) => url.host,
    getPath: (url: ApexUrl) => url.path,
    getPort: (url: ApexUrl) => url.port,
    getProtocol: (url: ApexUrl) => url.protocol,
    getQuery: (url: ApexUrl) => url.query,
    getRef: (url: ApexUrl) => url.ref,
    getUserInfo: (url: ApexUrl) => url.userInfo,
    sameFile: (url: ApexUrl, other: ApexUrl) => url.withoutRef() === other.withoutRef(),
    toExternalForm: (url: ApexUrl) => url.toString(),
    toString: (url: ApexUrl) => url.toString()
  })
});

function requireText(text: string | null): string {
  return text ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}

export class ApexUuid {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  apexKey(): string {
    return this.value;
  }

  toString(): string {
    return this.value;
  }
}

defineType({
  name: 'System.UUID',
  jsClass: ApexUuid,
  jsonText: (uuid: ApexUuid) => uuid.value,
  statics: strict({
    randomUUID: () => new ApexUuid(randomUUID()),
    fromString: (text: string) => {
      if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text))
        throwApex('System.InvalidParameterValueException', `Invalid UUID string: ${text}`);
      return new ApexUuid(text.toLowerCase());
    }
  }),
  methods: {
    equals: (uuid: ApexUuid, other: unknown) => other instanceof ApexUuid && other.value === uuid.value,
    hashCode: (uuid: ApexUuid) => textHash(uuid.value),
    toString: (uuid: ApexUuid) => uuid.value
  }
});
