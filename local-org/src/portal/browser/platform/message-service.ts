import { wireContext } from './wire.ts';

interface Channel {
  readonly channel: string;
}
type Listener = (message: unknown) => void;

const subscriptions = new Map<string, Set<Listener>>();

export const MessageContext = wireContext(
  () => ({}),
  () => () => undefined
);
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');
export const createMessageContext = (): object => ({});
export const releaseMessageContext = (): void => undefined;

export interface Subscription {
  readonly channel: string;
  readonly listener: Listener;
}

export function publish(_context: unknown, channel: Channel, message: unknown): void {
  for (const listener of [...(subscriptions.get(channel.channel) ?? [])]) listener(message);
}

export function subscribe(_context: unknown, channel: Channel, listener: Listener): Subscription {
  const listeners = subscriptions.get(channel.channel) ?? new Set();
  subscriptions.set(channel.channel, listeners.add(listener));
  return { channel: channel.channel, listener };
}

export function unsubscribe(subscription: Subscription): void {
  subscriptions.get(subscription.channel)?.delete(subscription.listener);
}
