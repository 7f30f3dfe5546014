import { describe, expect, it } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';
import { customField, customObject, metadata } from './fixture.ts';

const update = (name: string, field: string, formula: string, more = ''): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>${field}</field><formula>${formula}</formula><name>${name}</name><operation>Formula</operation>${more}</fieldUpdates>`;
const rule = (name: string, action: string, condition: string, moment: string): string =>
  `<rules><fullName>${name}</fullName><actions><name>${action}</name><type>FieldUpdate</type></actions><active>true</active>${condition}<triggerType>${moment}</triggerType></rules>`;
const above = (amount: number): string =>
  `<criteriaItems><field>Deal__c.Amount__c</field><operation>greaterThan</operation><value>${amount}</value></criteriaItems>`;

const WORKFLOW = metadata(
  'Workflow',
  [
    update('Note_Size', 'Note__c', '&quot;big &quot; &amp; TEXT(Amount__c)'),
    update('Raise_Level', 'Level__c', '1', '<reevaluateOnChange>true</reevaluateOnChange>'),
    update('Note_Level', 'Note__c', '&quot;levelled&quot;'),
    update('Note_Birth', 'Born__c', '&quot;born&quot;'),
    rule('Big', 'Note_Size', above(100), 'onCreateOrTriggeringUpdate'),
    rule('Huge', 'Raise_Level', above(1000), 'onAllChanges'),
    rule('Levelled', 'Note_Level', '<formula>ISCHANGED(Level__c)</formula>', 'onAllChanges'),
    rule('Born', 'Note_Birth', '<formula>true</formula>', 'onCreateOnly')
  ].join('')
);

const TESTS = `@IsTest
private class WorkflowTest {
  private static Deal__c saved(Deal__c row) {
    return [SELECT Note__c, Level__c, Born__c FROM Deal__c WHERE Id = :row.Id];
  }
  @IsTest static void aRuleUpdatesTheRowThatMeetsIt() {
    Deal__c big = new Deal__c(Amount__c = 200);
    Deal__c small = new Deal__c(Amount__c = 50);
    insert new List<Deal__c>{ big, small };
    Assert.areEqual('big 200', saved(big).Note__c);
    Assert.isNull(saved(small).Note__c);
  }
  @IsTest static void anUpdateThatChangesNothingForTheRuleDoesNotStartItAgain() {
    Deal__c row = new Deal__c(Amount__c = 50);
    insert row;
    row.Amount__c = 200;
    update row;
    row.Amount__c = 300;
    update row;
    Assert.areEqual('big 200', saved(row).Note__c);
  }
  @IsTest static void aRuleOfNewRowsLeavesUpdatesAlone() {
    Deal__c row = new Deal__c(Amount__c = 1);
    insert row;
    Assert.areEqual('born', saved(row).Born__c);
    row.Born__c = null;
    update row;
    Assert.isNull(saved(row).Born__c);
  }
  @IsTest static void anUpdateMayStartOtherRules() {
    Deal__c row = new Deal__c(Amount__c = 1);
    insert row;
    row.Amount__c = 2000;
    update row;
    Assert.areEqual(1, saved(row).Level__c);
    Assert.areEqual('levelled', saved(row).Note__c);
  }
  @IsTest static void triggersRunOnceMoreAndSeeTheRowBeforeTheSave() {
    Deal__c row = new Deal__c(Amount__c = 50);
    insert row;
    DealLog.seen.clear();
    row.Amount__c = 200;
    update row;
    Assert.areEqual(
      new List<String>{ 'BEFORE_UPDATE 50 null > 200 null', 'AFTER_UPDATE 50 null > 200 null', 'BEFORE_UPDATE 50 null > 200 big 200', 'AFTER_UPDATE 50 null > 200 big 200' },
      DealLog.seen
    );
  }
  @IsTest static void validationRulesDoNotLookAtFieldUpdates() {
    Deal__c row = new Deal__c(Amount__c = 500);
    insert row;
    Assert.areEqual('big 500', saved(row).Note__c);
    row.Born__c = 'again';
    Assert.isFalse(Database.update(row, false).isSuccess());
  }
  @IsTest static void aRecordTriggeredFlowIsNotPassedOver() {
    insert new Flowing__c();
  }
}`;

const LOUD = 'aRecordTriggeredFlowIsNotPassedOver';

describe('workflow', () => {
  const result = apexBehaviour(
    {
      'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal'),
      'objects/Deal__c/fields/Amount__c.field-meta.xml': customField('Amount__c', 'Number', '<precision>6</precision><scale>0</scale>'),
      'objects/Deal__c/fields/Level__c.field-meta.xml': customField('Level__c', 'Number', '<precision>3</precision><scale>0</scale>'),
      'objects/Deal__c/fields/Note__c.field-meta.xml': customField('Note__c', 'Text', '<length>80</length>'),
      'objects/Deal__c/fields/Born__c.field-meta.xml': customField('Born__c', 'Text', '<length>80</length>'),
      'objects/Deal__c/validationRules/Noted.validationRule-meta.xml': metadata(
        'ValidationRule',
        '<fullName>Noted</fullName><active>true</active><errorConditionFormula>Note__c = "big 500"</errorConditionFormula><errorMessage>No such note</errorMessage>'
      ),
      'objects/Flowing__c/Flowing__c.object-meta.xml': customObject('Flowing'),
      'flows/On_Flowing.flow-meta.xml': metadata(
        'Flow',
        '<apiVersion>65.0</apiVersion><processType>AutoLaunchedFlow</processType><start><object>Flowing__c</object><recordTriggerType>CreateAndUpdate</recordTriggerType><triggerType>RecordAfterSave</triggerType></start><status>Active</status>'
      ),
      'workflows/Deal__c.workflow-meta.xml': WORKFLOW,
      'classes/DealLog.cls': 'public class DealLog { public static List<String> seen = new List<String>(); }',
      'triggers/DealTrigger.trigger': `trigger DealTrigger on Deal__c (before update, after update) {
  for (Deal__c row : Trigger.new) {
    Deal__c old = Trigger.oldMap.get(row.Id);
    DealLog.seen.add(Trigger.operationType.name() + ' ' + old.Amount__c + ' ' + old.Note__c + ' > ' + row.Amount__c + ' ' + row.Note__c);
  }
}`,
      'classes/WorkflowTest.cls': TESTS
    },
    [LOUD]
  );
  it(LOUD, () => {
    expect(result(LOUD).message).toContain('Not implemented in the local org: record-triggered flow On_Flowing on Flowing__c');
  });
});
