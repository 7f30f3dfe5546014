import { describe, expect, it } from 'vitest';
import { errorsOf } from './test-org.ts';

const messages = (source: string): string[] => errorsOf({ Main: source }).map((error) => error.message);
const inClass = (members: string): string[] => messages(`public class Main {\n${members}\n}`);
const inTest = (members: string): string[] => messages(`@IsTest private class Main {\n${members}\n}`);
const inGlobal = (members: string): string[] => messages(`global class Main {\n${members}\n}`);

describe('what annotations ask of members', () => {
  it.each([
    ['@AuraEnabled static void f() {}', 'AuraEnabled methods require at least one of the following global, public'],
    ['@AuraEnabled public static Set<String> f() { return null; }', 'AuraEnabled methods do not support return type of Set<String>'],
    ['@AuraEnabled public static void f(Set<String> s) {}', 'AuraEnabled methods do not support parameter type of Set<String>'],
    ['@AuraEnabled Integer x;', 'AuraEnabled fields require at least one of the following global, public'],
    ['@AuraEnabled public static Integer x;', 'AuraEnabled fields cannot be static'],
    ['@future static void f(Map<String, List<Integer>> m) {}', 'Future methods do not support parameter type of Map<String,List<Integer>>'],
    ['@InvocableMethod public static void f(List<Object> l) {}', 'InvocableMethod methods do not support parameter type of List<Object>'],
    [
      'public class R { public String s; } @InvocableMethod public static void f(List<R> l) {}',
      'InvocableMethod methods do not support parameter type of List<Main.R>'
    ],
    [
      '@InvocableMethod @AuraEnabled public static void f(List<String> l) {}',
      'The only annotation that can be used with InvocableMethod is Deprecated'
    ],
    ['@InvocableVariable String s;', 'InvocableVariable fields require at least one of the following global, public'],
    ['@InvocableVariable public static String s;', 'InvocableVariable fields cannot be static'],
    ['@InvocableVariable public Map<String, String> s;', 'InvocableVariable fields do not support type of Map<String,String>'],
    ['@HttpGet global static void f() {}', 'Defining type for HttpGet methods must be declared as RestResource'],
    ['@RemoteAction public String f() { return null; }', 'RemoteAction methods must be declared as static'],
    ['@RemoteAction static String f() { return null; }', 'RemoteAction methods require at least one of the following global, public'],
    ['@ReadOnly void f() {}', 'Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly'],
    ['@JsonAccess class A {}', 'At least one JSON serialization control parameter must be specified'],
    ["@JsonAccess(serializable='x') class A {}", 'Annotation property, serializable on JsonAccess, unknown value: x'],
    [
      '@NamespaceAccessible public void f() {}',
      'Defining type for NamespaceAccessible methods require at least one of the following NamespaceAccessible, global'
    ],
    ['@IsTest static void f() {}', 'Defining type for IsTest methods must be declared as IsTest'],
    ['static testMethod void f() {}', 'Defining type for testMethod methods must be declared as IsTest']
  ])('%s', (members, message) => expect(inClass(members)).toContain(message));

  it.each([
    ['@IsTest void f() {}', 'IsTest methods must be declared as static'],
    ['@IsTest class A {}', 'IsTest can only be used on a top level type'],
    ['@IsTest(isParallel=true) static void f() {}', 'Annotation property, isParallel on IsTest, is not allowed on methods'],
    [
      '@TestSetup static void s() {} @IsTest(SeeAllData=true) static void f() {}',
      'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
    ]
  ])('%s', (members, message) => expect(inTest(members)).toContain(message));

  it.each([
    ['class B {} global B f() { return null; }', 'global methods do not support return type of Main.B'],
    ['public class B {} global void f(Map<String, B> m) {}', 'global methods do not support parameter type of Map<String,Main.B>'],
    ['public class B {} global Main(B b) {}', 'global methods do not support parameter type of Main.B'],
    ['webservice static void f(Map<String, String> m) {}', 'webService methods do not support parameter type of Map<String,String>'],
    ['webservice static Object f() { return null; }', 'webService methods do not support return type of Object'],
    [
      'webservice static void f() {} webservice static void f(Integer i) {}',
      'Web Service does not support two web service methods with the same name: void Main.f(Integer)'
    ]
  ])('%s', (members, message) => expect(inGlobal(members)).toContain(message));

  it.each([
    ["@RestResource(urlMapping='/x') public class Main {}", 'RestResource classes must be declared as global'],
    ['@RestResource global class Main {}', 'Required property is missing: urlMapping'],
    ["@RestResource(urlMapping='/x') global class Main { @HttpGet static void f() {} }", 'HttpGet methods must be declared as global'],
    [
      "@RestResource(urlMapping='/x') global class Main { @HttpGet global static void f(String s) {} }",
      'HttpGet methods do not support parameters'
    ],
    [
      "@RestResource(urlMapping='/x') global class Main { @HttpPost global static void f(Set<String> s) {} }",
      'HttpPost methods do not support parameter type of Set<String>'
    ]
  ])('%s', (source, message) => expect(messages(source)).toContain(message));

  it.each([
    ['@AuraEnabled(cacheable=true) public static Map<String, Object> f(List<Account> rows, Map<String, List<Object>> m) { return null; }'],
    ['class W { public Set<String> s; } @AuraEnabled public static W f(List<W> w) { return null; }'],
    [
      "public class R { @InvocableVariable(label='a' required=true) public String s; } @InvocableMethod(label='x' description='y') public static List<List<R>> f(List<List<R>> l) { return null; }"
    ],
    ["@SuppressWarnings('PMD') void f(@SuppressWarnings('PMD') Integer i) { @SuppressWarnings('PMD') Integer j = i; }"]
  ])('accepts %s', (members) => expect(inClass(members)).toEqual([]));
});
