/**
 * A query as it reads inside its own namespace: `ns__Deal__c` is `Deal__c` there, since objects and fields of the project
 * are known by the names its source gives them. String literals stay as they are.
 */
export function inNamespace<T extends object>(query: T, namespace: string): T {
  if (namespace === '') return query;
  const prefix = new RegExp(`^${namespace}__(?=\\w+__(?:c|r|mdt|e|b|x|share|history|feed|changeevent)$)`, 'i');
  return stripped(query, prefix) as T;
}

function stripped(node: unknown, prefix: RegExp): unknown {
  if (typeof node === 'string') return node.replace(prefix, '');
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => stripped(item, prefix));
  if ((node as { kind?: string }).kind === 'string') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, stripped(value, prefix)]));
}
