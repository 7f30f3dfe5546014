import { asHttpError, HttpError } from '../portal/server/http-error.ts';
import type { ApexCall } from '../portal/server/apex.ts';
import { callApex } from '../portal/server/apex.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { MustMove } from '../platform/must-move.ts';
import { defineRequest } from './requests.ts';

/** What a component's call gave, or how it failed: errors do not cross threads as they are. */
export type AuraOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: HttpError['status']; readonly message: string; readonly body: HttpError['body'] };

defineRequest<ApexCall>(
  'aura',
  (org, userId, call): AuraOutcome => {
    try {
      return { ok: true, value: callApex(org, userId, call) };
    } catch (error) {
      if (error instanceof MustMove) throw error;
      const { status, message, body } = asHttpError(error);
      if (status === 500) org.platform.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { ok: false, status, message, body };
    }
  },
  (call) => `aura ${call.className}.${call.method}`.toLowerCase()
);

/** Calls a component's method: on this thread as long as it need not wait. */
export async function requestApex(platform: LocalPlatform, userId: string, call: ApexCall): Promise<unknown> {
  const outcome = (await platform.request('aura', userId, call)) as AuraOutcome;
  if (!outcome.ok) throw new HttpError(outcome.status, outcome.message, outcome.body);
  return outcome.value;
}
