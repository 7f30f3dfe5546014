import { beforeAll, describe, expect, it } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { executeTests } from './execute.ts';
import { customField, customObject, metadata, projectFixture } from './fixture.ts';
import type { TestResult } from './results.ts';

/** Behaviour that needs compiler, platform and rows together, stated as Apex tests; each must pass here. */
const TESTS = `@IsTest
private class BehaviourTest {
  @IsTest static void mergeMovesChildrenAndDeletesTheDuplicate() {
    Account master = new Account(Name = 'Master');
    Account duplicate = new Account(Name = 'Duplicate');
    insert new List<Account>{ master, duplicate };
    Contact child = new Contact(LastName = 'Child', AccountId = duplicate.Id);
    insert child;
    merge master duplicate;
    Assert.areEqual(master.Id, [SELECT AccountId FROM Contact WHERE Id = :child.Id].AccountId);
    Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Id = :duplicate.Id]);
    Assert.areEqual(master.Id, [SELECT MasterRecordId FROM Account WHERE Id = :duplicate.Id ALL ROWS].MasterRecordId);
  }
  @IsTest static void mergeTellsWhatItMoved() {
    List<Account> rows = new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
    insert rows;
    Contact child = new Contact(LastName = 'Child', AccountId = rows[2].Id);
    insert child;
    List<Database.MergeResult> results = Database.merge(rows[0], new List<Id>{ rows[1].Id, rows[2].Id });
    Assert.areEqual(2, results.size());
    Assert.isTrue(results[1].isSuccess());
    Assert.areEqual(new List<String>{ rows[2].Id }, results[1].getMergedRecordIds());
    Assert.areEqual(new List<String>{ child.Id }, results[1].getUpdatedRelatedIds());
  }
  @IsTest static void mergeWithItselfFails() {
    Account row = new Account(Name = 'A');
    insert row;
    try {
      merge row row;
      Assert.fail('A record cannot be merged with itself');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().contains('merged with itself'), e.getMessage());
    }
    Assert.isFalse(Database.merge(row, row.Id, false).isSuccess());
  }
  private static Database.LeadConvert conversionOf(Lead row) {
    Database.LeadConvert conversion = new Database.LeadConvert();
    conversion.setLeadId(row.Id);
    conversion.setConvertedStatus('Closed - Converted');
    return conversion;
  }
  @IsTest static void aLeadBecomesAccountContactAndOpportunity() {
    Lead row = new Lead(FirstName = 'Ada', LastName = 'Byron', Company = 'Engines', Email = 'ada@example.com', City = 'London');
    insert row;
    Database.LeadConvertResult result = Database.convertLead(conversionOf(row));
    Assert.isTrue(result.isSuccess());
    Assert.areEqual('Engines', [SELECT Name FROM Account WHERE Id = :result.getAccountId()].Name);
    Contact person = [SELECT Email, AccountId, MailingCity FROM Contact WHERE Id = :result.getContactId()];
    Assert.areEqual('ada@example.com', person.Email);
    Assert.areEqual('London', person.MailingCity);
    Assert.areEqual(result.getAccountId(), person.AccountId);
    Assert.areEqual(1, [SELECT COUNT() FROM OpportunityContactRole WHERE OpportunityId = :result.getOpportunityId()]);
    row = [SELECT IsConverted, ConvertedAccountId FROM Lead WHERE Id = :row.Id];
    Assert.isTrue(row.IsConverted);
    Assert.areEqual(result.getAccountId(), row.ConvertedAccountId);
  }
  @IsTest static void aLeadIsConvertedOnceAndWithAConvertedStatus() {
    Lead row = new Lead(LastName = 'Byron', Company = 'Engines');
    insert row;
    Database.LeadConvert conversion = conversionOf(row);
    conversion.setConvertedStatus('Nonsense');
    Assert.areEqual('INVALID_STATUS', String.valueOf(Database.convertLead(conversion, false).getErrors()[0].getStatusCode()));
    conversion.setConvertedStatus('Closed - Converted');
    conversion.setDoNotCreateOpportunity(true);
    Assert.isNull(Database.convertLead(conversion).getOpportunityId());
    try {
      Database.convertLead(conversion);
      Assert.fail('A lead is converted once');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().contains('CANNOT_UPDATE_CONVERTED_LEAD'), e.getMessage());
    }
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Engines']);
  }
  @IsTest static void aFormulaReadsRowsAndFailsOnWhatDoesNotExist() {
    FormulaEval.FormulaInstance big = Formula.builder().withType(Account.SObjectType).withReturnType(FormulaEval.FormulaReturnType.BOOLEAN).withFormula('AnnualRevenue > 10 && BEGINS(Name, "A")').build();
    Assert.isTrue((Boolean) big.evaluate(new Account(Name = 'Acme', AnnualRevenue = 11)));
    Assert.isFalse((Boolean) big.evaluate(new Account(Name = 'Acme', AnnualRevenue = 10)));
    Assert.areEqual(new Set<String>{ 'AnnualRevenue', 'Name' }, big.getReferencedFields());
    try {
      Formula.builder().withType(Account.SObjectType).withReturnType(FormulaEval.FormulaReturnType.STRING).withFormula('Missing__c').build();
      Assert.fail('The field does not exist');
    } catch (FormulaValidationException e) {
      Assert.isTrue(e.getMessage().contains('Missing__c'), e.getMessage());
    }
  }
  @IsTest static void aTemplateMixesTextAndFormulas() {
    Object text = Formula.builder().withType(Account.SObjectType).withReturnType(FormulaEval.FormulaReturnType.STRING).withFormula('Dear {!UPPER(Name)}!').parseAsTemplate(true).build().evaluate(new Account(Name = 'Acme'));
    Assert.areEqual('Dear ACME!', text);
  }
  @IsTest static void aResultIsMadeFromJson() {
    Database.SaveResult result = (Database.SaveResult) JSON.deserialize('{"success":false,"errors":[{"message":"no","statusCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]}', Database.SaveResult.class);
    Assert.isFalse(result.isSuccess());
    Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, result.getErrors()[0].getStatusCode());
    Assert.areEqual(new List<String>{ 'Name' }, result.getErrors()[0].getFields());
  }
  @IsTest static void aChangeEventCarriesItsHeader() {
    EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
    header.changeType = 'CREATE';
    SObject event = new AccountChangeEvent(ChangeEventHeader = header);
    Assert.areEqual('CREATE', ((EventBus.ChangeEventHeader) event.get('ChangeEventHeader')).getChangeType());
  }
  @IsTest static void theCatalogueListsObjectsAndFields() {
    FieldDefinition field = [SELECT DataType, EntityDefinition.QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Thing__c' AND QualifiedApiName = 'Name'];
    Assert.areEqual('Text(80)', field.DataType);
    Assert.areEqual('Thing__c', field.EntityDefinition.QualifiedApiName);
  }
  @IsTest static void anEmptyProfileSeesNoStandardField() {
    User person = new User(LastName = 'Bare', Alias = 'bare', Email = 'b@example.com', Username = 'bare@example.com.test', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'UTC', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id);
    insert person;
    PermissionSet reading = new PermissionSet(Name = 'Reading', Label = 'Reading');
    insert reading;
    insert new ObjectPermissions(ParentId = reading.Id, SobjectType = 'Account', PermissionsRead = true);
    insert new PermissionSetAssignment(PermissionSetId = reading.Id, AssigneeId = person.Id);
    System.runAs(person) {
      Assert.isTrue(Schema.SObjectType.Account.fields.Name.isAccessible());
      Assert.isFalse(Schema.SObjectType.Account.fields.AnnualRevenue.isAccessible());
      Assert.isFalse(Schema.SObjectType.Account.fields.Name.isUpdateable());
      try {
        List<Account> rows = [SELECT Name, AnnualRevenue, Phone FROM Account WITH USER_MODE];
        Assert.fail('The user may not see those fields');
      } catch (QueryException e) {
        Assert.areEqual(new Set<String>{ 'AnnualRevenue', 'Phone' }, e.getInaccessibleFields().get('Account'));
      }
    }
  }
  @IsTest static void describesTellWhatIsMergedAndWhatANewRecordHas() {
    Assert.isTrue(Account.SObjectType.getDescribe().isMergeable());
    Assert.isFalse(Opportunity.SObjectType.getDescribe().isMergeable());
    Assert.areEqual(false, Opportunity.IsPrivate.getDescribe().getDefaultValue());
    Assert.isNull(Account.Name.getDescribe().getDefaultValue());
  }
  @IsTest static void anExceptionThatWasNotThrownPrintsAsAnObject() {
    Assert.areEqual('IllegalArgumentException:[]: no', '' + new IllegalArgumentException('no'));
    try {
      throw new IllegalArgumentException('no');
    } catch (Exception e) {
      Assert.areEqual('System.IllegalArgumentException: no', '' + e);
    }
  }
}`;

