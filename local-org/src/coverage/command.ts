import { OK, UsageError, options, text } from '../options.ts';
import { coverageOf, measureLibrary } from './measure.ts';
import { coverageMarkdown, coverageText, missingText } from './print.ts';

/** `local-org coverage`: the share of the platform's library that is implemented. Takes no project. */
export function coverage(args: readonly string[]): number {
  const { values } = options(args, {
    missing: { type: 'string' },
    all: { type: 'boolean' },
    markdown: { type: 'boolean' },
    json: { type: 'boolean' }
  });
  const name = text(values['missing']);
  const all = values['all'] === true;
  if (name !== undefined) {
    const type = coverageOf(name);
    if (!type) throw new UsageError(`No class of the platform is called ${name}`);
    console.log(values['json'] === true ? JSON.stringify(type, null, 2) : missingText(type));
  } else {
    const measured = measureLibrary();
    console.log(
      values['json'] === true
        ? JSON.stringify(measured, null, 2)
        : values['markdown'] === true
          ? coverageMarkdown(measured, all)
          : coverageText(measured, all)
    );
  }
  return OK;
}
