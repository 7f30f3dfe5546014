import type { ApexType } from './type.ts';

/** Platform types that Apex messages name without their namespace are those of `System` which are not exceptions. */
const SYSTEM = 'System.';

/** A type as error messages name it: `Integer`, `List<Account>`, `Map<String,ANY>` with Object spelled ANY inside collections. */
export function displayTypeName(type: ApexType): string {
  if (type.kind === 'any') return 'ANY';
  if (type.kind === 'collection') return `${type.name.slice(0, type.name.indexOf('<'))}<${type.args.map(displayTypeName).join(',')}>`;
  if (type.kind === 'platform' && type.name.startsWith(SYSTEM) && !type.name.endsWith('Exception')) return type.name.slice(SYSTEM.length);
  return type.name;
}
