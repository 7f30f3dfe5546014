import { describe } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { customField, customObject, metadata } from './fixture.ts';

/** Who may do what, where compiler, platform and rows must agree; each must pass here. */
const TESTS = `@IsTest
private class AccessTest {
  private static User person(String name) {
    return new User(
      Username = name + '@access.test', LastName = name, Alias = name, Email = name + '@access.test',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id,
      TimeZoneSidKey = 'America/Los_Angeles', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8'
    );
  }
  private static User inGroup(String name, String permissionSetGroup) {
    User row = person(name);
    insert row;
    Id groupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = :permissionSetGroup].Id;
    insert new PermissionSetAssignment(AssigneeId = row.Id, PermissionSetGroupId = groupId);
    return row;
  }
  @IsTest static void aGroupGrantsWhatItsPermissionSetsDo() {
    System.runAs(inGroup('whole', 'Whole')) {
      Assert.isTrue(FeatureManagement.checkPermission('Boss'));
      Assert.isTrue(Schema.SObjectType.Deal__c.isDeletable());
      Assert.isTrue(Schema.SObjectType.Deal__c.fields.Amount__c.isUpdateable());
    }
  }
  @IsTest static void aGroupMutesWhatItsMutingPermissionSetNames() {
    User row = inGroup('muted', 'Muted');
    System.runAs(row) {
      Assert.isFalse(FeatureManagement.checkPermission('Boss'));
      Assert.isTrue(Schema.SObjectType.Deal__c.isCreateable());
      Assert.isFalse(Schema.SObjectType.Deal__c.isDeletable());
      Assert.isTrue(Schema.SObjectType.Deal__c.fields.Amount__c.isAccessible());
      Assert.isFalse(Schema.SObjectType.Deal__c.fields.Amount__c.isUpdateable());
    }
    insert new PermissionSetAssignment(AssigneeId = row.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Bosses'].Id);
    System.runAs(row) {
      Assert.isTrue(FeatureManagement.checkPermission('Boss'), 'Muting reaches no further than the group');
      Assert.isTrue(Schema.SObjectType.Deal__c.isDeletable());
    }
  }
  @IsTest static void aPermissionSetMadeInATestGrantsCustomPermissions() {
    User row = person('made');
    PermissionSet made = new PermissionSet(Name = 'Made', Label = 'Made');
    insert new List<SObject>{ row, made };
    insert new SetupEntityAccess(ParentId = made.Id, SetupEntityId = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Boss'].Id);
    insert new PermissionSetAssignment(AssigneeId = row.Id, PermissionSetId = made.Id);
    System.runAs(row) {
      Assert.isTrue(FeatureManagement.checkPermission('Boss'));
    }
  }
  @IsTest static void runAsInsertsAUserThatIsNew() {
    User row = person('fresh');
    insert new Account(Name = 'before');
    System.runAs(row) {
      Assert.areEqual('fresh@access.test', UserInfo.getUserName());
      insert new Account(Name = 'after');
    }
    Assert.isNotNull(row.Id);
    Assert.areEqual(2, Limits.getDmlStatements());
  }
  @IsTest static void aShareOpensMoreThanTheDefaultDoes() {
    User row = person('share');
    insert row;
    System.runAs(new User(Id = UserInfo.getUserId())) {
      Account open = new Account(Name = 'open');
      Deal__c closed = new Deal__c();
      insert new List<SObject>{ open, closed };
      Database.Error error = Database.insert(
        new AccountShare(AccountId = open.Id, UserOrGroupId = row.Id, AccountAccessLevel = 'Read', OpportunityAccessLevel = 'None'), false
      ).getErrors()[0];
      Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, error.getStatusCode());
      Assert.isTrue(error.getMessage().contains('AccountAccessLevel (trivial share level Read'), error.getMessage());
      insert new Deal__Share(ParentId = closed.Id, UserOrGroupId = row.Id, AccessLevel = 'Read', RowCause = Schema.Deal__Share.RowCause.Manual);
    }
  }
  @IsTest static void aQueueOwnsTheObjectsItWasMadeFor() {
    Id queue = [SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Deal_Queue'].Id;
    insert new Deal__c(OwnerId = queue);
    Database.Error error = Database.insert(new Case(OwnerId = queue), false).getErrors()[0];
    Assert.areEqual('Queue not associated with this SObject type', error.getMessage());
  }
  @IsTest static void securityEnforcedLooksAtTheSelectListOnly() {
    System.runAs(inGroup('strict', 'Whole')) {
      insert new Deal__c(Hidden__c = 'x');
      Assert.areEqual(1, [SELECT Amount__c FROM Deal__c WHERE Hidden__c = 'x' WITH SECURITY_ENFORCED].size());
      try {
        List<Deal__c> rows = [SELECT Hidden__c FROM Deal__c WITH SECURITY_ENFORCED];
        Assert.fail('The field is hidden: ' + rows);
      } catch (QueryException e) {
        Assert.isTrue(e.getMessage().contains('Insufficient permissions'), e.getMessage());
      }
    }
  }
  @IsTest static void aggregatesHaveNoFieldsToStrip() {
    insert new Deal__c(Amount__c = 1);
    try {
      Security.stripInaccessible(AccessType.READABLE, [SELECT SUM(Amount__c) total FROM Deal__c]);
      Assert.fail('Aggregates are not supported');
    } catch (NoAccessException e) {
      Assert.areEqual('AggregateResult SObject types are not supported', e.getMessage());
    }
  }
  @IsTest static void theLicenseOfAProfileIsActive() {
    Assert.areEqual('Active', [SELECT UserLicense.Status FROM Profile WHERE Name = 'System Administrator'].UserLicense.Status);
  }
  @IsTest static void aFileIsOfTheTypeOfItsName() {
    insert new ContentVersion(PathOnClient = 'letter.txt', VersionData = Blob.valueOf('x'));
    Assert.areEqual('TEXT', [SELECT FileType FROM ContentVersion].FileType);
  }
}`;

