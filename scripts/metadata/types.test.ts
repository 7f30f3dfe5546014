import { describe, expect, it } from 'vitest';
import { root } from '../lib/run.ts';
import { edited, readTree } from './tree.ts';
import { metadataTypes } from './types.ts';

const tree = readTree(root);
const FIELD = 'force-app/core/objects/Partner__c/fields/Certifications__c.field-meta.xml';
const LAYOUT = 'force-app/core/layouts/Partner__c-Partner Layout.layout-meta.xml';
const NETWORK = 'unpackaged/site/networks/Partner Portal.network-meta.xml';
const changed = (path: string, from: string | RegExp, to: string): string =>
  metadataTypes(edited(tree, path, (text) => text.replace(from, to))).join('\n');

describe('metadata', () => {
  it('is of the types of the Metadata API', () => {
    expect(metadataTypes(tree)).toEqual([]);
  });

  it('is refused for an element that its type does not have, however deep', () => {
    expect(changed(FIELD, '<label>', '<lable>x</lable><label>')).toContain('CustomField has no lable');
    expect(changed(LAYOUT, '<behavior>Edit</behavior>', '<behaviour>Edit</behaviour>')).toContain('LayoutItem has no behaviour');
  });

  it('is refused for a word that is not of the list', () => {
    expect(changed(LAYOUT, '<behavior>Edit', '<behavior>ReadOnly')).toContain('LayoutItem.behavior is ReadOnly');
    expect(changed(FIELD, '<type>Number', '<type>Nummer')).toContain('CustomField.type is Nummer');
  });

  it('is refused for a text where a number or a truth belongs', () => {
    expect(changed(FIELD, /<precision>\d+/, '<precision>many')).toContain('CustomField.precision is many, not a number');
    expect(changed(NETWORK, '<selfRegistration>false', '<selfRegistration>no')).toContain('not true or false');
  });

  it('is refused when something stands twice that may stand once, or is missing', () => {
    expect(changed(FIELD, '<label>', '<label>Twice</label><label>')).toContain('CustomField takes one label, not 2');
    expect(changed(NETWORK, /<emailSenderAddress>.*<\/emailSenderAddress>/, '')).toContain('Network lacks emailSenderAddress');
  });

  it('is refused when it is of no type at all', () => {
    expect(changed(FIELD, /CustomField/g, 'CustomFeild')).toContain('CustomFeild is not a type of the Metadata API');
  });
});
