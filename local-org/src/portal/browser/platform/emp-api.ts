/** Platform events in the page, over one server-sent event stream for each channel. */
export interface EmpSubscription {
  readonly id: number;
  readonly channel: string;
  readonly replayId: number;
}

const streams = new Map<number, EventSource>();
const errorListeners = new Set<(error: unknown) => void>();
let last = 0;

export function subscribe(channel: string, replayId: number, onMessage: (message: unknown) => void): Promise<EmpSubscription> {
  const stream = new EventSource(`/portal/api/events?channel=${encodeURIComponent(channel)}`);
  const subscription = { id: ++last, channel, replayId };
  streams.set(subscription.id, stream);
  stream.addEventListener('message', (event: MessageEvent<string>) => onMessage({ channel, data: JSON.parse(event.data) as unknown }));
  stream.addEventListener('error', () => {
    for (const listener of errorListeners) listener({ channel, error: 'The event stream was interrupted; it reconnects by itself.' });
  });
  return new Promise((resolve, reject) => {
    stream.addEventListener('open', () => resolve(subscription), { once: true });
    stream.addEventListener('error', () => reject(new Error(`Cannot subscribe to ${channel}`)), { once: true });
  });
}

export function unsubscribe(subscription: EmpSubscription, callback?: (response: unknown) => void): Promise<{ successful: true }> {
  streams.get(subscription.id)?.close();
  streams.delete(subscription.id);
  callback?.({ successful: true, subscription: subscription.channel });
  return Promise.resolve({ successful: true });
}

export function onError(listener: (error: unknown) => void): void {
  errorListeners.add(listener);
}

export const isEmpEnabled = (): Promise<boolean> => Promise.resolve(true);
export const setDebugFlag = (): void => undefined;
