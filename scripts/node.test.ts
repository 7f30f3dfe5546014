import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './lib/run.ts';

const OWN_NODE_USED = 97;
/** A machine's Node in front of everything: good enough to run npm, and no other program. */
const folder = mkdtempSync(join(tmpdir(), 'own-node-'));
writeFileSync(
  join(folder, 'node'),
  `#!/bin/sh\ncase "$1" in */npm|*/npx|*/npm-cli.js|*/npx-cli.js) exec "${process.execPath}" "$@" ;; esac\necho "the machine's own Node was asked to run $*" >&2\nexit ${OWN_NODE_USED}\n`
);
chmodSync(join(folder, 'node'), 0o755);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withOwnNodeInFront = (command: string, ...args: string[]) =>
  spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }
  });

/** Lines of the README's shell blocks. */
const commands = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((match) => match[1]!.split('\n'))
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'));
const inline = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/`((?:node|sf|npm|npx) [^`]+)`/g)].map((match) => match[1]!);

describe("with an older Node of the machine's in front", () => {
  it('every documented command goes through npm, which brings its own', () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const command of [...commands, ...inline]) expect(command).toMatch(/^(npm|npx) /);
  });

  it.each(['install:sandbox', 'publish:site', 'uninstall:sandbox'])('npm run %s runs on the Node of this repository', (script) => {
    const { status, stderr } = withOwnNodeInFront('npm', 'run', '--silent', script);
    expect(stderr).toContain('Usage');
    expect(status).toBe(2);
  });

  it('and so does the Salesforce CLI', () => {
    const { stdout, stderr, status } = withOwnNodeInFront('npx', '--no-install', 'sf', '--version');
    expect(stderr).not.toContain("machine's own Node");
    expect(status).toBe(0);
    expect(stdout).toContain(`node-${process.version}`);
  }, 60_000);

  it("fails loudly where a command would take the machine's", () => {
    expect(withOwnNodeInFront('sh', '-c', 'node scripts/test.ts').status).toBe(OWN_NODE_USED);
  });
});
