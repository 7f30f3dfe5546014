/** Type check of all Apex by apex-ls: an independent second opinion beside the local org's own compiler. */
import { java } from './lib/analyzer.ts';
import { root } from './lib/run.ts';

const result = java('io.github.apexdevtools.apexls.CheckForIssues', ['-n', '-d', 'warnings', '--workspace', root]);
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
process.exitCode = result.code;
