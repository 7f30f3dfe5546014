import { describe, expect, it } from 'vitest';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { salesforceModule } from './salesforce-modules.ts';

const field = (name: string, more: Partial<FieldModel> = {}): [string, FieldModel] => [
  name.toLowerCase(),
  { name, label: name, ...more } as FieldModel
];

function object(name: string, fields: readonly [string, FieldModel][]): [string, ObjectModel] {
  const parents = fields.map(([, each]) => each).filter((each) => each.relationshipName);
  return [
    name.toLowerCase(),
    {
      name,
      fields: new Map(fields),
      parentRelationships: new Map(parents.map((each) => [each.relationshipName!.toLowerCase(), each]))
    } as unknown as ObjectModel
  ];
}

const model = {
  labels: new Map([['greeting', 'Hello "you"']]),
  apex: [{ name: 'DealController', kind: 'class' }],
  objects: new Map([
    object('Deal__c', [field('Name'), field('Partner__c', { relationshipName: 'Partner__r', referenceTo: ['Partner__c'] })]),
    object('Partner__c', [field('Name'), field('Tier__c')])
  ]),
  components: new Map([['custompermission', new Map([['decide_deals', {}]])]])
} as unknown as OrgModel;

const source = (specifier: string): string | null =>
  salesforceModule(specifier, { model, auraEnabled: (_class, method) => method === 'deals' });

describe('imports of @salesforce/…', () => {
  it('leaves other modules alone', () => {
    expect(source('lightning/button')).toBeNull();
  });

  it('give a label its text', () => {
    expect(source('@salesforce/label/c.Greeting')).toBe('export default "Hello \\"you\\"";');
  });

  it('name the label that does not exist', () => {
    expect(() => source('@salesforce/label/c.Nothing')).toThrow('Custom label Nothing does not exist');
  });

  it('give a field with its object, across relationships', () => {
    expect(source('@salesforce/schema/Deal__c.Partner__r.Tier__c')).toBe(
      'export default {"fieldApiName":"Partner__r.Tier__c","objectApiName":"Deal__c"};'
    );
  });

  it('name the field at the end of a relationship that does not exist', () => {
    expect(() => source('@salesforce/schema/Deal__c.Partner__r.Rank__c')).toThrow('Field Partner__c.Rank__c does not exist');
  });

  it('name the object that does not exist', () => {
    expect(() => source('@salesforce/schema/Offer__c')).toThrow('Object Offer__c does not exist');
  });

  it('call an @AuraEnabled method by class and name', () => {
    expect(source('@salesforce/apex/DealController.deals')).toContain('apexMethod("DealController", "deals")');
  });

  it('refuse a method that components may not call', () => {
    expect(() => source('@salesforce/apex/DealController.secret')).toThrow(
      'Apex class DealController has no @AuraEnabled static method secret'
    );
  });

  it('refuse a class that does not exist', () => {
    expect(() => source('@salesforce/apex/Nowhere.deals')).toThrow('Apex class Nowhere does not exist');
  });

  it('answer a custom permission from the page, and refuse an unknown one', () => {
    expect(source('@salesforce/customPermission/Decide_Deals')).toContain('context.customPermissions.includes("Decide_Deals")');
    expect(() => source('@salesforce/customPermission/Fly')).toThrow('Custom permission Fly does not exist');
  });

  it('refuse a scope that the local org does not have', () => {
    expect(() => source('@salesforce/contentAssetUrl/Logo')).toThrow('no module scope @salesforce/contentAssetUrl');
  });
});
