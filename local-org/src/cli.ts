#!/usr/bin/env node
import { coverage } from './coverage/command.ts';
import { MetadataError } from './metadata/xml.ts';
import { checkOrg, CompileFailure, located } from './open-org.ts';
import { FAILED, OK, UsageError, WRONG_USE, folders, namespaceOf, options } from './options.ts';
import { LockedError } from './database/lock.ts';
import { DataFileError } from './database/store.ts';
import { start } from './start.ts';
import { test } from './testing/command.ts';
import { isMendable } from './testing/run.ts';

const USAGE = `Usage:
  local-org test [PATH …] [--filter CLASS[.METHOD],…] [--json FILE|-] [--junit FILE] [--coverage] [--watch]
                 [--namespace NS] [--workers N] [--with FOLDER,…]
  local-org check [FOLDER] [--namespace NS] [--with FOLDER,…]
  local-org coverage [--missing TYPE] [--all] [--markdown | --json]
  local-org start [FOLDER] [--port N] [--host NAME] [--data FOLDER] [--reset] [--namespace NS] [--password TEXT]

FOLDER holds sfdx-project.json and defaults to the current folder; PATH is such a folder, or a folder or file of test classes
inside one. --with names projects that this one builds on.
Exit codes: 0 all well, 1 tests failed or the source has errors, 2 wrong use.`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'test':
      return test(rest);
    case 'check':
      return check(rest);
    case 'coverage':
      return coverage(rest);
    case 'start':
      return start(
        options(rest, {
          port: { type: 'string' },
          host: { type: 'string' },
          data: { type: 'string' },
          reset: { type: 'boolean' },
          namespace: { type: 'string' },
          password: { type: 'string' }
        })
      );
    case '--help':
    case 'help':
      console.log(USAGE);
      return OK;
    default:
      throw new UsageError(command === undefined ? 'No command given' : `Unknown command: ${command}`);
  }
}

/** Compiles and says whether that went well; the errors are the output, one a line: `file:line:column: message`. */
function check(args: readonly string[]): number {
  const { root, values } = options(args, { namespace: { type: 'string' }, with: { type: 'string' } });
  try {
    const { classes, triggers, objects } = checkOrg(root, {
      namespace: namespaceOf(values['namespace']),
      dependencies: folders(values['with'])
    });
    console.log(`${classes} classes, ${triggers} triggers and ${objects} custom objects are well-formed`);
    return OK;
  } catch (error) {
    if (error instanceof CompileFailure) console.log(error.message);
    else if (error instanceof MetadataError) console.log(located(error.message.split('\n')).join('\n'));
    else throw error;
    return FAILED;
  }
}

/** What the person at the keyboard can mend speaks for itself; anything else is a fault whose stack helps. */
function describe(error: unknown): string {
  if (isMendable(error) || error instanceof DataFileError || error instanceof LockedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      process.exitCode = WRONG_USE;
    } else {
      console.error(describe(error));
      process.exitCode = FAILED;
    }
  }
);
