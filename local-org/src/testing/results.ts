export type Outcome = 'passed' | 'failed' | 'errored' | 'skipped';

/** Begins the message of a test that cannot run because its class, or one that it needs, has errors. */
export const NOT_COMPILED = 'Does not compile: ';

/** One test method. `failed` is an assertion that did not hold, `errored` any other exception. */
export interface TestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: Outcome;
  /** Exception text and Apex stack; empty when it passed. */
  readonly message: string;
  readonly ms: number;
}

export interface TestReport {
  readonly summary: {
    readonly passed: number;
    readonly failed: number;
    readonly errored: number;
    readonly skipped: number;
    readonly seconds: number;
  };
  readonly tests: readonly TestResult[];
  /** `file:line:column: message`; the tests that need such code are errored. */
  readonly compileErrors?: readonly string[];
  readonly coverage?: readonly FileCoverage[];
}

export interface FileCoverage {
  readonly file: string;
  readonly lines: number;
  readonly covered: number;
  readonly uncovered: readonly number[];
}

export function report(
  tests: readonly TestResult[],
  seconds: number,
  coverage?: readonly FileCoverage[],
  compileErrors: readonly string[] = []
): TestReport {
  const sorted = [...tests].sort((left, right) => left.class.localeCompare(right.class));
  const count = (outcome: Outcome): number => sorted.filter((test) => test.outcome === outcome).length;
  const summary = {
    passed: count('passed'),
    failed: count('failed'),
    errored: count('errored'),
    skipped: count('skipped'),
    seconds: Math.round(seconds * 100) / 100
  };
  return { summary, tests: sorted, ...(compileErrors.length > 0 ? { compileErrors } : {}), ...(coverage ? { coverage } : {}) };
}

/** Characters that XML 1.0 cannot carry are shown by their code. */
function escapeXml(text: string): string {
  return text

    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** JUnit XML: a suite per class. */
export function toJUnit({ summary, tests }: TestReport): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${tests.length}" failures="${summary.failed}" errors="${summary.errored}" skipped="${summary.skipped}" time="${summary.seconds}">`
  ];
  for (const [name, group] of Map.groupBy(tests, (test) => test.class)) {
    const seconds = group.reduce((sum, test) => sum + test.ms, 0) / 1000;
    const of = (outcome: Outcome): number => group.filter((test) => test.outcome === outcome).length;
    lines.push(
      `  <testsuite name="${escapeXml(name)}" tests="${group.length}" failures="${of('failed')}" errors="${of('errored')}" skipped="${of('skipped')}" time="${seconds}">`
    );
    for (const test of group) lines.push(...testCase(test));
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>', '');
  return lines.join('\n');
}

function testCase(test: TestResult): string[] {
  const head = `    <testcase classname="${escapeXml(test.class)}" name="${escapeXml(test.method)}" time="${test.ms / 1000}"`;
  if (test.outcome === 'passed') return [`${head}/>`];
  const element = { failed: 'failure', errored: 'error', skipped: 'skipped' }[test.outcome];
  const first = test.message.split('\n')[0] ?? '';
  return [`${head}>`, `      <${element} message="${escapeXml(first)}">${escapeXml(test.message)}</${element}>`, '    </testcase>'];
}
