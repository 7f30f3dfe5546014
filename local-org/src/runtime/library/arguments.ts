import type { Implementation } from '../library.ts';
import { throwApex } from '../values/exception.ts';

/** Wraps methods so that a null argument (the receiver never is) raises the platform's NullPointerException. */
export function strict(members: Readonly<Record<string, Implementation>>): Record<string, Implementation> {
  return Object.fromEntries(Object.entries(members).map(([name, body]) => [name, guard(body)]));
}

function guard(body: Implementation): Implementation {
  return (...args: unknown[]) => {
    for (const arg of args) if (arg === null || arg === undefined) throwApex('System.NullPointerException', 'Argument cannot be null.');
    return body(...args) ?? null;
  };
}
