/** One error of the UI API or of Apex as Lightning hands it to components. */
export interface FetchError {
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
  readonly body: { readonly message: string; readonly errorCode?: string } & Readonly<Record<string, unknown>>;
}

/**
 * Calls the portal's own API. A failed call rejects with the shape Lightning components expect (`error.body.message`).
 * The custom header proves that the request comes from a page of this origin.
 */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/portal/api/${path}`, {
      method,
      headers: { 'X-Portal-Request': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  } catch {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- components get the platform's plain FetchResponse, not an Error
    throw failure(0, 'Network error', { message: 'The server cannot be reached. Check your connection and try again.' });
  }
  const text = await response.text();
  const content: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return content as T;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
  throw failure(response.status, response.statusText, content as FetchError['body']);
}

function failure(status: number, statusText: string, body: FetchError['body']): FetchError {
  return { status, statusText, ok: false, body };
}

/** The sentence to show for anything that was thrown at a component. */
export function errorMessage(error: unknown): string {
  const body = (error as Partial<FetchError> | null)?.body;
  if (body?.message) return body.message;
  return error instanceof Error ? error.message : String(error);
}
