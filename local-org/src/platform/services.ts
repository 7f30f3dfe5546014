import { current } from '../runtime/execution.ts';
import type { LocalPlatform } from './local-platform.ts';

/** The platform of the running transaction, with everything the library behind it may use. */
export function services(): LocalPlatform {
  return current().org.platform as LocalPlatform;
}
