import { context } from 'portal/context';

const dateTime = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: context.user.timeZone });

/** Date and time in the user's zone; empty for nothing. */
export function shortDateTime(iso: string | number | null): string {
  return iso === null ? '' : dateTime.format(new Date(iso));
}
