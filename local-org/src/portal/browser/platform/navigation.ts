import { currentPath, go, onNavigate } from 'portal/router';
import { wireContext } from './wire.ts';

/** A page as components name it; see the platform's PageReference types. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

/** How the running shell turns references into URLs and back. Set once by the shell before it shows a page. */
export interface AddressBook {
  urlOf(reference: PageReference): string;
  referenceOf(path: string): PageReference;
}

let addresses: AddressBook | null = null;

export function useAddresses(book: AddressBook): void {
  addresses = book;
}

function book(): AddressBook {
  if (!addresses) throw new Error('Navigation was used before the shell started');
  return addresses;
}

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript's rule for mixin constructors
type Constructor = new (...args: any[]) => object;

/** Gives a component `this[NavigationMixin.Navigate](reference, replace)` and `this[NavigationMixin.GenerateUrl](reference)`. */
function mixin<T extends Constructor>(Base: T) {
  return class extends Base {
    [Navigate](reference: PageReference, replace = false): void {
      go(book().urlOf(reference), replace);
    }
    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(book().urlOf(reference));
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Functional form used in Lightning Web Runtime sites. */
export function navigate(_context: unknown, reference: PageReference, options?: { replace?: boolean }): void {
  go(book().urlOf(reference), options?.replace ?? false);
}

export function generateUrl(_context: unknown, reference: PageReference): string {
  return book().urlOf(reference);
}

export const NavigationContext = wireContext(
  () => ({}),
  () => () => undefined
);

/** Wired property with the reference of the page being shown; changes as the user navigates. */
export const CurrentPageReference = wireContext(() => book().referenceOf(currentPath()), onNavigate);

/** Replaces values of the query string, keeping the page: components use it to remember tabs and filters. */
export function referenceUrl(reference: PageReference): string {
  return book().urlOf(reference);
}
