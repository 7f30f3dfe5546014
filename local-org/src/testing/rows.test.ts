import { describe } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { customField, customObject, metadata } from './fixture.ts';

/** Behaviour of rows that needs compiler, platform and database together, stated as Apex tests; each must pass here. */
const TESTS = `@IsTest
private class RowsTest {
  private static Id typeNamed(String name) {
    return Schema.SObjectType.Deal__c.getRecordTypeInfosByDeveloperName().get(name).getRecordTypeId();
  }
  private static String refusal(SObject row) {
    Database.SaveResult result = Database.insert(row, false);
    return result.isSuccess() ? 'none' : result.getErrors()[0].getStatusCode().name() + ': ' + result.getErrors()[0].getMessage();
  }
  @IsTest static void aRestrictedPicklistTakesWhatTheRecordTypeOffers() {
    Assert.areEqual('none', refusal(new Deal__c(RecordTypeId = typeNamed('Small'), Stage__c = 'Open')));
    Assert.areEqual(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Stage: bad value for restricted picklist field: Won',
      refusal(new Deal__c(RecordTypeId = typeNamed('Small'), Stage__c = 'Won'))
    );
    Assert.areEqual('none', refusal(new Deal__c(Stage__c = 'Won')));
  }
  @IsTest static void anExceptionNamesTheFieldsThatWereRefused() {
    try {
      insert new List<Deal__c>{ new Deal__c(Stage__c = 'Won'), new Deal__c(RecordTypeId = typeNamed('Small'), Stage__c = 'Won') };
      Assert.fail('expected');
    } catch (DmlException e) {
      Assert.areEqual(new List<Schema.SObjectField>{ Deal__c.Stage__c }, e.getDmlFields(0));
      Assert.areEqual(new List<String>{ 'Stage__c' }, e.getDmlFieldNames(0));
      Assert.areEqual(1, e.getDmlIndex(0));
    }
  }
  @IsTest static void aRecordTypeHasItsOwnDefaults() {
    Deal__c row = (Deal__c) Deal__c.SObjectType.newSObject(typeNamed('Small'), true);
    Assert.areEqual('Open', row.Stage__c);
    Assert.areEqual(typeNamed('Small'), row.RecordTypeId);
    Assert.isNull(row.Id);
  }
  @IsTest static void undeleteRestoresTheLookupsThatTheDeletionEmptied() {
    Account parent = new Account(Name = 'Parent');
    Account other = new Account(Name = 'Other');
    insert new List<Account>{ parent, other };
    Deal__c kept = new Deal__c(Account__c = parent.Id);
    Deal__c moved = new Deal__c(Account__c = parent.Id);
    insert new List<Deal__c>{ kept, moved };
    delete parent;
    Assert.isNull([SELECT Account__c FROM Deal__c WHERE Id = :kept.Id].Account__c);
    moved.Account__c = other.Id;
    update moved;
    undelete parent;
    Assert.areEqual(parent.Id, [SELECT Account__c FROM Deal__c WHERE Id = :kept.Id].Account__c);
    Assert.areEqual(other.Id, [SELECT Account__c FROM Deal__c WHERE Id = :moved.Id].Account__c);
  }
  @IsTest static void anAccountWithCasesOrWonOpportunitiesStays() {
    Account served = new Account(Name = 'Served');
    Account won = new Account(Name = 'Won');
    insert new List<Account>{ served, won };
    insert new Case(AccountId = served.Id);
    insert new Opportunity(Name = 'Sold', AccountId = won.Id, StageName = 'Closed Won', CloseDate = Date.today());
    for (Database.DeleteResult result : Database.delete(new List<Account>{ served, won }, false)) {
      Assert.isFalse(result.isSuccess());
      Assert.areEqual(StatusCode.DELETE_FAILED, result.getErrors()[0].getStatusCode());
    }
  }
  @IsTest static void aRollbackDoesNotGiveAnIdASecondTime() {
    Savepoint before = Database.setSavepoint();
    Deal__c first = new Deal__c();
    insert first;
    Database.rollback(before);
    Deal__c second = new Deal__c();
    insert second;
    Assert.areNotEqual(first.Id, second.Id);
  }
  @IsTest static void aRollbackEndsLaterSavepoints() {
    Savepoint early = Database.setSavepoint();
    Savepoint late = Database.setSavepoint();
    Database.rollback(early);
    try {
      Database.rollback(late);
      Assert.fail('The later savepoint is gone');
    } catch (TypeException e) {
      Assert.isTrue(e.getMessage().contains('Savepoint'), e.getMessage());
    }
  }
  @IsTest static void aRowCannotBeInsertedTwiceInAStatement() {
    Deal__c row = new Deal__c();
    try {
      insert new List<Deal__c>{ row, row };
      Assert.fail('The same row twice');
    } catch (ListException e) {
      Assert.isTrue(e.getMessage().startsWith('Before Insert or Upsert list must not have two identically equal elements'), e.getMessage());
    }
  }
  @IsTest static void aRecordCannotBeDeletedTwiceInAStatement() {
    Deal__c row = new Deal__c();
    insert row;
    try {
      delete new List<Deal__c>{ row, row };
      Assert.fail('The same record twice');
    } catch (ListException e) {
      Assert.areEqual('Duplicate id in list: ' + row.Id, e.getMessage());
    }
  }
  @IsTest static void anInsertOfARecordNamesIt() {
    Deal__c row = new Deal__c();
    insert row;
    try {
      insert row;
      Assert.fail('An inserted row');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().startsWith('Insert failed. First exception on row 0 with id ' + row.Id), e.getMessage());
    }
  }
  @IsTest static void textIsCutWhereTheOptionsSaySo() {
    Database.DMLOptions options = new Database.DMLOptions();
    options.allowFieldTruncation = true;
    Deal__c row = new Deal__c(Name = 'n'.repeat(100));
    Database.insert(row, options);
    Assert.areEqual(80, [SELECT Name FROM Deal__c WHERE Id = :row.Id].Name.length());
  }
  @IsTest static void aMultiSelectPicklistKeepsTheOrderOfItsDefinition() {
    Deal__c row = new Deal__c(Tags__c = 'B;A;B');
    insert row;
    Assert.areEqual('A;B', [SELECT Tags__c FROM Deal__c WHERE Id = :row.Id].Tags__c);
  }
  @IsTest static void whatLeftTheRecycleBinCannotBeUndeleted() {
    Deal__c row = new Deal__c();
    insert row;
    delete row;
    Database.emptyRecycleBin(row);
    Assert.areEqual(StatusCode.UNDELETE_FAILED, Database.undelete(row, false).getErrors()[0].getStatusCode());
  }
  @IsTest static void theParentOfAPolymorphicLookupIsARowOfAnyObject() {
    Account parent = new Account(Name = 'Parent');
    insert parent;
    insert new Task(Subject = 'call', WhatId = parent.Id);
    Task row = [SELECT TYPEOF What WHEN Account THEN Name, Owner.Name END FROM Task];
    Assert.areEqual('Parent', ((Account) row.What).Name);
    Assert.areEqual(UserInfo.getName(), ((Account) row.What).Owner.Name);
  }
  @IsTest static void dynamicSearchesFindTheFixedResults() {
    Account row = new Account(Name = 'Acme');
    insert row;
    Test.setFixedSearchResults(new List<Id>{ row.Id });
    String term = 'Acme';
    Assert.areEqual(row.Id, Search.query('FIND :term RETURNING Account(Id)')[0][0].Id);
    Assert.areEqual(row.Id, Search.find('FIND {Acme} RETURNING Account(Id)').get('Account')[0].getSObject().Id);
  }
  @IsTest static void placesHaveDistances() {
    Location paris = Location.newInstance(48.8566, 2.3522);
    Location london = Location.newInstance(51.5074, -0.1278);
    Assert.areEqual(344, paris.getDistance(london, 'km').round());
    Assert.areEqual(213, Location.getDistance(paris, london, 'mi').intValue());
  }
}`;

