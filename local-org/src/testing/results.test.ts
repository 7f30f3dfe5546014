import { describe, expect, it } from 'vitest';
import { report, toJUnit } from './results.ts';

const tests = [
  { class: 'B', method: 'works', outcome: 'passed', message: '', ms: 5 },
  {
    class: 'A',
    method: 'breaks',
    outcome: 'failed',
    message: 'System.AssertException: <b> & "x"\u0000\nClass.A.breaks: line 3, column 1',
    ms: 7
  },
  { class: 'A', method: 'explodes', outcome: 'errored', message: 'System.NullPointerException', ms: 1 }
] as const;

describe('test report', () => {
  it('counts outcomes and sorts by class', () => {
    const result = report(tests, 1.234);
    expect(result.summary).toEqual({ passed: 1, failed: 1, errored: 1, skipped: 0, seconds: 1.23 });
    expect(result.tests.map((test) => test.class)).toEqual(['A', 'A', 'B']);
  });

  it('writes JUnit that survives hostile messages', () => {
    const xml = toJUnit(report(tests, 1));
    expect(xml).toContain('<testsuite name="A" tests="2" failures="1" errors="1"');
    expect(xml).toContain('&lt;b&gt; &amp; &quot;x&quot;\\u0000');
    expect(xml).not.toContain('\u0000');
  });
});
