import { describe, expect, it } from 'vitest';
import { plan, readOptions, remaining } from '../unpackaged/scripts/install.ts';

const ARGS = ['--target-org', 'sandbox', '--integration-user', 'ai@example.com', '--service-url', 'https://ai.example.com'];
const steps = (...more: string[]): string[] => plan(readOptions([...ARGS, ...more]), 'schedule.apex').map((step) => step.what);

describe('installing into a sandbox', () => {
  it('compiles the components before it deploys them, and what an approval needs before the approval', () => {
    const order = steps();
    const at = (part: string): number => order.findIndex((what) => what.includes(part));
    expect(at('Compile the components')).toBe(0);
    expect(at('the package from source')).toBe(1);
    expect(at('review queue')).toBeLessThan(at('approval process'));
    expect(at('Deploy field updates')).toBeLessThan(order.indexOf('Deploy approval process'));
    expect(at('Assign')).toBeGreaterThan(at('permission sets for standard objects'));
  });

  it('installs a package version instead of source when one is named, and tells to set the address', () => {
    const options = readOptions([...ARGS, '--package', '04t000000000001AAA']);
    expect(plan(options, 'schedule.apex')[0]?.what).toContain('04t000000000001AAA');
    expect(remaining(options).join('\n')).toContain('https://ai.example.com');
  });

  it('leaves the site out on request', () => {
    expect(steps('--without-site').join()).not.toContain('Experience Cloud site');
  });

  it.each([
    [[]],
    [['--target-org', 'sandbox']],
    [[...ARGS, '--unknown']],
    [['--target-org', 'x', '--integration-user', 'y', '--service-url', 'ftp://x']]
  ])('refuses %j with a sentence', (args) => {
    expect(() => readOptions(args as string[])).toThrow(/\w+ \w+/);
  });
});
