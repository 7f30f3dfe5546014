import { readFileSync } from 'node:fs';
import { join, matchesGlob, relative, sep } from 'node:path';
import { MetadataError } from './xml.ts';

/** An entry of `replacements` in sfdx-project.json, as the CLI's string replacement documents it. */
export interface Replacement {
  readonly filename?: string;
  readonly glob?: string;
  readonly stringToReplace?: string;
  readonly regexToReplace?: string;
  readonly replaceWithEnv?: string;
  readonly replaceWithFile?: string;
  readonly allowUnsetEnvVariable?: boolean;
  /** All of these must hold. */
  readonly replaceWhenEnv?: readonly { readonly env: string; readonly value: string | number | boolean }[];
}

/** Text of a project's file as it would be deployed: with the replacements that apply to it in this environment made. */
export function replacer(
  root: string,
  replacements: readonly Replacement[],
  environment: NodeJS.ProcessEnv = process.env
): (path: string, text: string) => string {
  const rules = replacements
    .filter(({ replaceWhenEnv = [] }) => replaceWhenEnv.every(({ env, value }) => environment[env] === String(value)))
    .map((replacement) => ({ replacement, pattern: patternOf(replacement), substitute: substituteOf(root, replacement, environment) }));
  if (rules.length === 0) return (_, text) => text;
  return (path, text) => {
    const name = relative(root, path).split(sep).join('/');
    return rules
      .filter(({ replacement: { filename, glob } }) => filename === name || (glob !== undefined && matchesGlob(name, glob)))
      .reduce((changed, { pattern, substitute }) => changed.replaceAll(pattern, () => substitute()), text);
  };
}

function patternOf({ stringToReplace, regexToReplace }: Replacement): string | RegExp {
  if (stringToReplace !== undefined) return stringToReplace;
  if (regexToReplace !== undefined) return new RegExp(regexToReplace, 'g');
  throw new MetadataError(['sfdx-project.json: a replacement has neither stringToReplace nor regexToReplace']);
}

/** Looked up when something is replaced: what no file asks for need not be there. */
function substituteOf(root: string, replacement: Replacement, environment: NodeJS.ProcessEnv): () => string {
  const { replaceWithEnv, replaceWithFile, allowUnsetEnvVariable } = replacement;
  if (replaceWithFile !== undefined) return () => readFileSync(join(root, replaceWithFile), 'utf8');
  if (replaceWithEnv === undefined)
    throw new MetadataError(['sfdx-project.json: a replacement has neither replaceWithEnv nor replaceWithFile']);
  return () => {
    const value = environment[replaceWithEnv] ?? (allowUnsetEnvVariable === true ? '' : undefined);
    if (value === undefined) throw new MetadataError([`sfdx-project.json: a replacement needs the environment variable ${replaceWithEnv}`]);
    return value;
  };
}
