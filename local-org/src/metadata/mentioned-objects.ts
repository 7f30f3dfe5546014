import { loadSObjectTypes } from '../types/sobjects.ts';

/** Where Apex names an object that it reads, makes or describes: `new X(`, `FROM X`, `<X>`, `<Id, X>`, `X.SObjectType`. */
const MENTION = /(?<=\bnew\s+)[a-z]\w*(?=\s*\()|(?<=\bfrom\s+)[a-z]\w*|(?<=[<,]\s*)[a-z]\w*(?=\s*>)|\b[a-z]\w*(?=\s*\.\s*sobjecttype\b)/gi;
const COMMENT = /\/\*[^]*?\*\/|\/\/.*/g;
const DECLARATION = /\b(?:class|interface|enum)\s+(\w+)/gi;

/** Of features that are not switched on here, and what holds no rows of its own. */
const ABSENT =
  /^(currencytype|datedconversionrate|division\w*|\w*territory\w*|person\w*|aggregateresult|\w+changeevent|\w+__(share|history|feed))$/;

/**
 * Standard objects that Apex works with, by lower-case name: those of the ordinary org apart, an object is part of the
 * local org when the project uses it, since tables for all of the platform's objects would slow every start.
 */
export function mentionedObjects(sources: Iterable<{ readonly text: string }>): Set<string> {
  const types = loadSObjectTypes();
  const mentioned = new Set<string>();
  const declared = new Set<string>();
  for (const source of sources) {
    const text = source.text.replace(COMMENT, ' ');
    for (const [, name] of text.matchAll(DECLARATION)) declared.add(name!.toLowerCase());
    for (const [name] of text.matchAll(MENTION)) mentioned.add(name.toLowerCase());
  }
  return new Set([...mentioned].filter((name) => !declared.has(name) && types.has(name) && !ABSENT.test(name)));
}
