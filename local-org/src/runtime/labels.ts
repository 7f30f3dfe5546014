import { current } from './execution.ts';
import { throwApex } from './values/exception.ts';

/** Text of a custom label, `System.Label.Name`. The compiler has checked that it exists; dynamic access may not find it. */
export function labelText(name: string): string {
  const text = current().org.model.labels.get(name.toLowerCase());
  return text ?? throwApex('System.IllegalArgumentException', `Custom Label does not exist: ${name}`);
}
