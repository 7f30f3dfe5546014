import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customField, customObject, platformEvent, projectFixture } from '../../testing/fixture.ts';
import type { Fixture } from '../../testing/fixture.ts';
import { executeTests } from '../../testing/execute.ts';
import type { TestResult } from '../../testing/results.ts';

/** Each Apex test states one behaviour; this file runs them all in one org. */
const CLASSES: Record<string, string> = {
  'classes/Note.cls': `public class Note {
  public static void add(String text) { insert new Log__c(Name = text); }
  public static Integer count(String text) { return [SELECT COUNT() FROM Log__c WHERE Name = :text]; }
}`,
  'classes/Jobs.cls': `public class Jobs {
  public class Simple implements Queueable {
    public String text;
    public Simple(String text) { this.text = text; }
    public void execute(QueueableContext context) {
      System.assertNotEquals(null, context.getJobId());
      Note.add(text + Limits.getLimitQueries());
    }
  }
  public class Failing implements Queueable {
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Watcher());
      Note.add('lost');
      throw new CalloutException('broken');
    }
  }
  public class Watcher implements Finalizer {
    public void execute(FinalizerContext context) {
      Note.add(context.getResult().name() + ': ' + context.getException().getMessage());
    }
  }
  public class Chain implements Queueable {
    Integer left;
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      Note.add('chain');
      if (left > 1) System.enqueueJob(new Chain(left - 1));
    }
  }
  public class Counter implements Database.Batchable<SObject>, Database.Stateful {
    Integer rows = 0;
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Log__c'); }
    public void execute(Database.BatchableContext context, List<Log__c> scope) { rows += scope.size(); }
    public void finish(Database.BatchableContext context) { Note.add('rows ' + rows); }
  }
  public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { Note.add('nightly'); }
  }
  @future public static void later(String text) { Note.add(text); }
}`,
  'triggers/PingSubscriber.trigger': `trigger PingSubscriber on Ping__e (after insert) {
  for (Ping__e ping : Trigger.new) {
    if (ping.Text__c == 'explode') throw new IllegalArgumentException('subscriber');
    if (ping.Text__c == 'retry' && EventBus.TriggerContext.currentContext().retries < 2) throw new EventBus.RetryableException('again');
    Note.add('heard ' + ping.Text__c);
  }
}`,
  'classes/AsyncTest.cls': `@IsTest
private class AsyncTest {
  @IsTest static void queueableRunsAtStopTestWithAsynchronousLimits() {
    Test.startTest();
    Id jobId = System.enqueueJob(new Jobs.Simple('q'));
    Assert.areEqual(0, Note.count('q200'));
    Test.stopTest();
    Assert.areEqual(1, Note.count('q200'));
    Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);
  }
  @IsTest static void queueableStateIsTakenWhenItIsEnqueued() {
    Jobs.Simple job = new Jobs.Simple('before');
    Test.startTest();
    System.enqueueJob(job);
    job.text = 'after';
    Test.stopTest();
    Assert.areEqual(1, Note.count('before200'));
  }
  @IsTest static void rolledBackEnqueueNeverRuns() {
    Test.startTest();
    Savepoint point = Database.setSavepoint();
    System.enqueueJob(new Jobs.Simple('never'));
    Database.rollback(point);
    Test.stopTest();
    Assert.areEqual(0, Note.count('never200'));
  }
  @IsTest static void failedJobIsRolledBackAndItsFinalizerSeesTheException() {
    Test.startTest();
    Id jobId = System.enqueueJob(new Jobs.Failing());
    try {
      Test.stopTest();
      Assert.fail('stopTest must pass the exception on');
    } catch (CalloutException e) {
      Assert.areEqual('broken', e.getMessage());
    }
    Assert.areEqual(0, Note.count('lost'));
    Assert.areEqual(1, Note.count('UNHANDLED_EXCEPTION: broken'));
    AsyncApexJob job = [SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE Id = :jobId];
    Assert.areEqual('Failed', job.Status);
    Assert.areEqual('broken', job.ExtendedStatus);
  }
  @IsTest static void chainWithoutADepthIsRefusedInATest() {
    Test.startTest();
    System.enqueueJob(new Jobs.Chain(2));
    try {
      Test.stopTest();
      Assert.fail('expected');
    } catch (AsyncException e) {
      Assert.areEqual('Maximum stack depth has been reached.', e.getMessage());
    }
  }
  @IsTest static void chainRunsToTheDepthItAskedFor() {
    Test.startTest();
    AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = 3;
    System.enqueueJob(new Jobs.Chain(3), options);
    Test.stopTest();
    Assert.areEqual(3, Note.count('chain'));
  }
  @IsTest static void futureRunsAtStopTest() {
    Test.startTest();
    Jobs.later('later');
    Assert.areEqual(0, Note.count('later'));
    Test.stopTest();
    Assert.areEqual(1, Note.count('later'));
  }
  @IsTest static void jobEnqueuedWithoutStartTestRunsWhenTheMethodEnds() {
    System.enqueueJob(new Jobs.Simple('end'));
    Assert.areEqual(0, Note.count('end200'));
  }
  @IsTest static void statefulBatchKeepsItsMembers() {
    List<Log__c> rows = new List<Log__c>();
    for (Integer i = 0; i < 120; i++) rows.add(new Log__c(Name = 'row'));
    insert rows;
    Test.startTest();
    Id jobId = Database.executeBatch(new Jobs.Counter(), 200);
    Test.stopTest();
    Assert.areEqual(1, Note.count('rows 120'));
    AsyncApexJob job = [SELECT Status, TotalJobItems, JobItemsProcessed FROM AsyncApexJob WHERE Id = :jobId];
    Assert.areEqual('Completed', job.Status);
    Assert.areEqual(1, job.TotalJobItems);
  }
  @IsTest static void scheduledJobRunsAtStopTestAndHasItsTrigger() {
    Test.startTest();
    String id = System.schedule('nightly', '0 0 2 * * ?', new Jobs.Nightly());
    CronTrigger cron = [SELECT CronExpression, TimesTriggered, CronJobDetail.Name FROM CronTrigger WHERE Id = :id];
    Assert.areEqual('0 0 2 * * ?', cron.CronExpression);
    Assert.areEqual('nightly', cron.CronJobDetail.Name);
    Test.stopTest();
    Assert.areEqual(1, Note.count('nightly'));
  }
  @IsTest static void theSameJobNameCannotBeScheduledTwice() {
    System.schedule('twice', '0 0 2 * * ?', new Jobs.Nightly());
    try {
      System.schedule('twice', '0 0 3 * * ?', new Jobs.Nightly());
      Assert.fail('expected');
    } catch (AsyncException e) {
      Assert.isTrue(e.getMessage().contains('already scheduled'), e.getMessage());
    }
  }
  @IsTest static void abortedScheduleDoesNotRun() {
    Test.startTest();
    String id = System.schedule('gone', '0 0 2 * * ?', new Jobs.Nightly());
    System.abortJob(id);
    Test.stopTest();
    Assert.areEqual(0, Note.count('nightly'));
    Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger WHERE Id = :id]);
  }
  @IsTest static void eventReachesItsSubscriberAtStopTest() {
    Test.startTest();
    Database.SaveResult result = EventBus.publish(new Ping__e(Text__c = 'hello'));
    Assert.isTrue(result.isSuccess());
    Assert.areEqual(0, Note.count('heard hello'));
    Test.stopTest();
    Assert.areEqual(1, Note.count('heard hello'));
  }
  @IsTest static void deliverHandsEventsOutAtOnce() {
    EventBus.publish(new List<Ping__e>{ new Ping__e(Text__c = 'a'), new Ping__e(Text__c = 'b') });
    Test.getEventBus().deliver();
    Assert.areEqual(1, Note.count('heard a'));
    Assert.areEqual(1, Note.count('heard b'));
  }
  @IsTest static void failingSubscriberDoesNotFailThePublisher() {
    Test.startTest();
    EventBus.publish(new Ping__e(Text__c = 'explode'));
    Test.stopTest();
    Assert.areEqual(0, Note.count('heard explode'));
  }
  @IsTest static void retryableExceptionDeliversAgain() {
    Test.startTest();
    EventBus.publish(new Ping__e(Text__c = 'retry'));
    Test.stopTest();
    Assert.areEqual(1, Note.count('heard retry'));
  }
  @IsTest static void eventsOfARolledBackSavepointAreNotPublished() {
    Test.startTest();
    Savepoint point = Database.setSavepoint();
    EventBus.publish(new Ping__e(Text__c = 'undone'));
    Database.rollback(point);
    Test.stopTest();
    Assert.areEqual(0, Note.count('heard undone'));
  }
  @IsTest static void tooManyQueriesCannotBeCaught() {
    try {
      for (Integer i = 0; i < 101; i++) Note.count('x');
    } catch (Exception e) {
      Assert.fail('a limit was caught');
    }
  }
  @IsTest static void startTestBeginsANewCount() {
    for (Integer i = 0; i < 90; i++) Note.count('x');
    Test.startTest();
    Assert.areEqual(0, Limits.getQueries());
    for (Integer i = 0; i < 90; i++) Note.count('x');
    Test.stopTest();
    Assert.areEqual(90, Limits.getQueries());
  }
}`
};

