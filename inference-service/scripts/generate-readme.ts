// Writes the tables of endpoints, settings and scopes in the README from the definitions. With --check it fails on drift.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { capabilities } from '../src/capabilities/index.ts';
import { allSettings } from '../src/config.ts';
import { SCOPES } from '../src/contract/scopes.ts';
import { repository, writeOrCheck } from './generated-files.ts';

const file = join(repository, 'inference-service/README.md');

const tables = {
  endpoints: table(
    ['endpoint', 'scope', 'what'],
    capabilities.flatMap(({ operations }) =>
      Object.values(operations).map(({ method, path, scope, summary, description }) => [
        `\`${method} ${path}\``,
        `\`${scope}\``,
        [summary, description].filter(Boolean).join('. ')
      ])
    )
  ),
  scopes: table(
    ['scope', 'lets a token'],
    Object.entries(SCOPES).map(([scope, what]) => [`\`${scope}\``, what])
  ),
  settings: table(
    ['variable', 'default', 'what'],
    allSettings().map(({ name, fallback, what }) => [
      name
        .split(', ')
        .map((each) => `\`${each}\``)
        .join(', '),
      fallback && `\`${fallback}\``,
      what
    ])
  )
};

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

let readme = await readFile(file, 'utf8');
for (const [name, content] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- generated: ${name} -->)[^]*?(<!-- end -->)`);
  if (!place.test(readme)) throw new Error(`README.md has no place for ${name}`);
  readme = readme.replace(place, (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
}
const formatted = await format(readme, { ...(await resolveConfig(file)), filepath: file });
await writeOrCheck(new Map([[file, formatted]]), 'inference-service/scripts/generate-readme.ts');