describe('compiler, platform and rows together', () => {
  apexBehaviour({ 'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing'), 'classes/BehaviourTest.cls': TESTS });
});

describe('a project of which a part does not compile', () => {
  const unknown = "DataWeave.Script.createScript('x')";
  const parts = {
    'classes/Sound.cls': 'public class Sound { public static Integer one() { return 1; } }',
    'classes/Partly.cls': `public class Partly {
  public static Object run(Boolean deep) {
    if (deep) {
      try { return ${unknown}; } catch (Exception e) { return null; }
    }
    return 1;
  }
}`,
    'classes/Broken.cls': 'public class Broken { public static Nowhere held; public static Integer one() { return 1; } }',
    'classes/Inherits.cls': 'public class Inherits extends Parent { }',
    'classes/Parent.cls': 'public virtual class Parent { public void take(Nowhere value) { } }',
    'classes/Holds.cls': `public class Holds { public static Object value = ${unknown}; public static Integer one() { return 1; } }`,
    'classes/PartsTest.cls': `@IsTest private class PartsTest {
  @IsTest static void runsSoundCode() { Assert.areEqual(1, Sound.one()); }
  @IsTest static void runsPastTheError() { Assert.areEqual(1, Partly.run(false)); }
  @IsTest static void reachesTheError() { Partly.run(true); }
  @IsTest static void hasTheError() { Integer a = Nowhere.one(); }
  @IsTest static void usesABrokenClass() { Broken.one(); }
  @IsTest static void usesABrokenParent() { new Inherits(); }
  @IsTest static void initialisesWithTheError() { Object held = Holds.value; }
  @IsTest static void asksByName() { try { Type.forName('Broken'); } catch (Exception e) { return; } }
  @IsTest static void setsOffATrigger() { insert new Thing__c(Name = 'a'); }
}`,
    'classes/BrokenTest.cls': '@IsTest private class BrokenTest { Nowhere held; @IsTest static void cannotRun() { Sound.one(); } }',
    'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing'),
    'triggers/ThingTrigger.trigger': 'trigger ThingTrigger on Thing__c (before insert) { Broken.one(); }'
  };
  let outcome: ReturnType<typeof executeTests>;

  beforeAll(() => {
    const fixture = projectFixture(parts);
    outcome = executeTests({ root: fixture.root });
    fixture.remove();
  }, 60_000);

  const of = (method: string): TestResult | undefined => outcome.tests.find((test) => test.method === method);

  it('names each error once', () =>
    expect(outcome.compileErrors.map((line) => /(\w+\.cls):\d+:\d+: (.*)/.exec(line)?.slice(1).join(' '))).toEqual([
      'Broken.cls Invalid type: Nowhere',
      'BrokenTest.cls Invalid type: Nowhere',
      'Holds.cls Not implemented in the local org: DataWeave.Script.createScript(String)',
      'Parent.cls Invalid type: Nowhere',
      'Partly.cls Not implemented in the local org: DataWeave.Script.createScript(String)',
      'PartsTest.cls Variable does not exist: Nowhere'
    ]));
  it.each(['runsSoundCode', 'runsPastTheError'])('%s: what does not reach an error passes', (method) =>
    expect(of(method)).toMatchObject({ outcome: 'passed', message: '' })
  );
  it.each([
    ['reachesTheError', 'Does not compile: force-app/classes/Partly.cls:4 Not implemented in the local org: DataWeave'],
    ['hasTheError', 'Does not compile: force-app/classes/PartsTest.cls:5 Variable does not exist: Nowhere'],
    ['usesABrokenClass', 'Class Broken does not compile: force-app/classes/Broken.cls:1 Invalid type: Nowhere'],
    ['usesABrokenParent', 'Class Inherits does not compile: force-app/classes/Parent.cls:1 Invalid type: Nowhere'],
    ['initialisesWithTheError', 'Does not compile: force-app/classes/Holds.cls:1 Not implemented in the local org: DataWeave'],
    ['asksByName', 'Class Broken is not part of the program'],
    ['setsOffATrigger', 'Class Broken does not compile: force-app/classes/Broken.cls:1 Invalid type: Nowhere'],
    ['cannotRun', 'Does not compile: force-app/classes/BrokenTest.cls:1 Invalid type: Nowhere']
  ])('%s: no catch hides what does not compile', (method, message) => {
    expect(of(method)?.outcome).toBe('errored');
    expect(of(method)?.message).toContain(message);
  });
  it('says where the error was met', () => expect(of('reachesTheError')?.message).toContain('Class.PartsTest.reachesTheError: line 4'));
});

