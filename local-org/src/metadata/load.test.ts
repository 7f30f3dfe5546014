import { afterEach, describe, expect, it } from 'vitest';
import { DEFINITION, objectFiles, writeProject } from '../database/testing/fixture.ts';
import { loadModel } from './load.ts';
import { MetadataError } from './xml.ts';

const projects: { remove(): void }[] = [];
function load(files: Record<string, string>) {
  const project = writeProject(files);
  projects.push(project);
  return loadModel(project.root);
}
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const LOOKUP = '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>';

describe('loadModel', () => {
  it('reads one object whose parts are spread over folders and package directories', () => {
    const model = load({
      ...objectFiles('Deal__c', DEFINITION, { Account__c: LOOKUP }),
      ...objectFiles(
        'Deal__c',
        '',
        { Amount__c: '<type>Currency</type><precision>16</precision><scale>2</scale>' },
        'force-app/other/objects'
      ),
      ...objectFiles('Deal__c', '', { Extra__c: '<type>Text</type><length>10</length>' }, 'unpackaged/objects')
    });
    const deal = model.objects.get('deal__c')!;
    expect([...deal.fields.keys()]).toEqual(expect.arrayContaining(['id', 'name', 'account__c', 'amount__c', 'extra__c', 'ownerid']));
    expect(model.packageDirectories).toEqual(['force-app', 'unpackaged']);
  });

  it('links a lookup to its parent and the parent to its children', () => {
    const model = load(objectFiles('Deal__c', DEFINITION, { Account__c: LOOKUP }));
    expect(model.objects.get('deal__c')!.parentRelationships.get('account__r')?.referenceTo).toEqual(['Account']);
    expect(model.objects.get('account')!.childRelationships).toContainEqual({
      name: 'Deals__r',
      childObject: 'Deal__c',
      field: 'Account__c',
      cascadeDelete: false
    });
  });

  it('reads a file once when one package directory lies in another, however the directories are written', () => {
    const project = {
      packageDirectories: [{ path: './force-app' }, { path: 'force-app\\main' }, { path: 'force-app/main/' }],
      sourceApiVersion: '65.0'
    };
    const files = objectFiles('Deal__c', DEFINITION, { Account__c: LOOKUP }, 'force-app/main/objects');
    const model = load({ ...files, 'sfdx-project.json': JSON.stringify(project) });
    expect(model.packageDirectories).toEqual(['force-app', 'force-app/main']);
    expect(model.objects.get('deal__c')!.fields.has('account__c')).toBe(true);
  });

  it("lets a later package directory's definition replace an earlier one's", () => {
    const text = (length: number) => ({ Code__c: `<type>Text</type><length>${length}</length>` });
    const model = load({
      ...objectFiles('Deal__c', DEFINITION, text(10)),
      ...objectFiles('Deal__c', '', text(20), 'unpackaged/objects')
    });
    expect(model.objects.get('deal__c')!.fields.get('code__c')?.length).toBe(20);
  });

  it('refuses a field that one package directory defines twice', () => {
    const field = { Code__c: '<type>Text</type><length>10</length>' };
    const files = { ...objectFiles('Deal__c', DEFINITION, field), ...objectFiles('Deal__c', '', field, 'force-app/other/objects') };
    expect(() => load(files)).toThrow('field Deal__c.Code__c is defined twice');
  });

  it('takes from a standard field in source what the project changes about it', () => {
    const model = load(
      objectFiles('Account', '', { Name: '<trackHistory>true</trackHistory>', Tier: '<trackHistory>false</trackHistory>' })
    );
    expect(model.objects.get('account')!.fields.get('name')).toMatchObject({ type: 'String', trackHistory: true });
    expect(model.objects.get('account')!.fields.has('tier')).toBe(false);
  });

  it('decodes numeric character references', () => {
    const model = load(
      objectFiles('Deal__c', DEFINITION, { A__c: '<type>Text</type><length>9</length><defaultValue>&#39;x&#39;</defaultValue>' })
    );
    expect(model.objects.get('deal__c')!.fields.get('a__c')?.defaultValue).toBe("'x'");
  });

  it('gives a private object a share object', () => {
    expect(load(objectFiles('Deal__c', DEFINITION, {})).objects.has('deal__share')).toBe(true);
  });

  it('keeps the key prefixes of other objects when one is added', () => {
    const before = load(objectFiles('Deal__c', DEFINITION, {}));
    const after = load({ ...objectFiles('Deal__c', DEFINITION, {}), ...objectFiles('Aardvark__c', DEFINITION, {}) });
    expect(after.objects.get('deal__c')!.keyPrefix).toBe(before.objects.get('deal__c')!.keyPrefix);
  });

  it('keeps other components as parsed XML by type and name', () => {
    const model = load({
      'force-app/queues/Deals.queue-meta.xml':
        '<Queue><name>Deals</name><queueSobject><sobjectType>Deal__c</sobjectType></queueSobject></Queue>',
      ...objectFiles('Deal__c', DEFINITION, {})
    });
    expect(model.components.get('queue')?.get('deals')?.body).toEqual({ name: 'Deals', queueSobject: { sobjectType: 'Deal__c' } });
  });

  it('reads custom metadata records with their values', () => {
    const type = objectFiles('Use_Case__mdt', '<label>Use Case</label><pluralLabel>Use Cases</pluralLabel>', {
      Phase__c: '<type>Number</type><precision>3</precision><scale>0</scale>'
    });
    const record =
      '<CustomMetadata xmlns:xsi="x" xmlns:xsd="y"><label>Score</label><protected>false</protected><values><field>Phase__c</field><value xsi:type="xsd:double">2.0</value></values></CustomMetadata>';
    const model = load({ ...type, 'force-app/customMetadata/Use_Case.Score.md-meta.xml': record });
    expect(model.customMetadata.get('use_case__mdt')).toMatchObject([
      { developerName: 'Score', label: 'Score', values: { Phase__c: '2.0' } }
    ]);
  });

  it.each([
    [
      'malformed XML',
      { 'force-app/objects/Deal__c/Deal__c.object-meta.xml': '<CustomObject><label>x</CustomObject>' },
      /Deal__c\.object-meta\.xml:1: malformed XML/
    ],
    [
      'a lookup to an unknown object',
      objectFiles('Deal__c', DEFINITION, {
        X__c: '<type>Lookup</type><referenceTo>Nope__c</referenceTo><relationshipName>Xs</relationshipName>'
      }),
      /Deal__c\.object-meta\.xml: field X__c refers to the unknown object Nope__c/
    ],
    [
      'fields of an object that nobody defines',
      objectFiles('Deal__c', '', { X__c: '<type>Checkbox</type><defaultValue>false</defaultValue>' }),
      /object Deal__c has no Deal__c\.object-meta\.xml/
    ],
    [
      'a field type that does not exist',
      objectFiles('Deal__c', DEFINITION, { X__c: '<type>Telepathy</type>' }),
      /X__c\.field-meta\.xml: field X__c has the unsupported type Telepathy/
    ],
    [
      'a permission for a field that does not exist',
      {
        'force-app/permissionsets/P.permissionset-meta.xml':
          '<PermissionSet><label>P</label><fieldPermissions><field>Account.Nope__c</field><readable>true</readable><editable>false</editable></fieldPermissions></PermissionSet>'
      },
      /P\.permissionset-meta\.xml: fieldPermissions name the unknown field Account\.Nope__c/
    ],
    ['a class without its meta file', { 'force-app/classes/A.cls': 'class A {}' }, /A\.cls: has no A\.cls-meta\.xml/]
  ])('names the file for %s', (_what, files, message) => {
    expect(() => load(files as Record<string, string>)).toThrow(MetadataError);
    expect(() => load(files as Record<string, string>)).toThrow(message);
  });

  it('changes its fingerprint when a field changes and not otherwise', () => {
    const files = objectFiles('Deal__c', DEFINITION, { A__c: '<type>Text</type><length>10</length>' });
    const longer = objectFiles('Deal__c', DEFINITION, { A__c: '<type>Text</type><length>20</length>' });
    expect(load(files).fingerprint).toBe(load(files).fingerprint);
    expect(load(longer).fingerprint).not.toBe(load(files).fingerprint);
  });
});
