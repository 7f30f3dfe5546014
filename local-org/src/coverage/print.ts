import type { LibraryCoverage, TypeCoverage } from './measure.ts';

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;
}

/** One line per type that is begun, then per namespace, then the totals. With `all`, untouched types too. */
export function coverageText(coverage: LibraryCoverage, all: boolean): string {
  const types = shown(coverage, all).map(
    (type) => `${share(type).padStart(8)}  ${`${type.implemented}/${type.declared}`.padStart(9)}  ${type.name}`
  );
  const spaces = namespaces(coverage).map(
    (space) => `${share(space).padStart(8)}  ${`${space.implemented}/${space.declared}`.padStart(9)}  ${space.name}`
  );
  return [...types, '', 'By namespace:', ...spaces, '', totals(coverage)].join('\n');
}

/** The same as Markdown tables, for the README. */
export function coverageMarkdown(coverage: LibraryCoverage, all: boolean): string {
  const table = (title: string, rows: readonly Figures[]): string[] => [
    `| ${title} | implemented | declared | share |`,
    '| --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row.name} | ${row.implemented} | ${row.declared} | ${share(row)} |`)
  ];
  return [totals(coverage), '', ...table('namespace', namespaces(coverage)), '', ...table('type', shown(coverage, all))].join('\n');
}

export function missingText({ name, declared, implemented, missing }: TypeCoverage): string {
  return [`${name}: ${implemented} of ${declared} members implemented`, ...missing.map((member) => `  ${member}`)].join('\n');
}

type Figures = Pick<TypeCoverage, 'name' | 'declared' | 'implemented'>;

function share({ implemented, declared }: Figures): string {
  return percent(implemented, declared);
}

function shown({ types }: LibraryCoverage, all: boolean): readonly TypeCoverage[] {
  return all ? types : types.filter((type) => type.implemented > 0);
}

function namespaces({ types }: LibraryCoverage): Figures[] {
  return [...Map.groupBy(types, (type) => type.name.slice(0, type.name.indexOf('.')))]
    .map(([name, group]) => ({
      name,
      declared: group.reduce((sum, type) => sum + type.declared, 0),
      implemented: group.reduce((sum, type) => sum + type.implemented, 0)
    }))
    .sort((left, right) => right.implemented - left.implemented || left.name.localeCompare(right.name));
}

function totals({ types, declared, implemented, started, enums, interfaces }: LibraryCoverage): string {
  const system = types.filter((type) => type.name.startsWith('System.'));
  const sum = (of: (type: TypeCoverage) => number): number => system.reduce((total, type) => total + of(type), 0);
  return [
    `${implemented} of ${declared} members implemented (${percent(implemented, declared)}), in ${started} of ${types.length} types;`,
    `in the System namespace ${sum((type) => type.implemented)} of ${sum((type) => type.declared)} (${percent(
      sum((type) => type.implemented),
      sum((type) => type.declared)
    )}).`,
    `Not counted: ${enums} enums, which are there in full, and ${interfaces} interfaces, which Apex classes implement.`
  ].join('\n');
}
