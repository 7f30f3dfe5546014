import type { AddressBook, PageReference } from 'lightning/navigation';

export type LightningLocation =
  | { readonly kind: 'home' }
  | { readonly kind: 'list'; readonly objectApiName: string; readonly filterName: string | null }
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'tab'; readonly tab: string }
  | { readonly kind: 'unknown' };

/** What a Lightning Experience address shows. Record pages may leave the object out, as on the platform. */
export function locate(path: string): LightningLocation {
  const url = new URL(path, window.location.href);
  const [, , section, ...parts] = url.pathname.split('/').map(decodeURIComponent);
  if (!section || (section === 'page' && parts[0] === 'home')) return { kind: 'home' };
  if (section === 'o' && parts[0]) return { kind: 'list', objectApiName: parts[0], filterName: url.searchParams.get('filterName') };
  if (section === 'n' && parts[0]) return { kind: 'tab', tab: parts[0] };
  const recordId = section === 'r' ? parts.find((part) => /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(part)) : undefined;
  return recordId ? { kind: 'record', recordId } : { kind: 'unknown' };
}

export const lightningAddresses: AddressBook = {
  urlOf({ type, attributes, state }: PageReference): string {
    const query = new URLSearchParams(
      Object.entries(state ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined)
    ).toString();
    const withQuery = (address: string): string => (query ? `${address}?${query}` : address);
    switch (type) {
      case 'standard__recordPage':
        return withQuery(
          `/lightning/r/${attributes.objectApiName ? `${attributes.objectApiName}/` : ''}${attributes.recordId}/${attributes.actionName ?? 'view'}`
        );
      case 'standard__objectPage':
        return withQuery(`/lightning/o/${attributes.objectApiName}/${attributes.actionName ?? 'list'}`);
      case 'standard__navItemPage':
        return withQuery(`/lightning/n/${attributes.apiName}`);
      case 'standard__namedPage':
        return withQuery(`/lightning/page/${attributes.pageName ?? 'home'}`);
      case 'standard__webPage':
        return attributes.url ?? '/lightning';
      default:
        throw new Error(`Page references of type ${type} are not supported in Lightning Experience of the local org`);
    }
  },
  referenceOf(path: string): PageReference {
    const location = locate(path);
    const state = Object.fromEntries(new URL(path, window.location.href).searchParams);
    switch (location.kind) {
      case 'record':
        return { type: 'standard__recordPage', attributes: { recordId: location.recordId, actionName: 'view' }, state };
      case 'list':
        return { type: 'standard__objectPage', attributes: { objectApiName: location.objectApiName, actionName: 'list' }, state };
      case 'tab':
        return { type: 'standard__navItemPage', attributes: { apiName: location.tab }, state };
      default:
        return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
    }
  }
};
