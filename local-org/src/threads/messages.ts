import type { Order } from '../platform/async/orders.ts';
import type { Limits } from '../runtime/execution.ts';
import type { OrgModel } from '../metadata/model.ts';
import type { OrgSettings } from '../platform/settings.ts';
import type { Graph } from './graph.ts';

/** What a thread is made with: the org as its home has it, whatever became of the source since. */
export interface ThreadData {
  readonly model: OrgModel;
  readonly partial: boolean;
  readonly file: string;
  readonly settings: OrgSettings;
  readonly url: string;
  readonly cache: string;
}

type Plain<T> = T extends unknown ? Omit<T, 'value'> : never;

/** An order on its way to another thread. */
export interface CarriedOrder {
  readonly order: Plain<Order>;
  readonly value: Graph;
}

/** A call that somebody waits for. */
export type Call =
  | { readonly kind: 'order'; readonly order: CarriedOrder }
  | { readonly kind: 'request'; readonly name: string; readonly userId: string; readonly input: unknown };

export type ToThread = { readonly id: number; readonly call: Call };

export interface TransactionUse {
  readonly quiddity: string;
  readonly limits: Limits;
  readonly caps: Readonly<Limits>;
}

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** `exception` when it is one of Apex. */
  | { readonly kind: 'fault'; readonly id: number; readonly reason: string; readonly exception: Graph | null; readonly stack: string }
  | { readonly kind: 'order'; readonly order: CarriedOrder; readonly delayMs: number }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'used'; readonly use: TransactionUse };