describe('a project of which some metadata is faulty', () => {
  const record = (value: string) =>
    metadata('CustomMetadata', `<label>First</label><protected>false</protected><values><field>${value}</field><value>x</value></values>`);
  const parts = {
    'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing'),
    'objects/Thing__c/fields/Sum__c.field-meta.xml': customField('Sum__c', 'Number', '<formula>Nothing__c + 1</formula>'),
    'objects/Thing__c/fields/To__c.field-meta.xml': customField('To__c', 'Lookup', '<referenceTo>Nowhere__c</referenceTo>'),
    'objects/Nobody__c/fields/Text__c.field-meta.xml': customField('Text__c', 'Text', '<length>9</length>'),
    'objects/Kind__mdt/Kind__mdt.object-meta.xml': metadata('CustomObject', '<label>Kind</label><pluralLabel>Kinds</pluralLabel>'),
    'customMetadata/Kind.First.md-meta.xml': record('Unknown__c'),
    'customMetadata/Nothing.First.md-meta.xml': record('Unknown__c'),
    'permissionsets/Some.permissionset-meta.xml': metadata(
      'PermissionSet',
      '<label>Some</label><fieldPermissions><editable>true</editable><field>Thing__c.Gone__c</field><readable>true</readable></fieldPermissions>'
    ),
    'layouts/Cut.layout-meta.xml': '<Layout>',
    'classes/SomeTest.cls': `@IsTest private class SomeTest {
  @IsTest static void inserts() {
    insert new Thing__c(Name = 'a');
    Assert.areEqual(1, [SELECT COUNT() FROM Thing__c]);
    Assert.areEqual('First', Kind__mdt.getInstance('First').DeveloperName);
  }
}`
  };

  it('runs on what is sound and names the faults', () => {
    const fixture = projectFixture(parts);
    const { tests, compileErrors } = executeTests({ root: fixture.root });
    fixture.remove();
    expect(tests).toMatchObject([{ method: 'inserts', outcome: 'passed', message: '' }]);
    expect(compileErrors.map((line) => line.replace(/^.*?:\d+:\d+: /, ''))).toEqual(
      expect.arrayContaining([
        'object Nobody__c has no Nobody__c.object-meta.xml in any package directory',
        'field To__c refers to the unknown object Nowhere__c',
        'the formula names the unknown field Nothing__c',
        'Kind__mdt has no field Unknown__c',
        'custom metadata type nothing__mdt does not exist',
        'fieldPermissions name the unknown field Thing__c.Gone__c',
        expect.stringContaining('malformed XML')
      ])
    );
  });
});

