import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { STRING, platformType } from '../../runtime/types.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import type { SObject } from '../../runtime/values/sobject.ts';

const COOKIE = platformType('System.Cookie');

class Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string | null;
  readonly maxAge: number;
  readonly secure: boolean;
  readonly sameSite: string | null;
  readonly httpOnly: boolean;

  constructor(
    name: string,
    value: string,
    path: string | null,
    maxAge: number,
    secure: boolean,
    sameSite: string | null = null,
    httpOnly = false
  ) {
    this.name = name;
    this.value = value;
    this.path = path;
    this.maxAge = maxAge;
    this.secure = secure;
    this.sameSite = sameSite;
    this.httpOnly = httpOnly;
  }
}

/** `PageReference`: a relative address whose query and anchor can be changed. Nothing is rendered. */
export class PageReference {
  readonly path: string;
  readonly parameters = new ApexMap(STRING, STRING);
  readonly headers = new ApexMap(STRING, STRING);
  readonly cookies = new ApexMap(STRING, COOKIE);
  anchor: string | null = null;
  redirect = false;

  constructor(address: string) {
    const [beforeAnchor = '', anchor] = address.split(/#(.*)/s);
    const [path = '', query] = beforeAnchor.split(/\?(.*)/s);
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query ?? '')) this.parameters.put(name, value);
  }

  get url(): string {
    const query = [...this.parameters]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${encode(String(name))}=${encode(String(value))}`);
    return this.path + (query.length > 0 ? `?${query.join('&')}` : '') + (this.anchor === null ? '' : `#${this.anchor}`);
  }
}

/** As the platform writes a query: a space is a plus. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** The page of a record: `/` and its id. */
export function recordPage(row: SObject, suffix = ''): PageReference {
  const id = row.get('Id');
  return new PageReference(`/${id instanceof ApexId ? id.value.slice(0, 15) : ''}${suffix}`);
}

/** `Page.Name`. */
export function visualforcePage(name: string): PageReference {
  return new PageReference(`/apex/${name.toLowerCase()}`);
}

const CURRENT_PAGE = Symbol('current page');

/** The page a controller is running for. Only tests have one: they may set it, and start with an empty one. */
export function currentPage(): PageReference | null {
  const { slots, isTest } = current();
  if (!slots.has(CURRENT_PAGE) && isTest) slots.set(CURRENT_PAGE, new PageReference(''));
  return (slots.get(CURRENT_PAGE) as PageReference | undefined) ?? null;
}

export function setCurrentPage(page: PageReference | null): null {
  current().slots.set(CURRENT_PAGE, page);
  return null;
}

defineType({
  name: 'System.PageReference',
  jsClass: PageReference,
  constructors: {
    '(String)': (_type: unknown, address: string | null) => new PageReference(address ?? ''),
    '(SObject)': (_type: unknown, row: SObject) => recordPage(row)
  },
  statics: {
    'forResource(String)': (name: string) => new PageReference(`/resource/${name}`),
    'forResource(String,String)': (name: string, path: string) => new PageReference(`/resource/${name}/${path}`)
  },
  methods: {
    getAnchor: (self: PageReference) => self.anchor,
    getCookies: (self: PageReference) => self.cookies,
    getHeaders: (self: PageReference) => self.headers,
    getParameters: (self: PageReference) => self.parameters,
    getRedirect: (self: PageReference) => self.redirect,
    getUrl: (self: PageReference) => self.url,
    setAnchor: (self: PageReference, anchor: string | null) => Object.assign(self, { anchor }),
    setCookies: (self: PageReference, cookies: ApexList) => {
      for (const cookie of cookies.items) self.cookies.put((cookie as Cookie).name, cookie);
      return null;
    },
    setRedirect: (self: PageReference, redirect: boolean) => Object.assign(self, { redirect }),
    toString: (self: PageReference) => `System.PageReference[${self.url}]`
  }
});

defineType({
  name: 'System.Cookie',
  jsClass: Cookie,
  constructors: {
    '*': (_type: unknown, ...values: unknown[]) => new Cookie(...(values as ConstructorParameters<typeof Cookie>))
  },
  methods: {
    getName: (self: Cookie) => self.name,
    getValue: (self: Cookie) => self.value,
    getPath: (self: Cookie) => self.path,
    getMaxAge: (self: Cookie) => self.maxAge,
    getSameSite: (self: Cookie) => self.sameSite,
    getDomain: () => null,
    isSecure: (self: Cookie) => self.secure,
    isHttpOnly: (self: Cookie) => self.httpOnly
  }
});

defineType({
  name: 'System.Test',
  statics: { setCurrentPage, setCurrentPageReference: setCurrentPage }
});
