import { describe } from 'vitest';
import { apexBehaviour } from '../../testing/apex-behaviour.ts';
import { customField, customObject, metadata } from '../../testing/fixture.ts';

const TEST = `@IsTest
private class LibraryTest {
  static User standardUser(String name) {
    User user = new User(Username = name + '@library.test', LastName = name, Email = name + '@example.com', Alias = name.left(8),
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id,
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
    insert user;
    return user;
  }
  class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse response = new HttpResponse();
      response.setStatusCode(201);
      response.setBody(request.getMethod() + ' ' + request.getEndpoint() + ' ' + request.getBody() + ' ' + request.getHeader('X-A'));
      return response;
    }
  }
  static HttpResponse call() {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com');
    request.setMethod('POST');
    request.setHeader('x-a', 'A');
    request.setBody('body');
    return new Http().send(request);
  }

  @IsTest static void partialInsertTellsEachRowsFate() {
    List<Database.SaveResult> results = Database.insert(new List<Item__c>{ new Item__c(Name = 'ok', Size__c = 1), new Item__c(Name = 'bad', Kind__c = 'Nonsense') }, false);
    Assert.isTrue(results[0].isSuccess());
    Assert.isNotNull(results[0].getId());
    Assert.isFalse(results[1].isSuccess());
    Assert.areEqual(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, results[1].getErrors()[0].getStatusCode());
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c]);
  }
  @IsTest static void allOrNoneThrowsAndWritesNothing() {
    try {
      Database.insert(new List<Item__c>{ new Item__c(Name = 'ok'), new Item__c(Name = 'bad', Kind__c = 'Nonsense') });
      Assert.fail('expected');
    } catch (DmlException e) {
      Assert.areEqual(1, e.getDmlIndex(0));
    }
    Assert.areEqual(0, [SELECT COUNT() FROM Item__c]);
  }
  @IsTest static void optionsDecideAllOrNone() {
    Database.DMLOptions options = new Database.DMLOptions();
    options.OptAllOrNone = false;
    options.DuplicateRuleHeader.AllowSave = true;
    Assert.isFalse(Database.insert(new Item__c(Name = 'bad', Kind__c = 'Nonsense'), options).isSuccess());
  }
  @IsTest static void upsertByExternalIdSaysWhatItDid() {
    Database.UpsertResult created = Database.upsert(new Item__c(Key__c = 'k', Name = 'one'), Item__c.Key__c);
    Database.UpsertResult updated = Database.upsert(new Item__c(Key__c = 'k', Name = 'two'), Item__c.Key__c, false);
    Assert.isTrue(created.isCreated());
    Assert.isFalse(updated.isCreated());
    Assert.areEqual(created.getId(), updated.getId());
  }
  @IsTest static void deleteByIdAndUndelete() {
    Item__c item = new Item__c(Name = 'gone');
    insert item;
    Assert.isTrue(Database.delete(item.Id).isSuccess());
    Assert.areEqual(0, [SELECT COUNT() FROM Item__c]);
    Assert.isTrue(Database.undelete(item.Id).isSuccess());
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c]);
  }
  @IsTest static void dynamicQueriesBindMapsAndLocals() {
    insert new List<Item__c>{ new Item__c(Name = 'a', Size__c = 1), new Item__c(Name = 'b', Size__c = 2) };
    Integer least = 2;
    List<Item__c> found = Database.query('SELECT Name FROM Item__c WHERE Size__c >= :least');
    Assert.areEqual('b', found[0].Name);
    List<Item__c> mapped = Database.queryWithBinds('SELECT Name FROM Item__c WHERE Name = :n', new Map<String, Object>{ 'n' => 'a' }, AccessLevel.USER_MODE);
    Assert.areEqual(1, mapped.size());
    Assert.areEqual(2, Database.countQuery('SELECT COUNT() FROM Item__c'));
    Database.QueryLocatorIterator rows = Database.getQueryLocator('SELECT Id FROM Item__c').iterator();
    Integer count = 0;
    while (rows.hasNext()) { rows.next(); count++; }
    Assert.areEqual(2, count);
    try {
      Database.query('SELECT Id FROM Item__c WHERE Name = :unknown');
      Assert.fail('expected');
    } catch (QueryException e) {
      Assert.isTrue(e.getMessage().contains('Variable does not exist: unknown'), e.getMessage());
    }
  }
  @IsTest static void rollbackUndoesRows() {
    Savepoint point = Database.setSavepoint();
    insert new Item__c(Name = 'undone');
    Database.rollback(point);
    Assert.areEqual(0, [SELECT COUNT() FROM Item__c]);
  }
  @IsTest static void mockAnswersCallouts() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    HttpResponse response = call();
    Assert.areEqual(201, response.getStatusCode());
    Assert.areEqual('POST https://example.com body A', response.getBody());
    Assert.areEqual(1, Limits.getCallouts());
  }
  @IsTest static void staticResourceAnswersCallouts() {
    StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
    mock.setStaticResource('Answer');
    mock.setStatusCode(200);
    Test.setMock(HttpCalloutMock.class, mock);
    Assert.areEqual('{"a":1}', call().getBody());
  }
  @IsTest static void calloutWithoutAMockIsRefused() {
    try {
      call();
      Assert.fail('expected');
    } catch (TypeException e) {
      Assert.isTrue(e.getMessage().startsWith('Methods defined as TestMethod do not support'), e.getMessage());
    }
  }
  @IsTest static void calloutAfterDmlIsRefusedUntilStartTest() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    insert new Item__c(Name = 'x');
    try {
      call();
      Assert.fail('expected');
    } catch (CalloutException e) {
      Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', e.getMessage());
    }
    Test.startTest();
    Assert.areEqual(201, call().getStatusCode());
    Test.stopTest();
  }
  @IsTest static void emailsAreRowsInTheOrg() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ 'a@example.com', 'b@example.com' });
    message.setSubject('Hello');
    message.setPlainTextBody('World');
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
    Assert.isTrue(results[0].isSuccess());
    EmailMessage row = [SELECT ToAddress, Subject, TextBody FROM EmailMessage];
    Assert.areEqual('a@example.com; b@example.com', row.ToAddress);
    Assert.areEqual('World', row.TextBody);
    Assert.areEqual(1, Limits.getEmailInvocations());
  }
  @IsTest static void badAddressIsAnEmailException() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ 'nobody' });
    message.setPlainTextBody('x');
    try {
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
      Assert.fail('expected');
    } catch (EmailException e) {
      Assert.isTrue(e.getMessage().contains('INVALID_EMAIL_ADDRESS'), e.getMessage());
    }
  }
  @IsTest static void notificationNeedsAKnownType() {
    Messaging.CustomNotification notification = new Messaging.CustomNotification();
    notification.setTitle('T');
    notification.setBody('B');
    notification.setTargetId(UserInfo.getUserId());
    notification.setNotificationTypeId([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Told'].Id);
    notification.send(new Set<String>{ UserInfo.getUserId() });
    notification.setNotificationTypeId('0ML000000000000AAA');
    try {
      notification.send(new Set<String>{ UserInfo.getUserId() });
      Assert.fail('expected');
    } catch (Exception e) {
      Assert.isTrue(e.getMessage().startsWith('Invalid notification type'), e.getMessage());
    }
  }
  @IsTest static void strippedRecordsLoseWhatTheUserMayNotRead() {
    insert new Item__c(Name = 'secret', Size__c = 5);
    User other = standardUser('other');
    System.runAs(new User(Id = UserInfo.getUserId())) {
      insert new PermissionSetAssignment(AssigneeId = other.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Reader'].Id);
    }
    System.runAs(other) {
      SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, [SELECT Name, Size__c FROM Item__c]);
      Item__c row = (Item__c) decision.getRecords()[0];
      Assert.areEqual('secret', row.Name);
      Assert.isFalse(row.isSet('Size__c'));
      Assert.isTrue(decision.getRemovedFields().get('Item__c').contains('Size__c'));
      Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes());
    }
  }
  @IsTest static void customPermissionComesFromAPermissionSet() {
    User other = standardUser('perm');
    System.runAs(other) {
      Assert.isFalse(FeatureManagement.checkPermission('May'));
    }
    insert new PermissionSetAssignment(AssigneeId = other.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Reader'].Id);
    System.runAs(other) {
      Assert.isTrue(FeatureManagement.checkPermission('May'));
      Assert.areEqual(other.Id, UserInfo.getUserId());
    }
    Assert.areNotEqual(other.Id, UserInfo.getUserId());
  }
  @IsTest static void cacheKeepsCopies() {
    List<String> values = new List<String>{ 'a' };
    Cache.Org.put('key', values);
    values.add('b');
    Assert.areEqual(1, ((List<String>) Cache.Org.get('key')).size());
    Assert.isTrue(Cache.Org.contains('key'));
    Cache.Org.remove('key');
    Assert.isNull(Cache.Org.get('key'));
    Assert.isNull(Cache.Session.get('key'));
  }
  @IsTest static void restContextIsSettable() {
    RestContext.request = new RestRequest();
    RestContext.request.requestBody = Blob.valueOf('hi');
    RestContext.request.addParameter('p', '1');
    RestContext.response = new RestResponse();
    RestContext.response.statusCode = 204;
    Assert.areEqual('1', RestContext.request.params.get('p'));
    Assert.areEqual(204, RestContext.response.statusCode);
  }
  public class Installer implements InstallHandler {
    public void onInstall(InstallContext context) {
      insert new Item__c(Name = 'upgrade ' + context.isUpgrade() + ' push ' + context.isPush());
    }
  }
  @IsTest static void installHandlerRunsAsTheInstaller() {
    Test.testInstall(new Installer(), null);
    Test.testInstall(new Installer(), new Version(1, 0), true);
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Name = 'upgrade false push false']);
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Name = 'upgrade true push true']);
  }
  public virtual class Greeter {
    public virtual String greet(String name) { return 'Hello ' + name; }
  }
  public class Provider implements StubProvider {
    public Object handleMethodCall(Object stub, String method, Type returns, List<Type> types, List<String> names, List<Object> args) {
      return method + ':' + returns.getName() + ':' + names[0] + ':' + args[0];
    }
  }
  @IsTest static void stubAsksItsProvider() {
    Greeter stub = (Greeter) Test.createStub(Greeter.class, new Provider());
    Assert.areEqual('greet:String:name:Bob', stub.greet('Bob'));
  }
  @IsTest static void runAsLeavesNothingBehindWhenItsBlockFails() {
    Id before = UserInfo.getUserId();
    try {
      System.runAs(standardUser('fails')) {
        throw new IllegalArgumentException('x');
      }
    } catch (IllegalArgumentException e) {
      Assert.areEqual('x', e.getMessage());
    }
    Assert.areEqual(before, UserInfo.getUserId());
  }
  @IsTest static void createdDateIsTheTestsToChoose() {
    Item__c item = new Item__c(Name = 'old');
    insert item;
    Test.setCreatedDate(item.Id, Datetime.newInstanceGmt(2020, 1, 2, 3, 4, 5));
    Assert.areEqual(2020, [SELECT CreatedDate FROM Item__c WHERE Id = :item.Id].CreatedDate.yearGmt());
  }
  @IsTest static void tooManyDmlRowsAreCounted() {
    Assert.areEqual(150, Limits.getLimitDmlStatements());
    insert new List<Item__c>{ new Item__c(Name = 'a'), new Item__c(Name = 'b') };
    Assert.areEqual(1, Limits.getDmlStatements());
    Assert.areEqual(2, Limits.getDmlRows());
  }
}`;

