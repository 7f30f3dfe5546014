import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { syntheticDeals } from '../learning/synthetic.ts';
import { score, train, type TrainedModel } from '../learning/index.ts';
import { writeTable } from './csv.ts';
import { run } from './deal-model.ts';

let folder: string;
let out = '';
let progress = '';
const file = (name: string): string => join(folder, name);
const cli = (...args: string[]): number => run(args, { out: (text) => (out += text), progress: (text) => (progress += text) });

const deals = syntheticDeals(600, 1);
const columns = ['amount', 'region', 'route', 'customer', 'noise', 'colour'];
const cells = (features: Record<string, unknown>): string[] => columns.map((name) => String(features[name] ?? ''));
const csv = writeTable(
  ['Result', ...columns],
  deals.map(({ features, won }) => [won ? 'Won' : 'Lost', ...cells(features)])
);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deal-model-'));
  writeFileSync(file('deals.csv'), csv);
});
beforeEach(() => {
  out = '';
  progress = '';
});
afterAll(() => rmSync(folder, { recursive: true }));

const trainOn = (name: string, ...more: string[]): number =>
  cli('train', file(name), '--outcome', 'Result=Won', '--out', file('model.json'), '--report', file('report.html'), ...more);

describe('train', () => {
  it('prints the figures and writes model and report', () => {
    expect(trainOn('deals.csv', '--ignore', 'noise,colour')).toBe(0);
    expect(out).toMatch(/600 deals/);
    expect(out).toMatch(/AUC 0\.\d{4}/);
    expect(out).toMatch(/Brier score 0\.\d{4}/);
    expect(out).toMatch(/Calibration error 0\.\d{4}/);
    expect(out).toMatch(/Strongest factors[^]*amount/);
    expect(progress).toContain('%');
    expect(existsSync(file('report.html'))).toBe(true);
  });

  it('learns what the endpoint learns from the same rows', () => {
    trainOn('deals.csv', '--seed', '4');
    const model = JSON.parse(readFileSync(file('model.json'), 'utf8')) as TrainedModel;
    const rows = deals.map(({ features, won }) => ({
      won,
      features: Object.fromEntries(columns.map((name, i) => [name, cells(features)[i]!]))
    }));
    expect(model).toEqual(JSON.parse(JSON.stringify(train(rows, { seed: 4 }))));
  });

  it('holds a direction it is given, and says so in the report', () => {
    expect(trainOn('deals.csv', '--constraint', 'amount=increasing')).toBe(0);
    const { features } = JSON.parse(readFileSync(file('model.json'), 'utf8')) as TrainedModel;
    const amount = features.find(({ name }) => name === 'amount')!;
    const points = amount.shape.slice(1).map((point) => point.points);
    expect(points).toEqual([...points].sort((a, b) => a - b));
    expect(readFileSync(file('report.html'), 'utf8')).toContain('held increasing');
    expect(trainOn('deals.csv', '--constraint', 'region=increasing')).toBe(1);
    expect(progress).toContain('"region" is a category');
  });

  it('keeps the rows of one deal together when told what names a deal', () => {
    expect(trainOn('deals.csv', '--group', 'colour')).toBe(1);
    expect(progress).toContain('kept together by "colour" the deals fall into 3 groups');
    expect(trainOn('deals.csv', '--group', 'shade')).toBe(1);
    expect(progress).toContain('"shade" is not a column');
  });

  it('writes a report that fetches nothing and cannot be scripted by a column name', () => {
    const evil = '<img src=x onerror=alert(1)>';
    writeFileSync(file('evil.csv'), csv.replace('amount', evil).replaceAll('North', '<script>1</script>'));
    expect(trainOn('evil.csv')).toBe(0);
    const html = readFileSync(file('report.html'), 'utf8');
    expect(html).not.toContain(evil);
    expect(html).not.toMatch(/<script|<link|https?:\/\//);
    expect(html).toContain('<svg');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('names what it left out as leakage, and keeps it when told to', () => {
    const lines = csv.trim().split('\n');
    writeFileSync(
      file('leak.csv'),
      [`${lines[0]},Loss Reason`, ...lines.slice(1).map((line, i) => `${line},${deals[i]!.won ? 'none' : 'price'}`)].join('\n')
    );
    expect(trainOn('leak.csv')).toBe(0);
    expect(out).toMatch(/Left out[^]*Loss Reason/);
    out = '';
    expect(trainOn('leak.csv', '--allow-leakage')).toBe(0);
    expect(out).toMatch(/Kept[^]*Loss Reason/);
  });

  it('leaves open deals out', () => {
    writeFileSync(file('open.csv'), csv.replace(/^Lost/m, ''));
    expect(trainOn('open.csv')).toBe(0);
    expect(out).toContain('1 without an outcome left out');
  });

  it('reads a byte-order mark, semicolons, tabs and Windows line ends', () => {
    writeFileSync(file('odd.csv'), `\uFEFF${csv.replaceAll(',', ';').replaceAll('\n', '\r\n')}`);
    expect(trainOn('odd.csv')).toBe(0);
    writeFileSync(file('odd.csv'), Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le'));
    expect(trainOn('odd.csv')).toBe(0);
  });
});

describe('a file that cannot be used', () => {
  const problems: [string, string | null, RegExp][] = [
    ['is missing', null, /does not exist/],
    ['is empty', '', /is empty/],
    ['has a header only', 'Result,amount\n', /no deals below/],
    ['has one column', 'Result\nWon\n', /one column only/],
    ['lacks the outcome column', 'Outcome,amount\nWon,1\n', /"Result" is not a column/],
    ['has no won deal', 'Result,amount\nLost,1\nOpen,2\n', /no deal in .* has "Won" in "Result"; it holds "Lost" \(1\), "Open" \(1\)/],
    ['has won deals only', 'Result,amount\nWon,1\nWon,2\n', /both outcomes are needed/],
    ['has too few deals', 'Result,amount\nWon,1\nLost,2\n', /at least 20 deals/],
    ['has a short row', 'Result,amount\nWon,1\nLost\n', /line 3: 1 fields, but the header has 2/],
    ['has an open quote', 'Result,amount\nWon,1\n"Lost,2\n', /quote/],
    ['has text after a quote', 'Result,amount\nWon,"1"x\n', /line 2: text follows a closing quote/],
    ['has a column twice', 'Result,amount,amount\nWon,1,2\n', /two columns named "amount"/],
    ['is not text', 'Result,amount\0\nWon,1\n', /not a CSV text file/]
  ];
  for (const [what, content, message] of problems) {
    it(`${what}: says so and ends with 1`, () => {
      if (content === null) rmSync(file('bad.csv'), { force: true });
      else writeFileSync(file('bad.csv'), content);
      expect(trainOn('bad.csv')).toBe(1);
      expect(progress).toMatch(message);
    });
  }

  it('is told when an ignored column is not there', () => {
    expect(trainOn('deals.csv', '--ignore', 'nosie')).toBe(1);
    expect(progress).toContain('"nosie" is not a column');
  });
});

describe('a wrong command line', () => {
  it('ends with 2 and the usage', () => {
    for (const args of [
      ['fit'],
      ['train'],
      ['train', 'a.csv'],
      ['train', 'a.csv', '--outcome', 'Result'],
      ['train', 'a.csv', '--outcome', 'A=B', '--seed', 'x'],
      ['score'],
      ['train', 'a.csv', '--nonsense']
    ]) {
      progress = '';
      expect(cli(...args)).toBe(2);
      expect(progress).toContain('deal-model train FILE.csv');
    }
  });
});

describe('score', () => {
  beforeAll(() => trainOn('deals.csv'));

  it('prints every row with its score and reasons', () => {
    expect(cli('score', file('deals.csv'), '--model', file('model.json'))).toBe(0);
    const rows = parse(out, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(600);
    const model = JSON.parse(readFileSync(file('model.json'), 'utf8')) as TrainedModel;
    const expected = score(model, Object.fromEntries(columns.map((name, i) => [name, cells(deals[5]!.features)[i]!])));
    expect(rows[5]).toMatchObject({ Probability: expected.probability.toFixed(4), Confidence: expected.confidence.level });
    expect(rows[5]!['Reasons']).toMatch(/\([+-]\d+\.\d\)/);
  });

  it('writes no cell that a spreadsheet would run', () => {
    writeFileSync(file('formula.csv'), 'amount,region,name\n-5,North,"=HYPERLINK(""http://x"")"\n7,@SUM(A1),+1+1\n');
    expect(cli('score', file('formula.csv'), '--model', file('model.json'), '--out', file('scored.csv'))).toBe(0);
    const scored = parse(readFileSync(file('scored.csv'), 'utf8')) as string[][];
    for (const cell of scored.flat()) expect(/^[=@]|^[+-](?!\d+(\.\d+)?$)/.test(cell)).toBe(false);
    expect(scored[1]).toContain('-5');
    expect(progress).toContain('taken as not known');
  });

  it('refuses a file without any column of the model', () => {
    writeFileSync(file('other.csv'), 'a,b\n1,2\n');
    expect(cli('score', file('other.csv'), '--model', file('model.json'))).toBe(1);
    expect(progress).toContain('none of the columns');
  });

  it('refuses what is not a model', () => {
    const models: [string, RegExp][] = [
      ['not json', /not JSON/],
      ['null', /not a model/],
      ['{"format":2,"kind":"learned","features":[],"pairs":[]}', /format 2/]
    ];
    for (const [content, message] of models) {
      progress = '';
      writeFileSync(file('broken.json'), content);
      expect(cli('score', file('deals.csv'), '--model', file('broken.json'))).toBe(1);
      expect(progress).toMatch(message);
    }
  });

  it('says what to do when there is no model yet', () => {
    expect(cli('score', file('deals.csv'), '--model', file('none.json'))).toBe(1);
    expect(progress).toContain('train a model first');
  });
});
