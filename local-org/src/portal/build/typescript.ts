import type { Plugin } from 'rollup';
import ts from 'typescript';

/** Compiler settings of `force-app`: decorators stay for LWC's own compiler, only types go. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  isolatedModules: true
};

/** Strips types from `.ts` modules, so that the portal always runs the source and never a stale compilation beside it. */
export function typescript(): Plugin {
  return {
    name: 'typescript',
    transform(code, id) {
      const file = id.split('?', 1)[0]!;
      if (!file.endsWith('.ts')) return null;
      const result = ts.transpileModule(code, { compilerOptions: OPTIONS, fileName: file, reportDiagnostics: true });
      const [problem] = result.diagnostics ?? [];
      if (problem) this.error({ message: ts.flattenDiagnosticMessageText(problem.messageText, '\n'), id: file }, problem.start);
      return { code: result.outputText, map: null };
    }
  };
}
