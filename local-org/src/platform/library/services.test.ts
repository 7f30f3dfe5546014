import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeTests } from '../../testing/execute.ts';
import { customField, customObject, metadata, projectFixture } from '../../testing/fixture.ts';
import type { Fixture } from '../../testing/fixture.ts';
import type { TestResult } from '../../testing/results.ts';

/** Members of the platform's services that larger projects use, stated as Apex tests; each must pass here. */
const TESTS = `@IsTest
private class ServicesTest {
  static void accounts(Integer count) {
    List<Account> rows = new List<Account>();
    for (Integer i = 0; i < count; i++) rows.add(new Account(Name = 'a' + i));
    insert rows;
  }
  @IsTest static void aCursorFetchesFromAnywhereAndCountsEachFetch() {
    accounts(5);
    Integer queries = Limits.getQueries();
    Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account ORDER BY Name');
    Assert.areEqual(queries, Limits.getQueries(), 'Making a cursor is no query');
    Assert.areEqual(5, cursor.getNumRecords());
    Assert.areEqual(5, Limits.getApexCursorRows());
    List<Account> page = cursor.fetch(3, 10);
    Assert.areEqual('a3', page[0].Name);
    Assert.areEqual(2, page.size());
    Assert.areEqual(1, Limits.getFetchCallsOnApexCursor());
    Assert.areEqual(queries + 1, Limits.getQueries());
  }
  @IsTest static void aPageSkipsRowsThatAreGone() {
    accounts(5);
    Map<String, Object> binds = new Map<String, Object>{ 'name' => 'a%' };
    Database.PaginationCursor cursor = Database.getPaginationCursorWithBinds(
      'SELECT Name FROM Account WHERE Name LIKE :name ORDER BY Name', binds, AccessLevel.SYSTEM_MODE);
    delete [SELECT Id FROM Account WHERE Name = 'a1'];
    Database.CursorFetchResult page = cursor.fetchPage(0, 3);
    Assert.areEqual(new List<String>{ 'a0', 'a2', 'a3' }, names(page.getRecords()));
    Assert.areEqual(4, page.getNextIndex());
    Assert.areEqual(1, page.getNumDeletedRecords());
    Assert.isFalse(page.isDone());
    Assert.isTrue(cursor.fetchPage(4, 3).isDone());
    Assert.areEqual(1, cursor.fetchDeleted(0, 5));
  }
  static List<String> names(List<SObject> rows) {
    List<String> result = new List<String>();
    for (SObject row : rows) result.add((String) row.get('Name'));
    return result;
  }
  @IsTest static void optionsOfARowHoldForIt() {
    Database.DMLOptions options = new Database.DMLOptions();
    options.AllowFieldTruncation = true;
    options.AssignmentRuleHeader.UseDefaultRule = true;
    Thing__c row = new Thing__c(Name = 'x', Text__c = 'much too long');
    row.setOptions(options);
    Assert.isTrue(row.getOptions().AllowFieldTruncation);
    List<Database.SaveResult> results = Database.insert(new List<Thing__c>{ row, new Thing__c(Text__c = 'much too long') }, false);
    Assert.isTrue(results[0].isSuccess());
    Assert.isFalse(results[1].isSuccess());
    Assert.areEqual('much ', [SELECT Text__c FROM Thing__c].Text__c);
  }
  @IsTest static void resultsAreMadeFromJson() {
    Id account = '001000000000001AAA';
    Database.LeadConvertResult converted = (Database.LeadConvertResult) JSON.deserialize(
      '{"success":true,"leadid":"00Q000000000001AAA","accountId":"' + account + '"}', Database.LeadConvertResult.class);
    Assert.areEqual(account, converted.getAccountId());
    Database.MergeResult merged = (Database.MergeResult) JSON.deserialize(
      '{"success":false,"errors":[{"message":"no","statusCode":"MERGE_FAILED"}]}', Database.MergeResult.class);
    Assert.areEqual('no', merged.getErrors()[0].getMessage());
    Approval.ProcessResult approved = (Approval.ProcessResult) JSON.deserialize(
      '{"success":true,"entityId":"' + account + '"}', Approval.ProcessResult.class);
    Assert.isTrue(approved.isSuccess());
    Assert.areEqual(account, approved.getEntityId());
    Assert.isNull(approved.getInstanceId());
    Database.SaveResult saved = (Database.SaveResult) JSON.deserialize('{"success":true,"id":"null"}', Database.SaveResult.class);
    Assert.isTrue(saved.isSuccess());
    Assert.areEqual('"' + UUID.fromString('11111111-2222-3333-4444-555555555555') + '"',
      JSON.serialize(UUID.fromString('11111111-2222-3333-4444-555555555555')));
  }
  @IsTest static void aRowMadeInCodeHasNoChildren() {
    Assert.areEqual(0, new Account().Contacts.size());
  }
  @IsTest static void anEmptyCollectionEqualsNothing() {
    accounts(1);
    Set<Id> none = new Set<Id>();
    Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Id = :none]);
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id != :none]);
    List<String> some = new List<String>{ 'a0', 'b' };
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = :some]);
  }
  @IsTest static void whatALoopDoesWithTheLastElementIsNobodysConcern() {
    Set<String> names = new Set<String>{ 'only' };
    for (String name : names) names.remove(name);
    Assert.isTrue(names.isEmpty());
  }
  @IsTest static void entriesOfAMapMayGoWhileItsKeysAreIterated() {
    Map<String, Integer> counts = new Map<String, Integer>{ 'a' => 1, 'b' => 2, 'c' => 3 };
    for (String key : counts.keySet()) if (key != 'b') counts.remove(key);
    Assert.areEqual(new Set<String>{ 'b' }, counts.keySet());
  }
  @IsTest static void aDeploymentIsCollectedAndRefusedInATest() {
    Metadata.CustomMetadata component = new Metadata.CustomMetadata();
    component.fullName = 'Kind.One';
    Metadata.CustomMetadataValue value = new Metadata.CustomMetadataValue();
    value.field = 'Size__c';
    value.value = 1;
    component.values.add(value);
    Metadata.DeployContainer container = new Metadata.DeployContainer();
    container.addMetadata(component);
    Assert.areEqual('Kind.One', container.getMetadata()[0].fullName);
    Assert.areEqual(1, ((Metadata.CustomMetadata) container.getMetadata()[0]).values.size());
    try {
      Metadata.Operations.enqueueDeployment(container, null);
      Assert.fail('Tests deploy nothing');
    } catch (AsyncException e) {
      Assert.areEqual('Metadata cannot be deployed from within a test', e.getMessage());
    }
    Assert.isTrue(container.removeMetadataByFullName('Kind.One'));
  }
  class SizePicklist extends VisualEditor.DynamicPickList {
    public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow('Small', 'S'); }
    public override VisualEditor.DynamicPickListRows getValues() {
      VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
      rows.addRow(new VisualEditor.DataRow('Large', 'L', true));
      rows.addRow(getDefaultValue());
      rows.sort();
      return rows;
    }
  }
  @IsTest static void aPicklistOfThePageEditorHasRows() {
    VisualEditor.DynamicPickListRows rows = new SizePicklist().getValues();
    Assert.areEqual(2, rows.size());
    Assert.areEqual('L', rows.get(0).getValue());
    Assert.isTrue(rows.getDataRows()[0].isSelected());
    Assert.areEqual('Small', new SizePicklist().getDefaultValue().getLabel());
  }
  class ServiceMock implements WebServiceMock {
    public void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction,
      String requestName, String responseNS, String responseName, String responseType) {
      response.put('response_x', endpoint + ' ' + requestName + ' ' + responseType);
    }
  }
  @IsTest static void aWebServiceIsAnsweredByItsMock() {
    Test.setMock(WebServiceMock.class, new ServiceMock());
    Map<String, Object> response = new Map<String, Object>();
    WebServiceCallout.invoke(null, null, response, new List<String>{ 'https://host', 'action', 'urn:q', 'ask', 'urn:r', 'answer', 'Answer' });
    Assert.areEqual('https://host ask Answer', response.get('response_x'));
    Assert.areEqual(1, Limits.getCallouts());
  }
  @IsTest static void aShareNamesTheObjectItIsOf() {
    Schema.DescribeSObjectResult share = Thing__Share.SObjectType.getDescribe();
    Assert.areEqual('Share', share.getAssociateEntityType());
    Assert.areEqual('Thing__c', share.getAssociateParentEntity());
    Assert.isNull(Thing__c.SObjectType.getDescribe().getAssociateEntityType());
    Assert.isFalse(Thing__c.SObjectType.getDescribe().isFeedEnabled());
    Assert.isTrue(Account.SObjectType.getDescribe().isFeedEnabled());
  }
  @IsTest static void anEmailGoesToTheAddressOfAUser() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ UserInfo.getUserId() });
    message.setPlainTextBody('x');
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
    Assert.areEqual(UserInfo.getUserEmail(), [SELECT ToAddress FROM EmailMessage].ToAddress);
  }
  @IsTest static void aPageShowsTheMessageOfAnException() {
    ApexPages.addMessages(new QueryException('no rows'));
    Assert.areEqual('no rows', ApexPages.getMessages()[0].getSummary());
  }
  @IsTest static void aStaticResourceHasItsContent() {
    StaticResource row = [SELECT Body, BodyLength, ContentType FROM StaticResource WHERE Name = 'answer'];
    Assert.areEqual('{"a":1}', row.Body.toString());
    Assert.areEqual(7, row.BodyLength);
    Assert.areEqual('application/json', row.ContentType);
  }
  @IsTest static void aUserIsTheirOwn() {
    Assert.areEqual(UserInfo.getUserId(), [SELECT Id FROM User USING SCOPE MINE].Id);
  }
  @IsTest static void aPlusBeforeTextSaysNothing() {
    Assert.areEqual('a-b', 'a' + (true ? + '-' + 'b' : ''));
  }
  @IsTest static void aSignatureIsBuiltByItsBuilder() {
    Assert.isNotNull(QueueableDuplicateSignature.Builder().addString('a').build());
  }
  @IsTest static void cpuTimeGrowsWithinATransaction() {
    Integer before = Limits.getCpuTime();
    while (Limits.getCpuTime() == before) {}
    Assert.isTrue(Limits.getCpuTime() > before);
  }
  @IsTest static void timesAreReadLeniently() {
    Assert.areEqual(Datetime.newInstance(2024, 1, 2, 3, 4, 5), Datetime.valueOf('2024-01-02 03:04:05-0800'));
    Assert.areEqual(Datetime.newInstance(86400000L), Datetime.valueOf(86400000L));
  }
}`;

let fixture: Fixture;
let results: Map<string, TestResult>;
beforeAll(() => {
  fixture = projectFixture({
    'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing').replace('>ReadWrite<', '>Private<'),
    'objects/Thing__c/fields/Text__c.field-meta.xml': customField('Text__c', 'Text', '<length>5</length>'),
    'staticresources/answer.json': '{"a":1}',
    'staticresources/answer.resource-meta.xml': metadata(
      'StaticResource',
      '<cacheControl>Public</cacheControl><contentType>application/json</contentType>'
    ),
    'classes/ServicesTest.cls': TESTS
  });
  const { tests, compileErrors } = executeTests({ root: fixture.root });
  expect(compileErrors).toEqual([]);
  results = new Map(tests.map((result) => [result.method, result]));
}, 60_000);
afterAll(() => fixture.remove());

describe('services', () => {
  it.each([...TESTS.matchAll(/@IsTest static void (\w+)\(/g)].map((match) => match[1]!))('%s', (name) => {
    expect(results.get(name)).toMatchObject({ outcome: 'passed', message: '' });
  });
});
