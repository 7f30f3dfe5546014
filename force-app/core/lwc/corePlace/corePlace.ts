import type { PageReference } from 'lightning/navigation';
import RECOMMENDATION from '@salesforce/schema/AI_Recommendation__c';

/** What a list shows: the part of its state that belongs into the address. */
export type Place = Readonly<Record<string, string>>;

/** Lightning drops a query parameter without a namespace; a package's own is the one on its objects, `c` outside a package. */
const [namespace, ...named] = RECOMMENDATION.objectApiName.split('__');
const PREFIX = named.length > 1 ? namespace : 'c';

/** What the address says about the list of that name; null when it says nothing. Whatever stands there is only text. */
export function placeIn(page: PageReference | null | undefined, list: string): Place | null {
  const text = page?.state?.[parameter(list)];
  return typeof text === 'string' && text !== '' ? Object.fromEntries(new URLSearchParams(text)) : null;
}

/** The same page with another place of that list; what the address says about others stays. */
export function pageAt(page: PageReference, list: string, place: Place): PageReference {
  const text = new URLSearchParams(Object.entries(place).filter(([, value]) => value !== '')).toString();
  return { ...page, state: { ...page.state, [parameter(list)]: text } };
}

function parameter(list: string): string {
  return `${PREFIX}__${list}`;
}
