import { describe, expect, it } from 'vitest';
import { root } from '../lib/run.ts';
import { permissions } from './permissions.ts';
import { references } from './references.ts';
import { edited, readTree, without, type SourceTree } from './tree.ts';

const tree = readTree(root);
const file = (pattern: RegExp): string => {
  const found = [...tree.keys()].find((path) => pattern.test(path));
  if (!found) throw new Error(`No file like ${pattern.source}`);
  return found;
};
const replaced = (pattern: RegExp, from: string | RegExp, to: string): SourceTree =>
  edited(tree, file(pattern), (text) => text.replace(from, to));

describe('names in the metadata', () => {
  it('lead to what is there', () => {
    expect(references(tree)).toEqual([]);
  });

  it.each<[string, RegExp, string | RegExp, string, string]>([
    ['a field of a layout', /Partner Layout/, 'Tier__c', 'Tire__c', 'Partner__c.Tire__c'],
    ['a field of a compact layout', /Partner_Compact/, /<fields>\w+__c/, '<fields>Tire__c', 'Partner__c.Tire__c'],
    ['a compact layout', /AI_Job__c\.object-meta/, 'AI_Job_Compact', 'Gone', 'AI_Job__c.Gone'],
    ['a column of a list view', /AI_Job__c\/listViews\/Dead/, /<columns>\w+__c/, '<columns>Gone__c', 'AI_Job__c.Gone__c'],
    ['a lookup', /Deal_Registration__c\/fields\/Partner__c/, '<referenceTo>Partner__c', '<referenceTo>Partners__c', 'Partners__c'],
    ['a class of a permission set', /(?:ChannelAdmin|Core_Channel_Admin)\.permissionset-meta/, /<apexClass>\w+/, '<apexClass>Gone', 'Gone'],
    ['a field of a permission set', /force-app.*permissionset-meta/, /<field>(\w+__c)\.\w+/, '<field>$1.Gone__c', 'Gone__c'],
    ['a tab of an app', /\.app-meta/, /<tabs>(?!standard)\w+/, '<tabs>Gone', 'Gone'],
    ['a page of a tab', /AI_Admin\.tab-meta/, '<flexiPage>AI_Admin', '<flexiPage>Gone', 'Gone'],
    ['a field of a custom metadata record', /Background_Job\.Retention/, 'Class_Name__c', 'Class__c', 'Background_Job__mdt.Class__c'],
    ['a class of a custom metadata record', /Background_Job\.Retention/, '>AiRetentionJob<', '>RetentionJob<', 'RetentionJob'],
    ['a field of the approval process', /approvalProcess-meta/, 'Amount__c', 'Amounts__c', 'Amounts__c'],
    [
      'a field update of the approval process',
      /approvalProcess-meta/,
      '<name>Deal_Status_Approved',
      '<name>Gone',
      'Deal_Registration__c.Gone'
    ],
    ['a queue of the approval process', /approvalProcess-meta/, '<name>Deal_Review', '<name>Gone', 'Gone'],
    ['a field of a sharing set', /sharingSet-meta/, 'Partner_Account__c', 'Gone__c', 'Deal_Registration__c.Gone__c'],
    [
      'the trigger of the subscriber',
      /platformEventSubscriberConfig-meta/,
      '<platformEventConsumer>AiWork',
      '<platformEventConsumer>Gone',
      'Gone'
    ],
    ['a permission set of the network', /network-meta/, /<permissionSet>\w+/, '<permissionSet>Gone', 'Gone'],
    ['the credential of a header', /externalCredential-meta/, '$Credential.Inference_Service', '$Credential.Gone', 'Gone'],
    ['a label in a component', /coreSiteLabels\.ts/, 'c.Core_Bell_New', 'c.Core_Bell_Old', 'Core_Bell_Old'],
    ['a label in Apex', /classes\/NotificationController\.cls$/, 'Label.Error_No_Permission', 'Label.Error_Gone', 'Error_Gone'],
    ['a component imported by another', /coreProfileMenu\.ts/, "'c/coreFormat'", "'c/coreFormats'", 'coreFormats'],
    ['a field in an e-mail template', /\.email$/, 'Prospect_Company__c', 'Gone__c', 'Deal_Registration__c.Gone__c']
  ])('are refused when %s does not exist', (_, pattern, from, to, name) => {
    expect(references(replaced(pattern, from, to)).join('\n')).toContain(name);
  });

  it('are refused when a page shows a component that is not exposed to its kind', () => {
    const meta = /coreHealthCheck\.js-meta/;
    expect(references(replaced(meta, '<isExposed>true', '<isExposed>false')).join('\n')).toContain('coreHealthCheck is not exposed');
    expect(references(replaced(meta, /lightning__\w+Page/g, 'lightningCommunity__Page')).join('\n')).toContain(
      'coreHealthCheck is not exposed'
    );
    expect(references(replaced(/AI_Admin\.flexipage/, 'coreHealthCheck', 'coreHealthChecks')).join('\n')).toContain(
      'there is no component'
    );
  });

  it('are refused when what they name is deleted', () => {
    expect(references(without(tree, file(/AI_Job__c\/fields\/Status__c/))).join('\n')).toContain('AI_Job__c.Status__c');
  });

  it('of the platform are left to the org', () => {
    const standard = replaced(/Channel_Manager_Standard_Objects\.permissionset-meta/, '<object>Account', '<object>Order');
    expect(references(standard)).toEqual([]);
  });
});

describe('permission sets', () => {
  const SET = /force-app\/deal-registration\/permissionsets\//;
  const said = (from: string | RegExp, to: string, pattern = SET): string => permissions(replaced(pattern, from, to)).join('\n');

  it('are as an org takes them', () => {
    expect(permissions(tree)).toEqual([]);
  });

  it('are refused for rights on a field that everybody must fill', () => {
    const required = edited(tree, file(/Deal_Registration__c\/fields\/Amount__c/), (text) =>
      text.replace('<label>', '<required>true</required><label>')
    );
    expect(permissions(required).join('\n')).toContain('Deal_Registration__c.Amount__c is required');
  });

  it('are refused for writing what is computed', () => {
    const formula = edited(tree, file(/Deal_Registration__c\/fields\/Amount__c/), (text) =>
      text.replace('<label>', '<formula>1</formula><label>')
    );
    expect(permissions(formula).join('\n')).toContain('Deal_Registration__c.Amount__c is computed');
  });

  it('are refused for a right without those it rests on', () => {
    expect(said(/<allowRead>true/g, '<allowRead>false')).toContain('rests on allowRead');
  });

  it('of the package are refused for rights on standard objects', () => {
    expect(said(/<object>\w+__c/, '<object>Account')).toContain('Account is a standard object');
  });
});
