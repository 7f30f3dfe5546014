import { request } from './http.ts';
import { refreshSource, wireAdapter } from './wire.ts';

/** An imported Apex method: call it with its parameters by name, or give it to `@wire`. */
export interface ApexMethod {
  (parameters?: Record<string, unknown>): Promise<unknown>;
  readonly adapter: ReturnType<typeof wireAdapter>;
}

export function apexMethod(className: string, method: string): ApexMethod {
  const call = async (parameters: Record<string, unknown> = {}, wired = false): Promise<unknown> => {
    const answer = await request<{ returnValue: unknown }>('POST', 'apex', { className, method, parameters, wired });
    return answer.returnValue;
  };
  // On the platform a wired method waits until every parameter it is given is defined.
  const adapter = wireAdapter((config) => call(config, true), []);
  const waiting = class extends adapter {
    override update(config: Record<string, unknown>): void {
      if (Object.values(config).every((value) => value !== undefined)) super.update(config);
    }
  };
  return Object.assign((parameters?: Record<string, unknown>) => call(parameters), { adapter: waiting });
}

export const refreshApex = (value: unknown): Promise<void> => refreshSource(value);

export function getSObjectValue(record: Record<string, unknown> | undefined, field: { fieldApiName: string } | string): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}
