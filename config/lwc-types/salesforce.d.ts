/** What the platform provides to components, as far as this package uses it. */

declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

declare module '@salesforce/i18n/locale' {
  /** BCP 47 tag of the running user's locale. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** IANA name of the running user's time zone. */
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/schema/*' {
  /** An object; for a field, also its name. Both carry the package's namespace where it has one. */
  const reference: { readonly objectApiName: string; readonly fieldApiName: string };
  export default reference;
}

declare module '@salesforce/apex' {
  import type { WireAdapterConstructor } from 'lwc';
  /** An @AuraEnabled method: callable, and a wire adapter when it is cacheable. */
  export interface ApexMethod<Parameters, Result> {
    (parameters?: Parameters): Promise<Result>;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- reactive parameters ('$recordId') have no type of their own
    readonly adapter: WireAdapterConstructor<any, WiredApex<Result>>;
  }
  export interface WiredApex<Result> {
    readonly data?: Result;
    readonly error?: unknown;
  }
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';
  export interface PageReference {
    type: string;
    attributes?: Record<string, unknown>;
    state?: Record<string, unknown>;
  }
  const navigate: unique symbol;
  const generateUrl: unique symbol;
  export interface Navigable {
    [navigate](page: PageReference, replace?: boolean): Promise<void>;
    [generateUrl](page: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    (base: typeof LightningElement): (new () => LightningElement & Navigable) & Omit<typeof LightningElement, 'prototype'>;
    readonly Navigate: typeof navigate;
    readonly GenerateUrl: typeof generateUrl;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- it takes no configuration
  export const CurrentPageReference: WireAdapterConstructor<any, PageReference | null>;
}

declare module 'lightning/toast' {
  import type { LightningElement } from 'lwc';
  export default class Toast {
    static show(
      config: { label: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error'; mode?: 'dismissible' | 'sticky' },
      source: LightningElement
    ): void;
  }
}

declare module 'lightning/uiRecordApi' {
  export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}
