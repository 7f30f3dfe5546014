/**
 * Speed of the local org: `npm run bench -- local-org [--json FILE]`. Every figure stands beside its target, and a missed
 * target is exit code 1. The projects that are measured are made here, apart from the package itself.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openOrg } from '../src/open-org.ts';
import type { OpenedOrg } from '../src/open-org.ts';
import { withOrg } from '../src/platform/transaction.ts';
import { ApexId } from '../src/runtime/values/id.ts';
import { SObject } from '../src/runtime/values/sobject.ts';
import { administratorId } from '../src/testing/execute.ts';
import { customField, customObject, projectFixture } from '../src/testing/fixture.ts';
import type { TestReport } from '../src/testing/results.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  readonly note?: string;
}

/** From the command to the end of a single test, with every cache warm: the median of five. */
function warmStart(): Figure {
  const once = (): number =>
    seconds(() =>
      execFileSync(process.execPath, [CLI, 'test', PACKAGE, '--filter', 'SafeTextTest', '--workers', '1', '--json', '-'], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
    );
  once();
  return {
    name: 'warm start of this package',
    value: round(median(Array.from({ length: 5 }, once))),
    unit: 's',
    target: 2,
    note: 'one test class, whole command'
  };
}

/** 1,000 tests, a hundred in each of ten classes: a third compute, a third insert and query, a third fail and recover. */
function manyTests(): Figure {
  const files: Record<string, string> = { 'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing') };
  for (let index = 0; index < 10; index += 1) {
    const methods = Array.from({ length: 100 }, (_, number) => `  @IsTest static void t${number}() { ${testBody(number)} }`);
    files[`classes/Suite${index}Test.cls`] = `@IsTest\nprivate class Suite${index}Test {\n${methods.join('\n')}\n}`;
  }
  const fixture = projectFixture(files);
  try {
    const run = (): TestReport =>
      JSON.parse(
        execFileSync(process.execPath, [CLI, 'test', fixture.root, '--workers', '2', '--json', '-'], {
          encoding: 'utf8',
          maxBuffer: 1 << 26
        })
      ) as TestReport;
    run();
    let report: TestReport | null = null;
    const value = round(seconds(() => (report = run())));
    const passed = (report as unknown as TestReport).summary.passed;
    if (passed !== 1000) throw new Error(`Only ${passed} of the 1,000 tests passed`);
    return { name: '1,000 simple tests on 2 cores', value, unit: 's', target: 10 };
  } finally {
    fixture.remove();
  }
}

function testBody(number: number): string {
  switch (number % 3) {
    case 0:
      return `Integer total = 0; for (Integer i = 0; i <= ${number}; i++) { total += i; } Assert.areEqual(${(number * (number + 1)) / 2}, total);`;
    case 1:
      return `insert new Thing__c(Name = 'n${number}'); Assert.areEqual('n${number}', [SELECT Name FROM Thing__c].Name);`;
    default:
      return `try { throw new IllegalArgumentException('x${number}'); } catch (Exception e) { Assert.areEqual('x${number}', e.getMessage()); }`;
  }
}

const HANDLER = `public with sharing class OrderHandler {
  public static void before(List<Order_Line__c> lines) {
    Set<String> codes = new Set<String>();
    for (Order_Line__c line : lines) { codes.add(line.Code__c); }
    Map<String, Order_Line__c> known = new Map<String, Order_Line__c>();
    for (Order_Line__c line : [SELECT Id, Code__c FROM Order_Line__c WHERE Code__c IN :codes]) { known.put(line.Code__c, line); }
    Integer accounts = [SELECT COUNT() FROM Account WHERE Name LIKE 'Bench%'];
    for (Order_Line__c line : lines) { line.Total__c = line.Quantity__c * 2 + accounts + known.size(); }
  }
  public static void after(List<Order_Line__c> lines) {
    List<Account> parents = [SELECT Id, Name FROM Account WHERE Name LIKE 'Bench%' LIMIT 10];
    List<AggregateResult> sums = [SELECT Code__c code, SUM(Total__c) total FROM Order_Line__c GROUP BY Code__c LIMIT 200];
    List<User> owners = [SELECT Id, Name FROM User WHERE Id = :UserInfo.getUserId()];
    List<Task> tasks = new List<Task>();
    for (Order_Line__c line : lines) { tasks.add(new Task(Subject = 'Check ' + line.Code__c, WhatId = parents.isEmpty() ? null : parents[0].Id, OwnerId = owners[0].Id)); }
    insert tasks;
    Account summary = new Account(Name = 'Bench ' + sums.size());
    insert summary;
    summary.Description = String.valueOf(tasks.size());
    update summary;
  }
}`;

