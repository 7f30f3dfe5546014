import { describe, expect, it } from 'vitest';
import { siteProblem, siteProblems, type BundleFiles } from './site-limits.ts';

const bundles =
  (sources: Readonly<Record<string, Readonly<Record<string, string>>>>): BundleFiles =>
  (name) =>
    sources[name] && new Map(Object.entries(sources[name]));
const reasons = (sources: Parameters<typeof bundles>[0]): string[] => siteProblems('page', bundles(sources)).map(({ reason }) => reason);

describe('what a site on Lightning Web Runtime has', () => {
  it.each([
    'lwc',
    'lightning/navigation',
    'lightning/toast',
    '@salesforce/apex/X.y',
    '@salesforce/label/c.X',
    '@salesforce/i18n/locale',
    'c/other',
    './part'
  ])('includes %s', (specifier) => expect(siteProblem(specifier)).toBeNull());

  it.each([
    'lightning/empApi',
    'lightning/platformShowToastEvent',
    'lightning/modal',
    'lightningsnapin/settings',
    '@salesforce/apexContinuation/X.y'
  ])('does not include %s', (specifier) => expect(siteProblem(specifier)).toContain('does not exist on LWR sites'));

  it('is not guessed at: what is on no list is named', () => {
    expect(siteProblem('lightning/somethingNew')).toContain('look it up');
    expect(siteProblem('@salesforce/i18n/firstDayOfWeek')).toContain('locale data');
  });
});

describe('a component placed on a site', () => {
  it('is refused for what stands deep below it, in a module or in a template', () => {
    const problems = siteProblems(
      'page',
      bundles({
        page: { 'page.ts': "import { x } from 'c/helper';", 'page.html': '<template><c-deep-part></c-deep-part></template>' },
        helper: { 'helper.ts': "export { ShowToastEvent } from 'lightning/platformShowToastEvent';" },
        deepPart: { 'deepPart.html': '<template><lightning-input-field></lightning-input-field></template>' }
      })
    );
    expect(problems.map(({ bundle, file }) => `${bundle}/${file}`)).toEqual(['helper/helper.ts', 'deepPart/deepPart.html']);
  });

  it('is refused for an import made while it runs', () => {
    expect(reasons({ page: { 'page.ts': "const modal = await import('lightning/modal');" } })).toHaveLength(1);
  });

  it('may name types of what it does not have, and mention it in a comment', () => {
    expect(reasons({ page: { 'page.ts': "import type { A } from 'lightning/modal';\n// import x from 'lightning/empApi';" } })).toEqual([]);
  });

  it('may use base components that no list names, and may import in circles', () => {
    expect(
      reasons({
        page: { 'page.html': '<template><lightning-datatable></lightning-datatable><c-other></c-other></template>' },
        other: { 'other.ts': "import Page from 'c/page';\nimport {\n  a,\n  b\n} from 'lightning/uiRecordApi';" }
      })
    ).toEqual([]);
  });
});