const value = (name: string, isDefault = false): string =>
  `<fullName>${name}</fullName><default>${isDefault}</default><label>${name}</label>`;
const picklist = (...names: string[]): string =>
  `<valueSet><restricted>true</restricted><valueSetDefinition>${names.map((name) => `<value>${value(name)}</value>`).join('')}</valueSetDefinition></valueSet>`;

describe('rows', () => {
  apexBehaviour({
    'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal'),
    'objects/Deal__c/fields/Account__c.field-meta.xml': customField(
      'Account__c',
      'Lookup',
      '<referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>'
    ),
    'objects/Deal__c/fields/Stage__c.field-meta.xml': customField('Stage__c', 'Picklist', picklist('New', 'Open', 'Won')),
    'objects/Deal__c/fields/Tags__c.field-meta.xml': customField(
      'Tags__c',
      'MultiselectPicklist',
      `<visibleLines>4</visibleLines>${picklist('A', 'B')}`
    ),
    'objects/Deal__c/recordTypes/Small.recordType-meta.xml': metadata(
      'RecordType',
      `<fullName>Small</fullName><active>true</active><label>Small</label><picklistValues><picklist>Stage__c</picklist><values>${value('New')}</values><values>${value('Open', true)}</values></picklistValues>`
    ),
    'classes/RowsTest.cls': TESTS
  });
});