describe('asynchronous Apex in tests', () => {
  let fixture: Fixture;
  let results: readonly TestResult[];

  beforeAll(() => {
    fixture = projectFixture({
      ...CLASSES,
      'objects/Log__c/Log__c.object-meta.xml': customObject('Log'),
      'objects/Ping__e/Ping__e.object-meta.xml': platformEvent('Ping'),
      'objects/Ping__e/fields/Text__c.field-meta.xml': customField('Text__c', 'Text', '<length>80</length>')
    });
    results = executeTests({ root: fixture.root }).tests;
  }, 60_000);
  afterAll(() => fixture.remove());

  const methods = [...CLASSES['classes/AsyncTest.cls']!.matchAll(/static void (\w+)/g)].map((match) => match[1]!);

  it.each(methods.filter((name) => name !== 'tooManyQueriesCannotBeCaught'))('%s', (name) => {
    const result = results.find((each) => each.method === name);
    expect(result?.message).toBe('');
    expect(result?.outcome).toBe('passed');
  });

  it('a limit passes every catch and fails the test', () => {
    const result = results.find((each) => each.method === 'tooManyQueriesCannotBeCaught');
    expect(result?.outcome).toBe('errored');
    expect(result?.message).toContain('System.LimitException: Too many SOQL queries: 101');
    expect(result?.message).toContain('Class.Note.count: line 3');
  });
});
