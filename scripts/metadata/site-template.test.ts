import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../unpackaged/scripts/render.ts';
import { root } from '../lib/run.ts';
import { convertedProblems } from './converted.ts';
import { templateProblems } from './site-template.ts';
import { readTree } from './tree.ts';

const site = readFiles(join(root, 'unpackaged', 'site'));
const path = (part: string): string => [...site.keys()].find((name) => name.includes(part))!;
const changed = (part: string, from: string | RegExp, to: string) =>
  new Map([...site, [path(part), site.get(path(part))!.replace(from, to)]]);
/** The site stands for the template of the mistake: what differs is the mistake. */
const said = (part: string, from: string | RegExp, to: string): string => templateProblems(changed(part, from, to), site).join('\n');

describe('the site beside the template', () => {
  it('is refused when a file, a setting, a region or the frame is missing or another', () => {
    expect(templateProblems(site, site)).toEqual([]);
    expect(templateProblems(new Map([...site].filter(([name]) => name !== path('route/Login/content'))), site).join()).toContain(
      'is missing'
    );
    expect(said('networks/', '<picassoSite>Partner_Portal1', '<picassoSite>Other')).toContain('picassoSite is "Other"');
    expect(said('networks/', /<enableApexCDNCaching>.*<\/enableApexCDNCaching>/, '')).toContain('lacks enableApexCDNCaching');
    expect(said('networks/', '<site>', '<logoutUrl>x</logoutUrl><site>')).toContain('sets logoutUrl');
    expect(said('route/Login/content', 'login-main', 'login')).toContain('routeType is "login"');
    expect(said('view/login/content', 'community_layout:sldsFlexibleLayout', 'community_layout:other')).toContain(
      'is framed by community_layout:other'
    );
    expect(said('view/login/content', '"name": "content"', '"name": "contents"')).toContain('lacks the region content');
    expect(said('brandingSet/Build_Your_Own_LWR/content', '"BaseFont"', '"BaseFonts"')).toContain('lacks BaseFont');
  });

  it('may have its own sender, state and pages', () => {
    expect(said('networks/', 'partner-portal@example.com', 'portal@acme.com')).toBe('');
    expect(templateProblems(new Map([...site, ['more.xml', '<X/>']]), site)).toEqual([]);
  });
});

describe('what is converted', () => {
  const tree = readTree(root);
  const bundles = [...tree.keys()].flatMap((name) => /\/lwc\/(\w+)\/\1\.js-meta\.xml$/.exec(name)?.[1] ?? []);
  const converted = bundles.map((name) => `lwc/${name}/${name}.js`);
  const manifest = bundles.map((name) => `<members>${name}</members>`).join('');

  it('is refused when a component comes without its JavaScript, is not in the manifest, or brings its source', () => {
    expect(convertedProblems(converted, tree, manifest)).toEqual([]);
    expect(convertedProblems(converted.slice(1), tree, manifest).join()).toContain('arrives without its JavaScript');
    expect(convertedProblems(converted, tree, manifest.replace(bundles[0]!, 'x')).join()).toContain('is not in manifest');
    expect(convertedProblems([...converted, 'lwc/a/a.ts'], tree, manifest).join()).toContain('is of no use in an org');
  });
});
