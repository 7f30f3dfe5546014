import { describe } from 'vitest';
import { apexBehaviour } from '../../testing/apex-behaviour.ts';
import { customField, customObject, metadata } from '../../testing/fixture.ts';

const PROCESS = metadata(
  'ApprovalProcess',
  `<active>true</active><allowRecall>true</allowRecall>
  <allowedSubmitters><type>owner</type></allowedSubmitters>
  <approvalStep><allowDelegate>false</allowDelegate>
    <approvalActions><action><name>Mark_Reviewed</name><type>FieldUpdate</type></action></approvalActions>
    <assignedApprover><approver><name>Reviewers</name><type>queue</type></approver><whenMultipleApprovers>FirstResponse</whenMultipleApprovers></assignedApprover>
    <label>Review</label><name>Review</name></approvalStep>
  <approvalStep><allowDelegate>false</allowDelegate>
    <assignedApprover><approver><name>Second_Approver__c</name><type>relatedUserField</type></approver></assignedApprover>
    <entryCriteria><criteriaItems><field>Request__c.Amount__c</field><operation>greaterThan</operation><value>1000</value></criteriaItems></entryCriteria>
    <ifCriteriaNotMet>ApproveRecord</ifCriteriaNotMet>
    <label>Second</label><name>Second</name><rejectBehavior><type>BackToPrevious</type></rejectBehavior></approvalStep>
  <entryCriteria><formula>Amount__c &gt; 0</formula></entryCriteria>
  <finalApprovalActions><action><name>Set_Approved</name><type>FieldUpdate</type></action></finalApprovalActions>
  <finalApprovalRecordLock>false</finalApprovalRecordLock>
  <finalRejectionActions><action><name>Set_Rejected</name><type>FieldUpdate</type></action></finalRejectionActions>
  <finalRejectionRecordLock>false</finalRejectionRecordLock>
  <initialSubmissionActions><action><name>Set_Submitted</name><type>FieldUpdate</type></action></initialSubmissionActions>
  <label>Review</label><recordEditability>AdminOnly</recordEditability>
  <recallActions><action><name>Set_Recalled</name><type>FieldUpdate</type></action></recallActions>
  <showApprovalHistory>false</showApprovalHistory>`
);

const EVERYBODY = metadata(
  'ApprovalProcess',
  `<active>true</active><allowRecall>true</allowRecall>
  <allowedSubmitters><type>creator</type></allowedSubmitters>
  <approvalStep><allowDelegate>false</allowDelegate>
    <assignedApprover><approver><name>Reviewers</name><type>queue</type></approver><approver><name>Second_Approver__c</name><type>relatedUserField</type></approver><whenMultipleApprovers>Unanimous</whenMultipleApprovers></assignedApprover>
    <label>All</label><name>All</name></approvalStep>
  <entryCriteria><formula>Amount__c = 501</formula></entryCriteria>
  <finalApprovalRecordLock>false</finalApprovalRecordLock><finalRejectionRecordLock>false</finalRejectionRecordLock>
  <label>Everybody</label><processOrder>2</processOrder><recordEditability>AdminOnly</recordEditability><showApprovalHistory>false</showApprovalHistory>`
);

const update = (name: string, value: string): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>Status__c</field><literalValue>${value}</literalValue><name>${name}</name><notifyAssignee>false</notifyAssignee><operation>Literal</operation><protected>false</protected></fieldUpdates>`;

const WORKFLOW = metadata(
  'Workflow',
  `${update('Set_Submitted', 'Submitted')}${update('Set_Approved', 'Approved')}${update('Set_Rejected', 'Rejected')}${update('Set_Recalled', 'Recalled')}
  <fieldUpdates><fullName>Mark_Reviewed</fullName><field>Note__c</field><formula>"Reviewed " &amp; Status__c</formula><name>Mark Reviewed</name><notifyAssignee>false</notifyAssignee><operation>Formula</operation><protected>false</protected></fieldUpdates>`
);

const TEST = `@IsTest
private class ApprovalTest {
  static Request__c request(Decimal amount) {
    Request__c record = new Request__c(Name = 'R', Amount__c = amount, Second_Approver__c = UserInfo.getUserId());
    insert record;
    return record;
  }
  static Approval.ProcessResult submit(Request__c record) {
    Approval.ProcessSubmitRequest submission = new Approval.ProcessSubmitRequest();
    submission.setObjectId(record.Id);
    submission.setComments('please');
    return Approval.process(submission);
  }
  static Approval.ProcessResult decide(Id workitem, String action) {
    Approval.ProcessWorkitemRequest decision = new Approval.ProcessWorkitemRequest();
    decision.setWorkitemId(workitem);
    decision.setAction(action);
    decision.setComments('because');
    return Approval.process(decision);
  }
  static Request__c read(Id id) { return [SELECT Status__c, Note__c FROM Request__c WHERE Id = :id]; }

