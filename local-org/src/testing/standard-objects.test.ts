import { describe, expect, it } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { metadata } from './fixture.ts';

const HELPERS = `
  private static void refused(SObject row, StatusCode code) {
    try { insert row; Assert.fail('passed: ' + row); } catch (DmlException e) { Assert.areEqual(code, e.getDmlType(0), e.getMessage()); }
  }
  private static void notEditable(SObject row, String field, Object value) {
    try { row.put(field, value); Assert.fail('passed: ' + field); }
    catch (SObjectException e) { Assert.areEqual('Field ' + field + ' is not editable', e.getMessage()); }
  }
  private static User userOf(String name) {
    return new User(Username = name, LastName = 'x', Email = 'x@example.com', Alias = 'x', TimeZoneSidKey = 'Europe/Berlin',
      LocaleSidKey = 'de_DE', LanguageLocaleKey = 'de', EmailEncodingKey = 'UTF-8', ProfileId = UserInfo.getProfileId());
  }
  private static Opportunity opportunity(String stage, Decimal amount) {
    return new Opportunity(Name = 'x', StageName = stage, CloseDate = Date.newInstance(2026, 5, 17), Amount = amount);
  }`;

describe('standard objects keep what is theirs', () => {
  apexBehaviour({
    'classes/StandardTest.cls': `@IsTest
private class StandardTest {${HELPERS}
  @IsTest static void aStageSaysWhetherItIsOverAndHowLikely() {
    insert opportunity('Closed Won', 200);
    Opportunity row = [SELECT IsWon, IsClosed, Probability, ExpectedRevenue, ForecastCategory, ForecastCategoryName, FiscalYear, FiscalQuarter, Fiscal FROM Opportunity];
    Assert.isTrue(row.IsWon && row.IsClosed);
    Assert.areEqual(100, row.Probability);
    Assert.areEqual(200, row.ExpectedRevenue);
    Assert.areEqual('Closed', row.ForecastCategory);
    Assert.areEqual('Closed', row.ForecastCategoryName);
    Assert.areEqual('2026 2', row.Fiscal);
    row.StageName = 'Qualification';
    update row;
    row = [SELECT IsWon, IsClosed, Probability, ExpectedRevenue, ForecastCategoryName FROM Opportunity];
    Assert.isFalse(row.IsWon || row.IsClosed);
    Assert.areEqual(10, row.Probability);
    Assert.areEqual(20, row.ExpectedRevenue);
    Assert.areEqual('Pipeline', row.ForecastCategoryName);
  }
  @IsTest static void aProbabilityAndACategoryThatAreGivenStay() {
    Opportunity row = opportunity('Prospecting', 3);
    row.Probability = 33;
    row.ForecastCategoryName = 'Best Case';
    insert row;
    row = [SELECT Probability, ExpectedRevenue, ForecastCategory FROM Opportunity];
    Assert.areEqual(33, row.Probability);
    Assert.areEqual(0.99, row.ExpectedRevenue);
    Assert.areEqual('BestCase', row.ForecastCategory);
  }
  @IsTest static void productsMakeTheAmount() {
    Product2 product = new Product2(Name = 'p', IsActive = true);
    insert product;
    PricebookEntry entry = new PricebookEntry(Pricebook2Id = Test.getStandardPricebookId(), Product2Id = product.Id, UnitPrice = 10, IsActive = true);
    insert entry;
    Opportunity row = opportunity('Prospecting', 1);
    row.Pricebook2Id = Test.getStandardPricebookId();
    insert row;
    insert new List<OpportunityLineItem>{
      new OpportunityLineItem(OpportunityId = row.Id, PricebookEntryId = entry.Id, Quantity = 3, UnitPrice = 10),
      new OpportunityLineItem(OpportunityId = row.Id, PricebookEntryId = entry.Id, Quantity = 4, TotalPrice = 20)
    };
    row = [SELECT Amount, HasOpportunityLineItem, ExpectedRevenue FROM Opportunity];
    Assert.areEqual(50, row.Amount);
    Assert.isTrue(row.HasOpportunityLineItem);
    Assert.areEqual(5, row.ExpectedRevenue);
    Assert.areEqual(5, [SELECT UnitPrice FROM OpportunityLineItem WHERE Quantity = 4].UnitPrice);
    update new Opportunity(Id = row.Id, Amount = 7);
    Assert.areEqual(50, [SELECT Amount FROM Opportunity].Amount, 'passed over');
    delete [SELECT Id FROM OpportunityLineItem WHERE Quantity = 3];
    Assert.areEqual(20, [SELECT Amount FROM Opportunity].Amount);
    delete [SELECT Id FROM OpportunityLineItem];
    Assert.isFalse([SELECT HasOpportunityLineItem FROM Opportunity].HasOpportunityLineItem);
  }
  @IsTest static void fieldsOfThePlatformCannotBePut() {
    notEditable(new Opportunity(), 'IsWon', true);
    notEditable(new Opportunity(), 'ExpectedRevenue', 1);
    notEditable(new Account(), 'CreatedDate', System.now());
    notEditable(new Account(), 'IsDeleted', true);
    notEditable(new Contact(), 'Name', 'x');
    notEditable(new User(), 'UserType', 'Standard');
    Account row = new Account();
    row.put('Id', Id.valueOf('001000000000001AAA'));
  }
  @IsTest static void recordsThatAreNotThereCannotBeLocked() {
    Id unknown = Id.valueOf('001000000000001AAA');
    Account row = new Account(Name = 'a');
    insert row;
    Assert.isFalse(Approval.lock(unknown, false).isSuccess());
    Assert.areEqual(StatusCode.INVALID_CROSS_REFERENCE_KEY, Approval.unlock(unknown, false).getErrors()[0].getStatusCode());
    try { Approval.lock(new List<Id>{ row.Id, unknown }); Assert.fail(); } catch (DmlException e) { Assert.isTrue(e.getMessage().contains('row 1'), e.getMessage()); }
    Assert.isFalse(Approval.isLocked(row.Id), 'all or none');
    Assert.isTrue(Approval.lock(new List<Id>{ row.Id, unknown }, false)[0].isSuccess());
    Assert.isTrue(Approval.isLocked(row.Id));
  }
  @IsTest static void onlyWhatIsInTheRecycleBinLeavesIt() {
    Account row = new Account(Name = 'a');
    insert row;
    Assert.isFalse(Database.emptyRecycleBin(row).isSuccess());
    delete row;
    Assert.isTrue(Database.emptyRecycleBin(row).isSuccess());
    Assert.isFalse(Database.emptyRecycleBin(row).isSuccess(), 'once');
  }
  @IsTest static void usernamesAreUnique() {
    insert userOf('dup@example.com.local');
    refused(userOf('DUP@example.com.local'), StatusCode.DUPLICATE_USERNAME);
    List<Database.SaveResult> results = Database.insert(new List<User>{ userOf('new@example.com.local'), userOf('new@example.com.local') }, false);
    Assert.isTrue(results[0].isSuccess());
    Assert.areEqual(StatusCode.DUPLICATE_USERNAME, results[1].getErrors()[0].getStatusCode());
  }
  @IsTest static void settingsOfUsersComeFromClosedLists() {
    for (SObjectField field : new List<SObjectField>{ User.TimeZoneSidKey, User.LocaleSidKey, User.LanguageLocaleKey, User.EmailEncodingKey }) {
      User row = userOf('a@example.com.local');
      row.put(field, 'xx_NOWHERE');
      refused(row, StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST);
    }
    Integer index = 0;
    for (String locale : new List<String>{ 'de_DE_EURO', 'fr', 'sr_RS', 'en_AE', 'iw_IL' }) {
      User row = userOf('l' + index++ + '@example.com.local');
      row.LocaleSidKey = locale;
      insert row;
    }
  }
  @IsTest static void aFileHasAPathAndBytes() {
    refused(new ContentVersion(Title = 'a', PathOnClient = 'a.txt', VersionData = Blob.valueOf('')), StatusCode.FIELD_INTEGRITY_EXCEPTION);
    refused(new ContentVersion(Title = 'a', VersionData = Blob.valueOf('a')), StatusCode.REQUIRED_FIELD_MISSING);
  }
  @IsTest static void aFileIsLinkedToARecordOnce() {
    Account row = new Account(Name = 'a');
    insert row;
    insert new ContentVersion(Title = 'a', PathOnClient = 'a.txt', VersionData = Blob.valueOf('bytes'), FirstPublishLocationId = row.Id);
    ContentVersion version = [SELECT ContentDocumentId, VersionData, ContentSize FROM ContentVersion];
    Assert.areEqual('bytes', version.VersionData.toString());
    Assert.areEqual(1, [SELECT COUNT() FROM ContentDocumentLink WHERE LinkedEntityId = :row.Id]);
    refused(new ContentDocumentLink(ContentDocumentId = version.ContentDocumentId, LinkedEntityId = row.Id), StatusCode.DUPLICATE_VALUE);
  }
  @IsTest static void aMockMayWriteSoThatATestCanChangeARecordDuringACallout() {
    Test.setMock(HttpCalloutMock.class, new WritingMock());
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://service.example.com');
    request.setMethod('GET');
    new Http().send(request);
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'meanwhile']);
  }
  private class WritingMock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) { insert new Account(Name = 'meanwhile'); return new HttpResponse(); }
  }
}`
  });
});