/** 200 rows through a before and an after trigger with 5 queries and 3 DML statements between them. */
function bulkInsert(): Figure[] {
  const fixture = projectFixture({
    'objects/Order_Line__c/Order_Line__c.object-meta.xml': customObject('Order Line'),
    'objects/Order_Line__c/fields/Code__c.field-meta.xml': customField(
      'Code__c',
      'Text',
      '<length>40</length><externalId>true</externalId>'
    ),
    'objects/Order_Line__c/fields/Quantity__c.field-meta.xml': customField(
      'Quantity__c',
      'Number',
      '<precision>10</precision><scale>0</scale>'
    ),
    'objects/Order_Line__c/fields/Total__c.field-meta.xml': customField('Total__c', 'Number', '<precision>12</precision><scale>2</scale>'),
    'classes/OrderHandler.cls': HANDLER,
    'triggers/OrderLines.trigger':
      'trigger OrderLines on Order_Line__c (before insert, after insert) { if (Trigger.isBefore) { OrderHandler.before(Trigger.new); } else { OrderHandler.after(Trigger.new); } }',
    'classes/Load.cls': `public class Load {
  public static void run(Integer batch) {
    List<Order_Line__c> lines = new List<Order_Line__c>();
    for (Integer i = 0; i < 200; i++) { lines.add(new Order_Line__c(Name = 'l' + i, Code__c = 'c-' + batch + '-' + i, Quantity__c = i)); }
    insert lines;
    Assert.areEqual(5, Limits.getQueries());
    Assert.areEqual(4, Limits.getDmlStatements());
  }
}`
  });
  const org = openOrg({ root: fixture.root, memory: true });
  try {
    const userId = withOrg(org, administratorId);
    const load = org.program.classes.get('load')!;
    const run = load.methods.find(({ name }) => name === 'run')!;
    const once = (batch: number): number =>
      seconds(() =>
        org.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, () =>
          (load.jsClass as unknown as Record<string, (batch: number) => void>)[run.jsName]!(batch)
        )
      ) * 1000;
    const first = once(0);
    for (let batch = 1; batch <= 5; batch += 1) once(batch);
    const times = Array.from({ length: 20 }, (_, index) => once(index + 6));
    return [
      {
        name: '200-row insert through a trigger, 5 SOQL, 3 DML',
        value: round(median(times)),
        unit: 'ms',
        target: 100,
        note: `median of 20; first ${Math.round(first)} ms, slowest ${Math.round(Math.max(...times))} ms`
      }
    ];
  } finally {
    org.close();
    fixture.remove();
  }
}

const ROWS = 100_000;

/** 100,000 rows asked by an external id and by a lookup: SOQL text to SObjects, sharing and field-level security included. */
function largeTable(): Figure[] {
  const fixture = projectFixture({
    'objects/Item__c/Item__c.object-meta.xml': customObject('Item'),
    'objects/Item__c/fields/Key__c.field-meta.xml': customField(
      'Key__c',
      'Text',
      '<length>40</length><externalId>true</externalId><unique>true</unique>'
    ),
    'objects/Item__c/fields/Account__c.field-meta.xml': customField(
      'Account__c',
      'Lookup',
      '<referenceTo>Account</referenceTo><relationshipName>Items</relationshipName>'
    )
  });
  const org = openOrg({ root: fixture.root, memory: true });
  try {
    const userId = withOrg(org, administratorId);
    const account = fill(org, userId);
    const ask = (name: string, soql: (index: number) => string, expected: number): Figure => {
      const once = (index: number): number =>
        org.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, () => {
          const started = performance.now();
          const found = org.database.queryText(soql(index), new Map(), 'user').items.length;
          if (found !== expected) throw new Error(`${soql(index)} found ${found} rows`);
          return performance.now() - started;
        });
      once(1);
      const times = Array.from({ length: 30 }, (_, index) => once(index * 3001 + 7));
      return { name, value: round(median(times)), unit: 'ms', target: 20, note: `median of 30, slowest ${round(Math.max(...times))} ms` };
    };
    return [
      ask('100,000 rows by external id', (index) => `SELECT Id, Name, Account__r.Name FROM Item__c WHERE Key__c = 'K-${index}'`, 1),
      ask('100,000 rows by lookup, 100 found', () => `SELECT Id, Name FROM Item__c WHERE Account__c = '${account}'`, 100)
    ];
  } finally {
    org.close();
    fixture.remove();
  }
}

/** Inserts the rows through the save pipeline; gives an account that a hundred of them look up to. */
function fill(org: OpenedOrg, userId: string): string {
  const insert = (rows: SObject[]): string[] =>
    org.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, () =>
      org.database.insert(rows, { access: 'system', allOrNone: true }).map((result) => result.id!)
    );
  const accounts = insert(Array.from({ length: 1000 }, (_, index) => new SObject('Account', { Name: `Account ${index}` })));
  for (let from = 0; from < ROWS; from += 5000) {
    insert(
      Array.from(
        { length: 5000 },
        (_, offset) =>
          new SObject('Item__c', {
            Name: `Item ${from + offset}`,
            Key__c: `K-${from + offset}`,
            Account__c: idOf(accounts[(from + offset) % 1000]!)
          })
      )
    );
  }
  return accounts[7]!;
}

/** Peak of the process that runs the package's tests, the largest suite here, alone. */
function memory(): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-bench-'));
  const probe = join(folder, 'probe.mjs');
  const report = join(folder, 'peak');
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`
  );
  try {
    const run = spawnSync(process.execPath, ['--import', probe, CLI, 'test', PACKAGE, '--workers', '1', '--json', '-'], {
      stdio: ['ignore', 'ignore', 'inherit']
    });
    if (run.status !== 0) throw new Error("The package's tests fail: its memory use says nothing");
    return {
      name: "peak memory of the package's tests in one process",
      value: Math.round(Number(readFileSync(report, 'utf8')) / 1024),
      unit: 'MB',
      target: 600
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function seconds(body: () => unknown): number {
  const started = performance.now();
  body();
  return (performance.now() - started) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function idOf(id: string): ApexId {
  return ApexId.of(id);
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const figures: Figure[] = [warmStart(), manyTests(), ...bulkInsert(), ...largeTable(), memory()];

for (const { name, value, unit, target, note } of figures) {
  console.log(
    `${value <= target ? 'ok    ' : 'MISSED'}  ${name.padEnd(52)} ${`${value} ${unit}`.padStart(10)}   target ${target} ${unit}${note ? `   ${note}` : ''}`
  );
}
if (values.json) {
  const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };
  writeFileSync(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}
process.exitCode = figures.every(({ value, target }) => value <= target) ? 0 : 1;
