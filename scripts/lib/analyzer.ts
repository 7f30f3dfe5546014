import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { capture } from './run.ts';

/** Class path of the Java analyzers that Salesforce's own code analyzer package carries (PMD, apex-ls, platform types). */
export const analyzerClassPath = join(
  dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine/package.json')),
  'dist/java-lib/*'
);

/** Runs a Java class of the analyzer package; a missing Java is a sentence, not a stack trace. */
export function java(mainClass: string, args: readonly string[]): { code: number; stdout: string; stderr: string } {
  try {
    return capture('java', ['-cp', analyzerClassPath, mainClass, ...args]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      console.error('This gate needs Java 11 or newer on the PATH: the Apex analyzers are Java programs.');
      process.exit(1);
    }
    throw error;
  }
}
