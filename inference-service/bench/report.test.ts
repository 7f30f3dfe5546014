import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isMet, publish, type Report } from './report.ts';

const argv = process.argv;
let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.argv = [...argv.slice(0, 2), '--data', 'anywhere', '--out', folder];
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});

afterEach(() => {
  process.argv = argv;
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

it('prints ours beside the references and says which target is missed', () => {
  publish('demo', [
    { figure: 'F1', ours: 0.91234, target: '>= 0.95', references: { rival: 0.856 } },
    { figure: 'verdict', ours: 'no signal', target: 'no signal' }
  ]);
  const [table, rest] = printed as [string, string];
  expect(table).toMatch(/^F1 +0\.9123 +>= 0\.95 +MISSED +0\.856 rival$/m);
  expect(table).toMatch(/^verdict +no signal +no signal +met$/m);
  expect(rest).toContain('1 of the targets missed');
  expect(rest).toContain(join(folder, 'demo.html'));
});

it('writes every figure at full precision, with the machine, as JSON', () => {
  publish('demo', [{ figure: 'F1', ours: 0.912345678, target: '>= 0.9' }]);
  const report = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Report;
  expect(report.figures).toEqual([{ figure: 'F1', ours: 0.912345678, target: '>= 0.9', met: true }]);
  expect(report.machine.node).toBe(process.version);
});

it('draws ours and every numeric reference as a bar, and given charts, in a page that fetches nothing', () => {
  publish(
    'demo',
    [{ figure: 'F1 <of all>', ours: 0.9, references: { rival: 0.8, note: 'not run' } }],
    [
      {
        title: 'reliability',
        x: 'predicted',
        y: 'observed',
        lines: [
          {
            label: 'ours',
            diagonal: true,
            points: [
              { x: 0.1, y: 0.1 },
              { x: 0.9, y: 0.8 }
            ]
          }
        ]
      }
    ]
  );
  const page = readFileSync(join(folder, 'demo.html'), 'utf8');
  expect(page.match(/<svg/g)).toHaveLength(2);
  expect(page.match(/height="20"/g)).toHaveLength(2);
  expect(page).toContain('F1 &#60;of all&#62;');
  expect(page).not.toMatch(/https?:|<script/);
  expect(page).not.toContain('NaN');
});

describe('a target', () => {
  it.each([
    [0.01, '<= 0.01', true],
    [0.0101, '<= 0.01', false],
    [50, '< 50', false],
    [4, '> 3', true],
    ['9 of 9', '9 of 9', true],
    ['8 of 9', '9 of 9', false],
    [0.5, undefined, undefined]
  ])('%s against %s: %s', (ours, target, met) => {
    expect(isMet({ figure: '', ours, target })).toBe(met);
  });
});
