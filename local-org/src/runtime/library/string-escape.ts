import { defineType } from '../library.ts';
import { ENTITIES, escapeEntities, unescapeEntities } from '../html-entities.ts';
import { throwApex } from '../values/exception.ts';
import { strict } from './arguments.ts';

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\'
};

const hex4 = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

function escapeJava(text: string): string {
  return text.replace(/[\b\n\t\f\r"\\]|[^ -~]/g, (c) => SHORT_ESCAPES[c] ?? hex4(c));
}

function escapeEcmaScript(text: string): string {
  return text.replace(/[\b\n\t\f\r"\\'/]|[^ -~]/g, (c) => SHORT_ESCAPES[c] ?? (c === "'" || c === '/' ? `\\${c}` : hex4(c)));
}

const UNESCAPES: Readonly<Record<string, string>> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

function unescapeJava(text: string): string {
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([^]))/g, (_, unicode?: string, octal?: string, plain?: string) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return UNESCAPES[plain!] ?? plain!;
  });
}

function unescapeUnicode(text: string): string {
  return text.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_, unicode: string) => String.fromCharCode(Number.parseInt(unicode, 16)));
}

function escapeCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unescapeCsv(text: string): string {
  const inner = text.slice(1, -1);
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') && /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

defineType({
  name: 'System.String',
  statics: strict({
    escapeSingleQuotes: (text: string) => text.replace(/['\\]/g, '\\$&')
  }),
  methods: strict({
    escapeCsv,
    escapeEcmaScript,
    escapeHtml3: (text: string) => escapeEntities(text, ENTITIES.html3),
    escapeHtml4: (text: string) => escapeEntities(text, ENTITIES.html4),
    escapeJava,
    escapeUnicode: (text: string) => text.replace(/[^\0-\x7f]/g, hex4),
    escapeXml: (text: string) => escapeEntities(text, ENTITIES.xml),
    unescapeCsv,
    unescapeEcmaScript: unescapeJava,
    unescapeHtml3: (text: string) => unescapeEntities(text, ENTITIES.html3),
    unescapeHtml4: (text: string) => unescapeEntities(text, ENTITIES.html4),
    unescapeJava,
    unescapeUnicode,
    unescapeXml: (text: string) => unescapeEntities(text, ENTITIES.xml)
  })
});

/**
 * java.text.MessageFormat over arguments that are already text: `{0}`, `''` for an apostrophe, quoted stretches verbatim.
 */
export function messageFormat(pattern: string, args: readonly string[]): string {
  let output = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === "'") {
      if (pattern[i + 1] === "'") {
        output += "'";
        i++;
      } else quoted = !quoted;
    } else if (character === '{' && !quoted) {
      const end = pattern.indexOf('}', i);
      if (end < 0) throwApex('System.StringException', 'Unmatched braces in the pattern.');
      const name = pattern.slice(i + 1, end).trim();
      if (!/^\d+$/.test(name)) throwApex('System.StringException', `can't parse argument number: ${name}`);
      output += args[Number(name)] ?? `{${name}}`;
      i = end;
    } else output += character;
  }
  return output;
}
