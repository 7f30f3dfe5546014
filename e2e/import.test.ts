import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/lib/run.ts';
import { freePort } from '../scripts/lib/service-process.ts';
import { type RunningProduct, runProduct, until } from './running-product.ts';

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

describe('npm run import -- deals', () => {
  let running: RunningProduct;
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    running = await runProduct();
    folder = mkdtempSync(join(tmpdir(), 'import-'));
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As a process of its own: the org answers from this one. */
  function runImport(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'scripts/import.ts'), ...args], {
        env: { ...process.env, SF_INSTANCE_URL: running.product.url, ...environment }
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
      child.on('error', reject);
      child.on('exit', (code) => resolve({ code, output }));
    });
  }

  function csv(content: string | Uint8Array): string {
    const file = join(folder, `deals-${files++}.csv`);
    writeFileSync(file, content);
    return file;
  }

  const errorsOf = (file: string): Record<string, string>[] =>
    parse(readFileSync(file.replace('.csv', '.errors.csv')), { columns: true }) as Record<string, string>[];
  const count = async (condition: string): Promise<number> =>
    (await running.api.query(`SELECT Id FROM Deal_Registration__c WHERE ${condition}`)).totalSize;
  /** A refusal says what to do, in one line, without a stack. */
  const expectRefused = ({ code, output }: Outcome, message: RegExp): void => {
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^\s+at |node:internal/m);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBeGreaterThan(0);
  };

  const HEADING = 'Prospect Company,Country,Partner,Amount,Close Date';
  const MIXED = [
    `${HEADING},Description,Shoe Size`,
    'Import Good Ltd,Ireland,Nordwind IT,12000,2027-02-01,"Two lines,',
    'one cell",42',
    'Import Bad Amount,Ireland,Nordwind IT,"12.000,50",2027-02-01,,',
    'Import Bad Date,Ireland,Nordwind IT,12000,01/02/2027,,',
    '"=cmd|\'/C calc\'!A0",Ireland,No Such Partner,12000,2027-02-01,,',
    ',Ireland,Nordwind IT,12000,2027-02-01,,',
    'Import Short,Ireland',
    'Import Müller & Söhne 東京 Ltd,Ireland,nordwind it,0.01,2027-02-01,,'
  ].join('\n');

  it('writes nothing in a dry run and says what would happen', async () => {
    const file = csv(MIXED);
    const before = await count('Id != null');
    const { code, output } = await runImport(['deals', file, '--dry-run']);
    expect(output).toContain('Dry run: 2 of 7 rows would be registered.');
    expect(output).toContain('Shoe Size');
    expect(code).toBe(1);
    expect(errorsOf(file)).toHaveLength(5);
    expect(await count('Id != null')).toBe(before);
  });

  it('registers and scores the good rows, and gives the others back with their reasons', async () => {
    const file = csv(MIXED);
    const { code, output } = await runImport(['deals', file]);
    expect(output).toContain('2 of 7 rows registered.');
    expect(code).toBe(1);
    await until(
      'scored',
      async () => (await count("Prospect_Company__c LIKE 'Import %' AND AI_Status__c = 'Scored' AND Status__c = 'In Review'")) === 2
    );
    expect(
      await count("Prospect_Company__c = 'Import Müller & Söhne 東京 Ltd' AND Partner__r.Name = 'Nordwind IT' AND Amount__c = 0.01")
    ).toBe(1);

    const errors = errorsOf(file).map((row) => row['Import error']);
    expect(errors).toEqual([
      expect.stringMatching(/^line 4: Amount is not a plain number/),
      expect.stringMatching(/^line 5: Close Date is not a date written as YYYY-MM-DD/),
      expect.stringMatching(/^line 6: Partner no such Partner: No Such Partner/),
      expect.stringMatching(/^line 7: Prospect Company is required/),
      expect.stringMatching(/^line 8: the row has 2 cells, the heading 7/)
    ]);
    // What a spreadsheet would run is text in the file that people open.
    expect(readFileSync(file.replace('.csv', '.errors.csv'), 'utf8')).not.toMatch(/(^|,)"?=cmd/m);
  });

  it("writes the org's own reasons into the error file", async () => {
    const file = csv(
      `${HEADING},Status\nImport Decided,Ireland,Nordwind IT,5,2027-02-01,Approved\nImport Negative,Ireland,Nordwind IT,-5,2027-02-01,Submitted\n`
    );
    const { output } = await runImport(['deals', file]);
    expect(output).toContain('1 of 2 rows registered.');
    expect(errorsOf(file)[0]?.['Import error']).toMatch(/^line 3: .*negative/i);
  });

  it('reads a file that begins with a byte order mark', async () => {
    const { code, output } = await runImport(['deals', csv(`\ufeff${HEADING}\nImport Marked,Ireland,Nordwind IT,5,2027-02-01\n`)]);
    expect(output).toContain('1 of 1 rows registered.');
    expect(code).toBe(0);
  });

  it.each([
    ['separated by semicolons', `${HEADING.replaceAll(',', ';')}\nA;B;C;5;2027-02-01\n`, /semicolons.*comma/],
    ['separated by tabs', `${HEADING.replaceAll(',', '\t')}\nA\tB\tC\t5\t2027-02-01\n`, /tabs.*comma/],
    ['that is empty', '', /has no rows/],
    ['with a heading only', `${HEADING}\n`, /has no rows/],
    ['with an open quote', `${HEADING}\n"A,B,C,5,2027-02-01\n`, /could not be read/],
    ['with two columns of one name', 'Country,Country\nA,B\n', /two columns named Country/],
    [
      'that is a picture',
      Uint8Array.from({ length: 2000 }, (_, index) => (index * 131) % 256),
      /could not be read|no column|has no rows|two columns/
    ]
  ])('refuses a file %s with one clear sentence', async (_, content, message) => {
    const { code, output } = await runImport(['deals', csv(content)]);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^\s+at |node:internal/m);
    expect(code).toBe(2);
  });

  it('refuses text that is not UTF-8, cell by cell', async () => {
    const file = csv(
      Buffer.concat([Buffer.from(`${HEADING}\nImport M`), Buffer.from([0xfc]), Buffer.from('ller,Ireland,Nordwind IT,5,2027-02-01\n')])
    );
    expect((await runImport(['deals', file])).output).toContain('0 of 1 rows registered.');
    expect(errorsOf(file)[0]?.['Import error']).toContain('not UTF-8');
  });

  it('names the columns that are missing', async () => {
    expectRefused(await runImport(['deals', csv('Country,Amount\nIreland,5\n')]), /no column for: .*Company/);
  });

  it('refuses a file that does not exist, and anything but deals', async () => {
    expectRefused(await runImport(['deals', join(folder, 'none.csv')]), /none\.csv could not be read/);
    expectRefused(await runImport(['people', csv(MIXED)]), /^Usage: npm run import/);
    expectRefused(await runImport(['deals', csv(MIXED), '--wet-run']), /--wet-run/);
  });

  it('says that the password is wrong', async () => {
    const file = csv(MIXED);
    expectRefused(
      await runImport(['deals', file], { SF_PASSWORD: 'wrong' }),
      /Could not log in to http.* as admin@local\.org: INVALID_LOGIN/
    );
    expect(existsSync(file.replace('.csv', '.errors.csv'))).toBe(false);
  });

  it('says that the session is over', async () => {
    expectRefused(await runImport(['deals', csv(MIXED)], { SF_ACCESS_TOKEN: 'stale' }), /session|INVALID_SESSION_ID/i);
  });

  it('says that the org does not answer', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expectRefused(
      await runImport(['deals', csv(MIXED)], { SF_INSTANCE_URL: url }),
      /does not answer.*npm start|npm start.*does not answer/
    );
  });

  it('imports several batches', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `Import Many ${index} Ltd,Ireland,Iberia Digital,${1000 + index},2027-02-01`);
    const { output } = await runImport(['deals', csv([HEADING, ...rows].join('\n'))]);
    expect(output).toContain('450 of 450 rows registered.');
    await until(
      'all scored',
      async () => (await count("Prospect_Company__c LIKE 'Import Many %' AND AI_Status__c = 'Scored'")) === 450,
      60_000
    );
  });
});
