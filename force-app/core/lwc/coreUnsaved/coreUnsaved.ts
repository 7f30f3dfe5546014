/**
 * Keeps what a person typed until it is saved, so that a lost session, a failed request or a closed tab costs nothing.
 * Session storage only: it never outlives the browser tab, and a form works without it where storage is blocked.
 * Keys name form and record, such as `deal-form.new`.
 */
export function rememberUnsaved(key: string, typed: object): void {
  try {
    window.sessionStorage.setItem(storageKey(key), JSON.stringify(typed));
  } catch {
    // Storage is full or blocked: the form still works, it just cannot remember.
  }
}

export function recallUnsaved<Typed extends object>(key: string): Partial<Typed> | null {
  try {
    const text = window.sessionStorage.getItem(storageKey(key));
    const typed: unknown = text ? JSON.parse(text) : null;
    return typeof typed === 'object' && typed !== null && !Array.isArray(typed) ? (typed as Partial<Typed>) : null;
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
  return `partner-portal.${key}`;
}
