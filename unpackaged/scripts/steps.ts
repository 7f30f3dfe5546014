/** Something to do to an org. */
export interface AnyStep {
  readonly what: string;
  readonly args: readonly string[];
  readonly tool?: string;
  /** Taken even when a step before it failed: it puts back what an earlier step took away. */
  readonly always?: boolean;
}

export interface Outcome {
  readonly results: string[];
  readonly failed: boolean;
}

/** Takes the steps one after the other; without something to take them with, says what they would be. None is skipped in silence. */
export function take<Step extends AnyStep>(steps: readonly Step[], perform: ((step: Step) => number) | null): Outcome {
  const results: string[] = [];
  let failed = false;
  for (const step of steps) {
    if (perform === null) {
      results.push(`would run  ${step.what}\n             ${step.tool ?? 'sf'} ${step.args.join(' ')}`);
    } else if (failed && !step.always) {
      results.push(`not run    ${step.what}`);
    } else {
      const status = perform(step);
      results.push(`${status === 0 ? 'done     ' : 'FAILED   '}  ${step.what}`);
      failed ||= status !== 0;
    }
  }
  return { results, failed };
}
