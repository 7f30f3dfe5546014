/** Java's replacement and splitting rules over translated patterns. */
import { throwApex } from './values/exception.ts';

/** `Pattern.quote`. */
export function quote(text: string): string {
  return text.includes('\\E') ? `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E` : `\\Q${text}\\E`;
}

/** Expands `$1`, `${name}` and `\x` of a Java replacement. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
  let output = '';
  for (let i = 0; i < replacement.length; i++) {
    const character = replacement[i]!;
    if (character === '\\') {
      if (++i >= replacement.length) throwApex('System.StringException', 'character to be escaped is missing');
      output += replacement[i];
    } else if (character === '$') {
      const named = /^\{(\w+)\}/.exec(replacement.slice(i + 1));
      if (named) {
        if (!match.groups || !(named[1]! in match.groups)) throwApex('System.StringException', `No group with name {${named[1]}}`);
        output += match.groups[named[1]!] ?? '';
        i += named[0].length;
        continue;
      }
      if (!/[0-9]/.test(replacement[i + 1] ?? '')) throwApex('System.StringException', 'Illegal group reference');
      let group = Number(replacement[++i]);
      if (group >= match.length) throwApex('System.StringException', `No group ${group}`);
      while (/[0-9]/.test(replacement[i + 1] ?? '') && group * 10 + Number(replacement[i + 1]) < match.length)
        group = group * 10 + Number(replacement[++i]);
      output += match[group] ?? '';
    } else output += character;
  }
  return output;
}

export function replaceAll(text: string, regex: RegExp, replacement: string): string {
  return text.replace(regex, (...args: unknown[]) => expandReplacement(replacement, matchOf(args)));
}

export function replaceFirst(text: string, regex: RegExp, replacement: string): string {
  return text.replace(new RegExp(regex.source, regex.flags.replace('g', '')), (...args: unknown[]) =>
    expandReplacement(replacement, matchOf(args))
  );
}

/** The arguments of a replace callback as a match: groups, then offset, subject and perhaps named groups. */
function matchOf(args: unknown[]): RegExpExecArray {
  const end = args.findIndex((arg) => typeof arg === 'number');
  const groups = args.slice(0, end) as unknown as RegExpExecArray;
  const last = args[args.length - 1];
  groups.groups = typeof last === 'object' ? (last as Record<string, string>) : undefined;
  return groups;
}

/** `String.split`: trailing empty parts go when the limit is 0, a positive limit bounds the number of parts. */
export function split(text: string, regex: RegExp, limit = 0): string[] {
  const parts: string[] = [];
  let start = 0;
  regex.lastIndex = 0;
  for (const match of text.matchAll(regex)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    // A zero-width match at the beginning gives no empty leading part.
    if (end === 0 || (match[0].length === 0 && match.index >= text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}