  @IsTest static void submissionLocksAndAssignsTheQueue() {
    Request__c record = request(500);
    Approval.ProcessResult result = submit(record);
    Assert.isTrue(result.isSuccess());
    Assert.areEqual('Pending', result.getInstanceStatus());
    Assert.areEqual('Submitted', read(record.Id).Status__c);
    Assert.isTrue(Approval.isLocked(record.Id));
    ProcessInstanceWorkitem item = [SELECT ActorId FROM ProcessInstanceWorkitem WHERE Id = :result.getNewWorkitemIds()[0]];
    Assert.areEqual([SELECT Id FROM Group WHERE DeveloperName = 'Reviewers' AND Type = 'Queue'].Id, item.ActorId);
  }
  @IsTest static void approvalOfASmallRequestSkipsTheSecondStep() {
    Request__c record = request(500);
    Id item = submit(record).getNewWorkitemIds()[0];
    Approval.ProcessResult result = decide(item, 'Approve');
    Assert.areEqual('Approved', result.getInstanceStatus());
    Assert.areEqual('Approved', read(record.Id).Status__c);
    Assert.areEqual('Reviewed Submitted', read(record.Id).Note__c);
    Assert.isFalse(Approval.isLocked(record.Id));
    List<ProcessInstanceStep> steps = [SELECT StepStatus, Comments FROM ProcessInstanceStep WHERE ProcessInstance.TargetObjectId = :record.Id ORDER BY Id];
    Assert.areEqual('Started', steps[0].StepStatus);
    Assert.areEqual('because', steps[1].Comments);
  }
  @IsTest static void largeRequestGoesOnAndRejectionGoesBack() {
    Request__c record = request(5000);
    Id first = submit(record).getNewWorkitemIds()[0];
    Approval.ProcessResult second = decide(first, 'Approve');
    Assert.areEqual('Pending', second.getInstanceStatus());
    Assert.areEqual(UserInfo.getUserId(), second.getActorIds()[0]);
    Approval.ProcessResult back = decide(second.getNewWorkitemIds()[0], 'Reject');
    Assert.areEqual('Pending', back.getInstanceStatus());
    Approval.ProcessResult rejected = decide(back.getNewWorkitemIds()[0], 'Reject');
    Assert.areEqual('Rejected', rejected.getInstanceStatus());
    Assert.areEqual('Rejected', read(record.Id).Status__c);
  }
  @IsTest static void recallRunsItsActions() {
    Request__c record = request(500);
    Approval.ProcessResult result = decide(submit(record).getNewWorkitemIds()[0], 'Removed');
    Assert.areEqual('Removed', result.getInstanceStatus());
    Assert.areEqual('Recalled', read(record.Id).Status__c);
  }
  @IsTest static void recordThatMeetsNoCriteriaHasNoProcess() {
    try {
      submit(request(0));
      Assert.fail('expected');
    } catch (DmlException e) {
      Assert.areEqual(StatusCode.NO_APPLICABLE_PROCESS, e.getDmlType(0));
      Assert.areEqual('Process failed. First exception on row 0; first error: NO_APPLICABLE_PROCESS, No applicable approval process was found.: []', e.getMessage());
    }
  }
  @IsTest static void secondSubmissionIsRefusedAndReportedWhenAsked() {
    Request__c record = request(500);
    submit(record);
    Approval.ProcessSubmitRequest again = new Approval.ProcessSubmitRequest();
    again.setObjectId(record.Id);
    Approval.ProcessResult result = Approval.process(again, false);
    Assert.isFalse(result.isSuccess());
    Assert.areEqual(StatusCode.ALREADY_IN_PROCESS, result.getErrors()[0].getStatusCode());
  }
  @IsTest static void anEmptyApproverFieldStopsTheRequest() {
    Request__c record = new Request__c(Name = 'R', Amount__c = 5000);
    insert record;
    Id item = submit(record).getNewWorkitemIds()[0];
    try {
      decide(item, 'Approve');
      Assert.fail('expected');
    } catch (DmlException e) {
      Assert.areEqual(StatusCode.MANAGER_NOT_DEFINED, e.getDmlType(0));
      Assert.areEqual(
        'This approval request requires the next approver to be determined by the Second Approver field. This value is empty. Please contact your administrator for more information.',
        e.getDmlMessage(0)
      );
    }
  }
  @IsTest static void oneRejectionEndsAUnanimousStep() {
    Request__c record = request(501);
    Approval.ProcessSubmitRequest submission = new Approval.ProcessSubmitRequest();
    submission.setObjectId(record.Id);
    submission.setProcessDefinitionNameOrId('Everybody');
    Approval.ProcessResult result = Approval.process(submission);
    Assert.areEqual(2, result.getNewWorkitemIds().size());
    Assert.areEqual('Rejected', decide(result.getNewWorkitemIds()[0], 'Reject').getInstanceStatus());
    Set<String> statuses = new Set<String>();
    for (ProcessInstanceStep step : [SELECT StepStatus FROM ProcessInstanceStep]) statuses.add(step.StepStatus);
    Assert.areEqual(new Set<String>{ 'Started', 'Rejected', 'NoResponse' }, statuses);
    Assert.areEqual(0, [SELECT COUNT() FROM ProcessInstanceWorkitem]);
  }
  @IsTest static void aUnanimousStepWaitsForTheLast() {
    Request__c record = request(501);
    Approval.ProcessSubmitRequest submission = new Approval.ProcessSubmitRequest();
    submission.setObjectId(record.Id);
    submission.setProcessDefinitionNameOrId('Everybody');
    List<Id> items = Approval.process(submission).getNewWorkitemIds();
    Assert.areEqual('Pending', decide(items[0], 'Approve').getInstanceStatus());
    Assert.areEqual('Approved', decide(items[1], 'Approve').getInstanceStatus());
  }
  @IsTest static void actionsAreCaseSensitive() {
    Id item = submit(request(500)).getNewWorkitemIds()[0];
    try {
      decide(item, 'approve');
      Assert.fail('expected');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().contains('approve'), e.getMessage());
    }
  }
  @IsTest static void lockedRecordRefusesOthersThanAdministrators() {
    Request__c record = request(500);
    Approval.lock(record.Id);
    Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
    User other = new User(Username = 'other@approval.test', LastName = 'Other', Email = 'other@example.com', Alias = 'other', ProfileId = standard.Id,
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
    insert other;
    System.runAs(other) {
      try {
        record.Note__c = 'changed';
        update record;
        Assert.fail('expected');
      } catch (DmlException e) {
        Assert.areEqual(StatusCode.ENTITY_IS_LOCKED, e.getDmlType(0));
      }
    }
    Approval.unlock(record.Id);
    Assert.isFalse(Approval.isLocked(record.Id));
  }
}`;

describe('approval processes', () => {
  apexBehaviour({
    'classes/ApprovalTest.cls': TEST,
    'objects/Request__c/Request__c.object-meta.xml': customObject('Request'),
    'objects/Request__c/fields/Amount__c.field-meta.xml': customField('Amount__c', 'Number', '<precision>18</precision><scale>2</scale>'),
    'objects/Request__c/fields/Status__c.field-meta.xml': customField('Status__c', 'Text', '<length>40</length>'),
    'objects/Request__c/fields/Note__c.field-meta.xml': customField('Note__c', 'Text', '<length>80</length>'),
    'objects/Request__c/fields/Second_Approver__c.field-meta.xml': customField(
      'Second_Approver__c',
      'Lookup',
      '<referenceTo>User</referenceTo><relationshipName>Requests</relationshipName>'
    ),
    'approvalProcesses/Request__c.Review.approvalProcess-meta.xml': PROCESS,
    'approvalProcesses/Request__c.Everybody.approvalProcess-meta.xml': EVERYBODY,
    'workflows/Request__c.workflow-meta.xml': WORKFLOW,
    'queues/Reviewers.queue-meta.xml': metadata(
      'Queue',
      '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Reviewers</name><queueSobject><sobjectType>Request__c</sobjectType></queueSobject>'
    )
  });
});
