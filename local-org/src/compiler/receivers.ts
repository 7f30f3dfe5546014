import type { Body } from './context.ts';
import { required } from './conversions.ts';
import type { Typed } from './typed.ts';

/** A name, a number or a text: whether it is evaluated before or after the receiver's null check cannot be told. */
const QUIET = /^(?:[\w$.-]+|"[^"\\]*")$/;

/**
 * A call on a value. The platform evaluates the arguments before it looks whether there is a receiver, so that what they
 * do happens even where the call fails.
 */
export function onReceiver(
  body: Body,
  receiver: Typed,
  values: readonly string[],
  emit: (receiver: string, values: readonly string[]) => string
): string {
  if (receiver.nonNull || values.every((value) => QUIET.test(value))) return emit(required(receiver), values);
  const held = body.temporary();
  const kept = values.map((value) => (QUIET.test(value) ? value : body.temporary()));
  const steps = values.flatMap((value, index) => (kept[index] === value ? [] : [`${kept[index]} = ${value}`]));
  return `(${held} = ${receiver.js}, ${steps.join(', ')}, ${emit(`$.nn(${held})`, kept)})`;
}