describe('fields of Activity', () => {
  it('are fields of tasks and of events', () => {
    const fixture = projectFixture({
      'objects/Activity/fields/Mood__c.field-meta.xml': customField('Mood__c', 'Text', '<length>9</length>'),
      'classes/ActivityTest.cls': `@IsTest private class ActivityTest {
  @IsTest static void both() {
    insert new Task(Subject = 'a', Mood__c = 'good');
    insert new Event(Subject = 'b', Mood__c = 'bad', DurationInMinutes = 5, ActivityDateTime = System.now());
    Assert.areEqual('good', [SELECT Mood__c FROM Task].Mood__c);
    Assert.areEqual('bad', [SELECT Mood__c FROM Event].Mood__c);
  }
}`
    });
    const { tests, compileErrors } = executeTests({ root: fixture.root });
    fixture.remove();
    expect(compileErrors).toEqual([]);
    expect(tests).toMatchObject([{ outcome: 'passed', message: '' }]);
  });
});

describe('standard objects beyond those of every org', () => {
  it('are part of the org of a project that uses or extends them', () => {
    const fixture = projectFixture({
      'objects/ContactPointPhone/fields/Quality__c.field-meta.xml': customField('Quality__c', 'Text', '<length>9</length>'),
      'classes/FurtherTest.cls': `@IsTest private class FurtherTest {
  @IsTest static void holdsRows() {
    Account parent = new Account(Name = 'a');
    insert parent;
    insert new ContactPointAddress(Name = 'home', ParentId = parent.Id, City = 'Paris');
    insert new ContactPointPhone(TelephoneNumber = '1', ParentId = parent.Id, Quality__c = 'good');
    ContactPointAddress row = [SELECT Parent.Name, City FROM ContactPointAddress WHERE ParentId = :parent.Id];
    Assert.areEqual('a', row.Parent.Name);
    Assert.areEqual('good', [SELECT Quality__c FROM ContactPointPhone].Quality__c);
    Assert.areEqual(ContactPointAddress.SObjectType, row.Id.getSObjectType());
  }
}`
    });
    const { tests, compileErrors } = executeTests({ root: fixture.root });
    fixture.remove();
    expect(compileErrors).toEqual([]);
    expect(tests).toMatchObject([{ outcome: 'passed', message: '' }]);
  });
});
