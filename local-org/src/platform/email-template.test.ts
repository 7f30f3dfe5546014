import { describe } from 'vitest';
import { apexBehaviour } from '../testing/apex-behaviour.ts';
import { customField, customObject, metadata } from '../testing/fixture.ts';

const TESTS = `@IsTest
private class TemplateTest {
  private static Contact recipient() {
    Account employer = new Account(Name = 'Acme');
    insert employer;
    Contact row = new Contact(FirstName = 'Ada', LastName = 'Byron', Email = 'ada@example.com', AccountId = employer.Id);
    insert row;
    return row;
  }
  private static Deal__c deal() {
    Deal__c row = new Deal__c(Name = 'Engine', Amount__c = 1234.5);
    insert row;
    return row;
  }
  private static Id template() {
    return [SELECT Id FROM EmailTemplate WHERE DeveloperName = 'Welcome'].Id;
  }
  @IsTest static void mergeFieldsReadTheRecipientTheRecordAndTheirParents() {
    Messaging.SingleEmailMessage message = Messaging.renderStoredEmailTemplate(template(), recipient().Id, deal().Id);
    Assert.areEqual('Hello Ada', message.getSubject());
    Assert.areEqual('Ada Byron of Acme: Engine, $1,234.50, by ' + UserInfo.getName() + '.', message.getPlainTextBody().trim());
  }
  @IsTest static void whatNamesNothingIsLeftEmpty() {
    Messaging.SingleEmailMessage message = Messaging.renderStoredEmailTemplate(template(), recipient().Id, null);
    Assert.isTrue(message.getPlainTextBody().contains('Acme: , ,'), message.getPlainTextBody());
  }
  @IsTest static void aMessageOfATemplateIsSentRendered() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setTemplateId(template());
    message.setTargetObjectId(recipient().Id);
    message.setWhatId(deal().Id);
    Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message });
    EmailMessage sent = [SELECT ToAddress, Subject, TextBody FROM EmailMessage];
    Assert.areEqual('ada@example.com', sent.ToAddress);
    Assert.areEqual('Hello Ada', sent.Subject);
    Assert.isTrue(sent.TextBody.contains('Engine'), sent.TextBody);
    Assert.areEqual('Hello Ada', message.getSubject());
    Assert.areEqual(sent.TextBody, message.getPlainTextBody());
  }
  @IsTest static void aMailToAUserIsNoActivity() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setTargetObjectId(UserInfo.getUserId());
    message.setPlainTextBody('x');
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message }, false);
    Assert.areEqual(StatusCode.INVALID_SAVE_AS_ACTIVITY_FLAG, results[0].getErrors()[0].getStatusCode());
    Assert.areEqual('saveAsActivity must be false when sending mail to users.', results[0].getErrors()[0].getMessage());
    message.setSaveAsActivity(false);
    Assert.isTrue(Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message }, false)[0].isSuccess());
  }
  @IsTest static void aTemplateNeedsSomebodyToWriteTo() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setTemplateId(template());
    message.setToAddresses(new List<String>{ 'ada@example.com' });
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message }, false);
    Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, results[0].getErrors()[0].getStatusCode());
  }
  @IsTest static void aMailToAUserIsAboutNoRecord() {
    Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setTargetObjectId(UserInfo.getUserId());
    message.setWhatId(deal().Id);
    message.setPlainTextBody('x');
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message }, false);
    Assert.areEqual('WhatId is not available for sending emails to UserIds.', results[0].getErrors()[0].getMessage());
  }
}`;

describe('e-mail templates', () => {
  apexBehaviour({
    'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal'),
    'objects/Deal__c/fields/Amount__c.field-meta.xml': customField('Amount__c', 'Currency', '<precision>18</precision><scale>2</scale>'),
    'email/Mails/Welcome.email-meta.xml': metadata(
      'EmailTemplate',
      '<available>true</available><name>Welcome</name><style>none</style><subject>Hello {!Contact.FirstName}</subject><type>text</type>'
    ),
    'email/Mails/Welcome.email':
      '{!Contact.Name} of {!Account.Name}: {!Deal__c.Name}, {!Deal__c.Amount__c}, by {{{Sender.Name}}}.{!IF(ISBLANK(Contact.Title), "", " " & Contact.Title)}',
    'classes/TemplateTest.cls': TESTS
  });
});
