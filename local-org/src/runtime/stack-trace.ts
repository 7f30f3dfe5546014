/** Apex stack traces out of JavaScript ones: an emitted script keeps its source's file name and line numbers. */

export interface ApexFrame {
  /** `Class.Outer.Inner.method` or `Trigger.Name`. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** `at Outer.Inner.method (path/File.cls:3:5)`, `at path/File.trigger:3:5`. */
const FRAME =
  /^\s*at (?:async )?(?:(?:new )?(?<name>[^\s(]+)(?: \[as [^\]]+\])? \()?(?<file>[^()]*?(?<base>[^()/\\]+)\.(?<kind>cls|trigger|apex)):(?<line>\d+):\d+\)?$/;

/** Apex frames of an error, innermost first. */
export function apexFrames(stack: string | undefined): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of (stack ?? '').split('\n')) {
    const groups = FRAME.exec(text)?.groups;
    if (groups)
      frames.push({
        name: frameName(groups['base']!, groups['kind']!, groups['name']),
        file: groups['file']!,
        line: Number(groups['line'])
      });
  }
  return frames;
}

function frameName(base: string, kind: string, jsName: string | undefined): string {
  if (kind === 'trigger') return `Trigger.${base}`;
  if (kind === 'apex') return 'AnonymousBlock';
  const method = jsName?.split('.').at(-1)?.replace(/\$.*$/, '');
  return method && method !== '<anonymous>' ? `Class.${base}.${method}` : `Class.${base}`;
}

/** `Class.Foo.bar: line 3, column 1`, a line per frame. */
export function apexStackTrace(stack: string | undefined): string {
  return apexFrames(stack)
    .map(({ name, line }) => `${name}: line ${line}, column 1`)
    .join('\n');
}