describe('platform library', () => {
  apexBehaviour({
    'classes/LibraryTest.cls': TEST,
    'objects/Item__c/Item__c.object-meta.xml': customObject('Item'),
    'objects/Item__c/fields/Size__c.field-meta.xml': customField('Size__c', 'Number', '<precision>10</precision><scale>0</scale>'),
    'objects/Item__c/fields/Key__c.field-meta.xml': customField(
      'Key__c',
      'Text',
      '<length>20</length><externalId>true</externalId><unique>true</unique>'
    ),
    'objects/Item__c/fields/Kind__c.field-meta.xml': customField(
      'Kind__c',
      'Picklist',
      '<valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Small</fullName><default>false</default><label>Small</label></value></valueSetDefinition></valueSet>'
    ),
    'staticresources/Answer.resource-meta.xml': metadata(
      'StaticResource',
      '<cacheControl>Public</cacheControl><contentType>application/json</contentType>'
    ),
    'staticresources/Answer.json': '{"a":1}',
    'notificationtypes/Told.notiftype-meta.xml': metadata(
      'CustomNotificationType',
      '<customNotifTypeName>Told</customNotifTypeName><desktop>true</desktop><masterLabel>Told</masterLabel><mobile>true</mobile>'
    ),
    'customPermissions/May.customPermission-meta.xml': metadata('CustomPermission', '<label>May</label>'),
    'permissionsets/Reader.permissionset-meta.xml': metadata(
      'PermissionSet',
      `<customPermissions><enabled>true</enabled><name>May</name></customPermissions><hasActivationRequired>false</hasActivationRequired><label>Reader</label>
        <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Item__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>`
    )
  });
});
