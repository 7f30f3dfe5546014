import { refreshConnected } from './wire.ts';

type Handler = () => Promise<unknown> | undefined;
const handlers = new Set<Handler>();

/** Asks everything on the page to read its records again. */
export class RefreshEvent extends CustomEvent<null> {
  constructor() {
    super('lightning__refresh', { bubbles: true, composed: true, cancelable: true });
  }
}

export function registerRefreshContainer(_component: unknown, handler: Handler): Handler {
  return registerRefreshHandler(_component, handler);
}

export function registerRefreshHandler(_component: unknown, handler: Handler): Handler {
  handlers.add(handler);
  return handler;
}

export function unregisterRefreshHandler(handler: Handler): void {
  handlers.delete(handler);
}

export const unregisterRefreshContainer = unregisterRefreshHandler;

export async function refreshAll(): Promise<void> {
  await Promise.all([refreshConnected(), ...[...handlers].map((handler) => handler())]);
}

document.addEventListener('lightning__refresh', () => void refreshAll());
