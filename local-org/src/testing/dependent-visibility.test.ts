import { describe } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { customObject } from './fixture.ts';

describe('what hangs on other records', () => {
  apexBehaviour({
    'objects/Claim__c/Claim__c.object-meta.xml': customObject('Claim').replace('ReadWrite', 'Private'),
    'classes/DependentTest.cls': `@IsTest
private class DependentTest {
  private static User partner(String name) {
    Account company = new Account(Name = name);
    insert company;
    Contact person = new Contact(LastName = name, AccountId = company.Id);
    insert person;
    User row = new User(Username = name + '@example.com.local', LastName = name, Email = 'x@example.com', Alias = name.left(8),
      TimeZoneSidKey = 'Europe/Berlin', LocaleSidKey = 'de_DE', LanguageLocaleKey = 'de', EmailEncodingKey = 'UTF-8', ContactId = person.Id,
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Partner Community User' LIMIT 1].Id);
    insert row;
    return row;
  }
  private static Id attach(Id recordId, String visibility) {
    ContentVersion version = new ContentVersion(Title = 'invoice', PathOnClient = 'invoice.pdf', VersionData = Blob.valueOf('bytes'));
    insert version;
    Id documentId = [SELECT ContentDocumentId FROM ContentVersion WHERE Id = :version.Id].ContentDocumentId;
    insert new ContentDocumentLink(ContentDocumentId = documentId, LinkedEntityId = recordId, ShareType = 'V', Visibility = visibility);
    return documentId;
  }
  private static Integer versions(Id documentId) { return [SELECT COUNT() FROM ContentVersion WHERE ContentDocumentId = :documentId WITH USER_MODE]; }

  @IsTest static void aPartnerUploadsAFileAndReadsItBack() {
    System.runAs(partner('north')) {
      Case row = new Case(Subject = 's');
      Database.insert(row, AccessLevel.SYSTEM_MODE);
      insert new ContentVersion(Title = 'a', PathOnClient = 'a.pdf', VersionData = Blob.valueOf('bytes'), FirstPublishLocationId = row.Id);
      List<ContentDocumentLink> links = [SELECT ContentDocument.Title, ContentDocument.LatestPublishedVersion.VersionData FROM ContentDocumentLink WHERE LinkedEntityId = :row.Id];
      Assert.areEqual(1, links.size());
      Assert.areEqual('bytes', links[0].ContentDocument.LatestPublishedVersion.VersionData.toString());
    }
  }
  @IsTest static void aFileOfAnotherIsNotThere() {
    User north = partner('north');
    Account other = new Account(Name = 'other');
    insert other;
    Id documentId = attach(other.Id, 'AllUsers');
    System.runAs(north) {
      Assert.areEqual(0, versions(documentId));
      Assert.areEqual(0, [SELECT COUNT() FROM ContentDocument WHERE Id = :documentId WITH USER_MODE]);
      Assert.areEqual(0, [SELECT COUNT() FROM ContentDocumentLink WHERE ContentDocumentId = :documentId WITH USER_MODE]);
      Assert.areEqual(0, [SELECT COUNT() FROM ContentDocumentLink WHERE LinkedEntityId = :other.Id WITH USER_MODE]);
    }
    Assert.areEqual(1, versions(documentId), 'the administrator sees it');
  }
  @IsTest static void aFileOnARecordTheyReadIsThereUnlessItIsForInternalUsers() {
    User north = partner('north');
    Id own = [SELECT AccountId FROM User WHERE Id = :north.Id].AccountId;
    Id forAll = attach(own, 'AllUsers');
    Id internal = attach(own, 'InternalUsers');
    System.runAs(north) {
      Assert.areEqual(1, versions(forAll));
      Assert.areEqual(0, versions(internal));
    }
  }
  @IsTest static void sharesAreSeenByWhoSeesTheRecord() {
    User north = partner('north');
    Account other = new Account(Name = 'other');
    insert other;
    Claim__c claim = new Claim__c(Name = 'c');
    insert claim;
    System.runAs(north) {
      Assert.areEqual(0, [SELECT COUNT() FROM AccountShare WHERE AccountId = :other.Id WITH USER_MODE]);
      Assert.areEqual(0, Guarded.shares(claim.Id));
    }
    insert new Claim__Share(ParentId = claim.Id, UserOrGroupId = north.Id, AccessLevel = 'Read');
    System.runAs(north) { Assert.areEqual(2, Guarded.shares(claim.Id)); }
  }
  @IsTest static void partnersSeeThemselvesAmongUsers() {
    User north = partner('north');
    User south = partner('south');
    System.runAs(north) {
      Assert.areEqual(1, [SELECT COUNT() FROM User WHERE Id IN (:north.Id, :south.Id, :UserInfo.getUserId()) WITH USER_MODE]);
    }
    Assert.areEqual(2, [SELECT COUNT() FROM User WHERE Id IN (:north.Id, :south.Id) WITH USER_MODE], 'the administrator sees all');
  }
}`,
    'classes/Guarded.cls': `public with sharing class Guarded {
  public static Integer shares(Id recordId) { return [SELECT COUNT() FROM Claim__Share WHERE ParentId = :recordId]; }
}`
  });
});
