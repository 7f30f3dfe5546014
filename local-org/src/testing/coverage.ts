import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import type { Profiler } from 'node:inspector';
import type { FileCoverage } from './results.ts';

/**
 * Line coverage of Apex from V8's own block coverage: compiled scripts carry the path of their Apex file, and statement N
 * of the source is on line N of the script.
 */
export class CoverageRecorder {
  private readonly session = new Session();
  private readonly sources = new Map<string, string>();

  start(): void {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Hit count of each line of each Apex file since the last call; lines without code are absent. */
  take(): Map<string, Map<number, number>> {
    const result = new Map<string, Map<number, number>>();
    const { result: scripts } = this.call<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
    for (const script of scripts) {
      if (!/\.(cls|trigger)$/.test(script.url)) continue;
      result.set(
        script.url.startsWith('file:') ? fileURLToPath(script.url) : script.url,
        lineHits(this.source(script.scriptId), script.functions)
      );
    }
    return result;
  }

  stop(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }

  private source(scriptId: string): string {
    let text = this.sources.get(scriptId);
    if (text === undefined) {
      if (this.sources.size === 0) this.session.post('Debugger.enable');
      text = this.call<{ scriptSource: string }>('Debugger.getScriptSource', { scriptId }).scriptSource;
      this.sources.set(scriptId, text);
    }
    return text;
  }

  /** The inspector of the own thread answers before `post` returns. */
  private call<T>(method: string, params: object = {}): T {
    let answer: { error: Error | null; value: T } | undefined;
    this.session.post(
      method as 'Runtime.enable',
      params as never,
      ((error: Error | null, value: T) => {
        answer = { error, value };
      }) as never
    );
    if (!answer || answer.error) throw new Error(`The inspector did not answer ${method}: ${answer?.error?.message ?? 'no reply'}`);
    return answer.value;
  }
}

/** Code that the compiler adds to method bodies: it stands on lines that hold no statement of the source. */
const ADDED =
  /const \$s = \$\.enter\('\w+'\); try \{|(?:return (?:null|this);)?\} finally \{\$\.leave\(\$s\);\}|\{?return (?:null|this);(?=\s*(?:var [\w,]+;)?\};?)|var t0[\w,]*;/g;
/** A statement: a call, an assignment, a return or throw, a step. */
const STATEMENT = /[\w)\]]\s*\(|=|\breturn\b|\bthrow\b|\+\+|--/;

/**
 * Hits of each line with a statement inside a method. As on the platform a line is covered when its statement began: a
 * branch within the line (`?:`, `??`, `?.`) that was not taken does not make it uncovered.
 */
export function lineHits(source: string, functions: readonly Profiler.FunctionCoverage[]): Map<number, number> {
  const text = source.replace(ADDED, (added) => ' '.repeat(added.length));
  const counts = new Int32Array(source.length);
  // Inner ranges come after the ones around them and overrule them.
  const ranges = functions
    .flatMap((each) => each.ranges)
    .sort((left, right) => left.startOffset - right.startOffset || right.endOffset - left.endOffset);
  for (const range of ranges) counts.fill(range.count, range.startOffset, Math.min(range.endOffset, source.length));
  const inBody = new Uint8Array(source.length);
  for (const {
    functionName,
    ranges: [whole]
  } of functions) {
    // The unnamed function at the very beginning wraps the whole script.
    if (!whole || (functionName === '' && whole.startOffset <= 1)) continue;
    const opening = source.indexOf('{', whole.startOffset);
    inBody.fill(1, opening + 1, whole.endOffset - 1);
  }
  const hits = new Map<number, number>();
  let offset = 0;
  text.split('\n').forEach((line, index) => {
    const inside = [...line].map((character, column) => (inBody[offset + column] === 1 ? character : ' ')).join('');
    if (STATEMENT.test(inside)) {
      let most = 0;
      for (let column = 0; column < inside.length; column += 1)
        if (/[^\s{}]/.test(inside[column]!)) most = Math.max(most, counts[offset + column]!);
      hits.set(index + 1, most);
    }
    offset += line.length + 1;
  });
  return hits;
}

/** Adds the counts of several processes and sums up each file. Test classes do not count. */
export function mergeCoverage(
  parts: readonly ReadonlyMap<string, ReadonlyMap<number, number>>[],
  isTest: (file: string) => boolean
): FileCoverage[] {
  const merged = new Map<string, Map<number, number>>();
  for (const part of parts) {
    for (const [file, lines] of part) {
      if (isTest(file)) continue;
      const into = merged.get(file) ?? new Map<number, number>();
      merged.set(file, into);
      for (const [line, count] of lines) into.set(line, (into.get(line) ?? 0) + count);
    }
  }
  return [...merged]
    .map(([file, lines]) => {
      const uncovered = [...lines].filter(([, count]) => count === 0).map(([line]) => line);
      return { file, lines: lines.size, covered: lines.size - uncovered.length, uncovered };
    })
    .sort((left, right) => left.file.localeCompare(right.file));
}
