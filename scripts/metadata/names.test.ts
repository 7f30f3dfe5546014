import { describe, expect, it } from 'vitest';
import { root } from '../lib/run.ts';
import { names } from './names.ts';
import { edited, readTree, type SourceTree } from './tree.ts';

const tree = readTree(root);
const FIELD = 'force-app/core/objects/Partner__c/fields/Tier__c.field-meta.xml';
const LABELS = 'force-app/core/labels/CoreSite.labels-meta.xml';
const changed = (path: string, from: string | RegExp, to: string): string =>
  names(edited(tree, path, (text) => text.replace(from, to))).join('\n');
const renamed = (from: string, to: string): SourceTree => new Map([...tree].map(([path, text]) => [path === from ? to : path, text]));

describe('names and texts', () => {
  it('are as an org takes them', () => {
    expect(names(tree)).toEqual([]);
  });

  it('are refused when they are too long', () => {
    expect(changed(FIELD, /<label>.*<\/label>/, `<label>${'x'.repeat(41)}</label>`)).toContain('label is 41 characters long, 40 are taken');
    expect(changed(LABELS, '<value>Log out', `<value>${'x'.repeat(1001)}`)).toContain('Core_Profile_Log_Out.value is 1001');
    const long = `force-app/core/objects/Partner__c/fields/${'T'.repeat(41)}__c.field-meta.xml`;
    expect(names(renamed(FIELD, long)).join('\n')).toContain('41 characters long, 40 are taken');
  });

  it('count an escaped character as one', () => {
    expect(changed(FIELD, /<label>.*<\/label>/, `<label>${'&amp;'.repeat(40)}</label>`)).toBe('');
  });

  it('are refused when they are no developer names', () => {
    for (const name of ['Two__Two', '2Tier', 'Tier_', 'Ti er'])
      expect(names(renamed(FIELD, `force-app/core/objects/Partner__c/fields/${name}__c.field-meta.xml`)).join('\n'), name).toContain(
        'is no developer name'
      );
  });

  it('are refused when file and content call it differently', () => {
    expect(changed(FIELD, '<fullName>Tier__c', '<fullName>Tire__c')).toContain('is named Tire__c inside');
  });

  it('are refused when a label stands twice, in one file or in two, or says nothing', () => {
    expect(changed(LABELS, 'Core_Bell_New', 'Core_Bell_Many')).toContain('Core_Bell_Many stands there twice');
    expect(changed(LABELS, 'Core_Bell_New', 'Core_State_Retry')).toContain('Core_State_Retry stands in two files');
    expect(changed(LABELS, '<value>Log out</value>', '<value></value>')).toContain('Core_Profile_Log_Out says nothing');
  });
});
