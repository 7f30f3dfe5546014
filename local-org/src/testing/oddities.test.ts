import { describe } from 'vitest';
import { apexBehaviour } from './apex-behaviour.ts';

describe('valid code that looks odd', () => {
  apexBehaviour({
    'classes/OdditiesTest.cls': `@IsTest
private class OdditiesTest {
  private static String taken(Object value) { return 'object'; }
  private static String taken(List<Object> values) { return 'list'; }
  private static String nested(List<Object> values) { return 'list'; }
  private static String nested(List<List<Object>> values) { return 'nested'; }
  private static String mapped(Object value) { return 'object'; }
  private static String mapped(Map<String, Object> values) { return 'map'; }
  @IsTest static void aListIsRatherAListThanAnObject() {
    Assert.areEqual('list', taken(new List<String>{ 'a' }));
    Assert.areEqual('list', taken(new List<Account>()));
    Assert.areEqual('list', taken([SELECT Id FROM Account]));
    Assert.areEqual('object', taken('a'));
    Assert.areEqual('nested', nested(new List<List<String>>()));
    Assert.areEqual('list', nested(new List<String>()));
    Assert.areEqual('map', mapped(new Map<String, Integer>()));
  }
  @IsTest static void aQueryIsAListForDatabaseMethods() {
    insert new Account(Name = 'x');
    Assert.isTrue(Database.delete([SELECT Id FROM Account], false)[0].isSuccess());
  }
  @IsTest static void aQueryWithoutRowsIsNullForTheSafeOperator() {
    Assert.isNull([SELECT Name FROM Account WHERE Name = 'nobody']?.Name);
    Assert.isNull([SELECT Owner.Name FROM Account WHERE Name = 'nobody']?.Owner?.Name);
    insert new Account(Name = 'x');
    Assert.areEqual('x', [SELECT Name FROM Account]?.Name);
    try { String name = [SELECT Name FROM Account WHERE Name = 'nobody'].Name; Assert.fail(); } catch (QueryException e) { Assert.areEqual('List has no rows for assignment to SObject', e.getMessage()); }
  }
}`
  });
});
