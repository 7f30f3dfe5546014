import type { Order } from '../platform/async/orders.ts';
import { withOrg } from '../platform/transaction.ts';
import type { Org } from '../org.ts';
import { decode, encode } from './graph.ts';
import type { CarriedOrder } from './messages.ts';

/** Throws NotCarried when the order holds something that is bound to its thread. */
export function carry({ value, ...order }: Order): CarriedOrder {
  return { order, value: encode(value) };
}

export function unpack(org: Org, { order, value }: CarriedOrder): Order {
  return { ...order, value: withOrg(org, () => decode(value, org.program)) } as Order;
}
