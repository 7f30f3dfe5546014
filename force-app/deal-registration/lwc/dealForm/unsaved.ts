import type { DealInput } from 'c/dealTypes';

/**
 * Keeps what a person typed until it is saved, so that a lost session, a failed request or a closed tab costs nothing.
 * Session storage only: it never outlives the browser tab, and the form works without it where storage is blocked.
 */
export function rememberUnsaved(key: string, deal: DealInput): void {
  try {
    window.sessionStorage.setItem(storageKey(key), JSON.stringify(deal));
  } catch {
    // Storage is full or blocked: the form still works, it just cannot remember.
  }
}

export function recallUnsaved(key: string): DealInput | null {
  try {
    const text = window.sessionStorage.getItem(storageKey(key));
    const deal: unknown = text ? JSON.parse(text) : null;
    return typeof deal === 'object' && deal !== null && !Array.isArray(deal) ? (deal as DealInput) : null;
  } catch {
    return null;
  }
}

export function forgetUnsaved(key: string): void {
  try {
    window.sessionStorage.removeItem(storageKey(key));
  } catch {
    // See rememberUnsaved.
  }
}

function storageKey(key: string): string {
  return `partner-portal.deal-form.${key}`;
}
