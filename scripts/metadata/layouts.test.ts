import { describe, expect, it } from 'vitest';
import { root } from '../lib/run.ts';
import { layouts } from './layouts.ts';
import { edited, readTree } from './tree.ts';

const tree = readTree(root);
const JOB = 'force-app/core/layouts/AI_Job__c-AI Job Layout.layout-meta.xml';
const PARTNER = 'force-app/core/layouts/Partner__c-Partner Layout.layout-meta.xml';
const behave = (field: string, from: string, to: string) => (text: string) =>
  text.replace(new RegExp(`<behavior>${from}</behavior>(\\s*<field>${field}</field>)`), `<behavior>${to}</behavior>$1`);

describe('page layouts', () => {
  it('are as an org takes them', () => {
    expect(layouts(tree)).toEqual([]);
  });

  it('are refused when a required field can only be read', () => {
    expect(layouts(edited(tree, JOB, behave('Status__c', 'Required', 'Readonly')))).toEqual([
      `${JOB}: Status__c is Readonly, an org takes it only as Required`
    ]);
  });

  it('are refused when a required field is only offered', () => {
    expect(layouts(edited(tree, JOB, behave('Status__c', 'Required', 'Edit'))).join()).toContain('Status__c is Edit');
  });

  it('are refused when a required field is not there at all', () => {
    const gone = edited(tree, JOB, (text) => text.replace('<field>Use_Case__c</field>', '<field>Last_Error__c</field>'));
    expect(layouts(gone).join()).toContain('Use_Case__c is required and does not stand on the layout');
  });

  it('are refused when a numbered name is to be typed, or a typed name can only be read', () => {
    expect(layouts(edited(tree, JOB, behave('Name', 'Readonly', 'Edit'))).join()).toContain('Name is Edit');
    expect(layouts(edited(tree, PARTNER, behave('Name', 'Required', 'Readonly'))).join()).toContain('Name is Readonly');
  });

  it('are refused when a field becomes a master, a formula or a roll-up and the layout does not follow', () => {
    const field = 'force-app/core/objects/Partner__c/fields/Tier__c.field-meta.xml';
    const typed = (type: string) => edited(tree, field, (text) => text.replace(/<type>\w+<\/type>/, `<type>${type}</type>`));
    expect(layouts(typed('MasterDetail')).join()).toContain('Tier__c is Edit, an org takes it only as Required');
    expect(layouts(typed('Summary')).join()).toContain('Tier__c is Edit, an org takes it only as Readonly');
    const formula = edited(tree, field, (text) => text.replace('<type>', '<formula>1</formula><type>'));
    expect(layouts(formula).join()).toContain('Tier__c is Edit, an org takes it only as Readonly');
  });

  it('are refused when a field stands there twice', () => {
    const twice = edited(tree, JOB, (text) => text.replace('<field>Claim__c</field>', '<field>Last_Error__c</field>'));
    expect(layouts(twice).join()).toContain('Last_Error__c stands there twice');
  });
});
