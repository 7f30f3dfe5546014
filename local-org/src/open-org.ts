import { join, relative } from 'node:path';
import { compileOrg } from './compiler/index.ts';
import type { CompileError, Program } from './compiler/program.ts';
import { joinDatabase, openDatabase } from './database/open.ts';
import type { Database } from './database/database.ts';
import { loadModel } from './metadata/load.ts';
import type { OrgModel } from './metadata/model.ts';
import { MetadataError } from './metadata/xml.ts';
import type { Org } from './org.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { readSettings } from './platform/settings.ts';
import type { OrgSettings } from './platform/settings.ts';
import { beThread, startThreads } from './threads/apex-threads.ts';
import type { FromThread, ThreadData } from './threads/messages.ts';

export interface OpenOptions {
  /** Folder of sfdx-project.json. */
  readonly root: string;
  /** Keeps the rows on disk. Without it, or with `memory`, they live as long as the process. */
  readonly dataFolder?: string;
  readonly memory?: boolean;
  /** Compiles as a managed package under this namespace. */
  readonly namespace?: string;
  /** Folders of projects whose classes and metadata this one builds on, as if they were installed unmanaged. */
  readonly dependencies?: readonly string[];
  /** Folders of the project to read beside its package directories. */
  readonly directories?: readonly string[];
  /** Opens with what is well-formed; the faults of the rest, a line each, go to `onFaults`. */
  readonly partial?: boolean;
  readonly onFaults?: (faults: readonly string[]) => void;
  /** Endpoints and credential secrets beside those in the data folder and the environment. */
  readonly settings?: Partial<OrgSettings>;
  /** Receives what goes wrong where nobody waits for an answer. */
  readonly log?: (line: string) => void;
}

/** An org ready to run, with its platform's own interface. */
export interface OpenedOrg extends Org {
  readonly platform: LocalPlatform;
  /** Lets Apex that waits do so on threads of its own. For orgs kept on disk; others have one thread. */
  useThreads(): void;
  close(): void;
}

/** The source does not compile: one line per error in the message. */
export class CompileFailure extends Error {
  readonly errors: readonly CompileError[];

  constructor(errors: readonly CompileError[], root: string) {
    super(errors.map(({ file, line, column, message }) => `${relative(root, file)}:${line}:${column}: ${message}`).join('\n'));
    this.errors = errors;
  }
}

/** Reads metadata, compiles Apex, opens the rows and starts the services. Throws MetadataError or CompileFailure. */
export function openOrg(options: OpenOptions): OpenedOrg {
  const { root, namespace, dependencies, directories, partial, onFaults, log = (line: string) => console.error(line) } = options;
  const faults: string[] = [];
  const model = loadModel(root, {
    namespace,
    dependencies,
    directories,
    log,
    ...(partial && { onFaults: (found: readonly string[]) => faults.push(...found) })
  });
  if (faults.length > 0) onFaults?.(located(faults));
  try {
    return openModel(model, { ...options, log });
  } catch (error) {
    // What is left of faulty metadata may be too little to open an org with.
    throw faults.length > 0 ? new MetadataError(faults) : error;
  }
}

/** Faults of metadata are about a whole file unless they name a line. */
export function located(faults: readonly string[]): string[] {
  return faults.map((fault) =>
    fault.replace(/^(.*?)(?::(\d+))?: /, (_, file: string, line: string | undefined) => `${file}:${line ?? 1}:1: `)
  );
}

/** As `openOrg`, for metadata that is read already. */
export function openModel(model: OrgModel, options: Omit<OpenOptions, 'root' | 'namespace' | 'dependencies' | 'directories'>): OpenedOrg {
  const { dataFolder, log = (line: string) => console.error(line) } = options;
  const program = compile(model, options);
  const partial = options.partial === true;
  const file = options.memory || dataFolder === undefined ? undefined : join(dataFolder, 'org.db');
  const settings = readSettings(dataFolder, options.settings);
  const org = assemble(model, program, (opened) => openDatabase(model, { org: opened, file }), settings, log);
  if (file !== undefined) org.useThreads = () => startThreads(org, { partial, file, settings });
  return org;
}

/** The org of another thread again, on this one: the same metadata and rows, a program and a connection of its own. */
export function openOnThread(data: ThreadData, say: (message: FromThread) => void): OpenedOrg {
  const { model, file, settings } = data;
  const program = compile(model, data);
  const log = (line: string): void => say({ kind: 'log', line });
  const org = assemble(model, program, () => joinDatabase(model, file), settings, log, true);
  beThread(org, data, say);
  return org;
}

/** The parts know each other through the org, which is complete before anything runs. */
function assemble(
  model: OrgModel,
  program: Program,
  open: (org: Org) => { database: Database; organizationId: string },
  settings: OrgSettings,
  log: (line: string) => void,
  joined = false
): OpenedOrg {
  const org = { model, program, id: '' } as { -readonly [Key in keyof OpenedOrg]: OpenedOrg[Key] };
  const { database, organizationId } = open(org);
  org.id = organizationId;
  org.database = database;
  org.platform = new LocalPlatform(org, { settings, log });
  org.useThreads = () => {};
  org.close = () => {
    org.platform.close();
    void org.platform.threads?.close();
    database.close();
  };
  if (!joined) org.platform.prepare();
  return org;
}

function compile(model: OrgModel, { partial, onFaults }: Pick<OpenOptions, 'partial' | 'onFaults'> = {}): Program {
  const { program, errors } = compileOrg(model, { partial });
  if (!program) throw new CompileFailure(errors, model.root);
  if (errors.length > 0) onFaults?.(new CompileFailure(errors, model.root).message.split('\n'));
  return program;
}

/** Compiles without opening anything; throws as `openOrg` does. */
export function checkOrg(
  root: string,
  options: Pick<OpenOptions, 'namespace' | 'dependencies'> = {}
): { classes: number; triggers: number; objects: number } {
  const model = loadModel(root, options);
  const program = compile(model);
  return {
    classes: program.classes.size,
    triggers: program.triggers.length,
    objects: [...model.objects.values()].filter((object) => object.kind !== 'standard').length
  };
}