const OBJECT = (allow: boolean, remove: boolean): string =>
  `<objectPermissions><allowCreate>${allow}</allowCreate><allowDelete>${remove}</allowDelete><allowEdit>${allow}</allowEdit><allowRead>${allow}</allowRead><modifyAllRecords>false</modifyAllRecords><object>Deal__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const FIELD = (read: boolean): string =>
  `<fieldPermissions><editable>true</editable><field>Deal__c.Amount__c</field><readable>${read}</readable></fieldPermissions>`;
const BOSS = '<customPermissions><enabled>true</enabled><name>Boss</name></customPermissions>';

describe('access', () => {
  apexBehaviour({
    'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal').replace('>ReadWrite<', '>Private<'),
    'objects/Deal__c/fields/Amount__c.field-meta.xml': customField('Amount__c', 'Number', '<precision>6</precision><scale>0</scale>'),
    'objects/Deal__c/fields/Hidden__c.field-meta.xml': customField('Hidden__c', 'Text', '<length>20</length>'),
    'customPermissions/Boss.customPermission-meta.xml': metadata('CustomPermission', '<label>Boss</label>'),
    'permissionsets/Bosses.permissionset-meta.xml': metadata(
      'PermissionSet',
      `<label>Bosses</label>${BOSS}${FIELD(true)}${OBJECT(true, true)}`
    ),
    'mutingpermissionsets/Quiet.mutingpermissionset-meta.xml': metadata(
      'MutingPermissionSet',
      `<label>Quiet</label>${BOSS}${FIELD(false)}${OBJECT(false, true)}`
    ),
    'permissionsetgroups/Whole.permissionsetgroup-meta.xml': metadata(
      'PermissionSetGroup',
      '<label>Whole</label><permissionSets>Bosses</permissionSets>'
    ),
    'permissionsetgroups/Muted.permissionsetgroup-meta.xml': metadata(
      'PermissionSetGroup',
      '<label>Muted</label><mutingPermissionSets>Quiet</mutingPermissionSets><permissionSets>Bosses</permissionSets>'
    ),
    'queues/Deal_Queue.queue-meta.xml': metadata(
      'Queue',
      '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Deals</name><queueSobject><sobjectType>Deal__c</sobjectType></queueSobject>'
    ),
    'classes/AccessTest.cls': TESTS
  });
});