describe('a project with stages of its own', () => {
  apexBehaviour({
    'standardValueSets/OpportunityStage.standardValueSet-meta.xml': metadata(
      'StandardValueSet',
      `<sorted>false</sorted>
      <standardValue><fullName>Offen</fullName><default>false</default><label>Offen</label><closed>false</closed><forecastCategory>BestCase</forecastCategory><probability>35</probability><won>false</won></standardValue>
      <standardValue><fullName>Gewonnen</fullName><default>false</default><label>Gewonnen</label><closed>true</closed><forecastCategory>Closed</forecastCategory><probability>100</probability><won>true</won></standardValue>`
    ),
    'classes/StagesTest.cls': `@IsTest
private class StagesTest {
  @IsTest static void theyDecide() {
    Opportunity row = new Opportunity(Name = 'x', StageName = 'Offen', CloseDate = Date.today(), Amount = 100);
    insert row;
    row = [SELECT IsClosed, Probability, ForecastCategoryName FROM Opportunity];
    Assert.isFalse(row.IsClosed);
    Assert.areEqual(35, row.Probability);
    Assert.areEqual('Best Case', row.ForecastCategoryName);
    row.StageName = 'Gewonnen';
    update row;
    Assert.isTrue([SELECT IsWon FROM Opportunity].IsWon);
    Assert.areEqual(1, [SELECT COUNT() FROM OpportunityStage WHERE IsWon = true AND MasterLabel = 'Gewonnen']);
  }
}`
  });
});

describe('limits that are approximated', () => {
  const resultOf = apexBehaviour(
    {
      'classes/LimitsTest.cls': `@IsTest
private class LimitsTest {
  @IsTest static void halfOfTheTurnsAreAllowed() { Integer n = 0; while (n < 8000000) n++; Assert.isTrue(Limits.getCpuTime() > 1000); }
  @IsTest static void thriceTheTurnsAreNot() { Integer n = 0; while (n < 60000000) n++; }
}`
    },
    ['thriceTheTurnsAreNot']
  );

  it('end a transaction that computes too long', () =>
    expect(resultOf('thriceTheTurnsAreNot').message).toContain('System.LimitException: Apex CPU time limit exceeded'));
});
