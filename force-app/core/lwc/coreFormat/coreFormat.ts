import locale from '@salesforce/i18n/locale';

/** Fills the numbered places of a label: `format('{0} of {1}', 2, 3)` is `2 of 3`. A place without a value stays as it is. */
export function format(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index) => {
    const value = values[Number(index)];
    return value === undefined ? place : String(value);
  });
}

/** A day (YYYY-MM-DD) as this person writes it. */
export function formatDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

interface FailedRequest {
  body?: { message?: unknown; output?: { errors?: readonly { message?: string }[] } } | readonly { message?: string }[];
  message?: unknown;
}

/** The sentence to show for whatever a wire, an Apex call or a script error gives; the fallback when it holds none. */
export function errorMessage(error: unknown, fallback: string): string {
  if (typeof error === 'string' && error !== '') return error;
  const { body, message } = (error ?? {}) as FailedRequest;
  if (Array.isArray(body)) {
    const messages = body.map((entry: { message?: string }) => entry.message).filter(Boolean);
    if (messages.length > 0) return messages.join(' ');
  } else if (body && 'message' in body && typeof body.message === 'string' && body.message !== '') {
    return body.message;
  }
  return typeof message === 'string' && message !== '' ? message : fallback;
}

/** True when the platform or the controller refused for lack of permission. */
export function isDenied(error: unknown, deniedMessage: string): boolean {
  const { status } = (error ?? {}) as { status?: number };
  return (
    status === 403 ||
    errorMessage(error, '') === deniedMessage ||
    /do(es)? not have access to the Apex class/i.test(errorMessage(error, ''))
  );
}
