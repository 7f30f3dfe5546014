import { afterEach, describe, expect, it } from 'vitest';
import { loadModel } from '../metadata/load.ts';
import type { OrgModel } from '../metadata/model.ts';
import { affectedTests } from './affected.ts';
import { customField, customObject, metadata, projectFixture } from './fixture.ts';
import type { Fixture } from './fixture.ts';
import { changeBetween } from './watch.ts';

const MDT =
  '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Step</label><pluralLabel>Steps</pluralLabel></CustomObject>';
const RECORD = metadata(
  'CustomMetadata',
  '<label>First</label><protected>false</protected><values xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><field>Class__c</field><value xsi:type="xsd:string">Plugin</value></values>'
);
const FILES = {
  'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal'),
  'objects/Step__mdt/Step__mdt.object-meta.xml': MDT,
  'objects/Step__mdt/fields/Class__c.field-meta.xml': customField('Class__c', 'Text', '<length>40</length>'),
  'customMetadata/Step.First.md-meta.xml': RECORD,
  'classes/Sums.cls': 'public class Sums { public static Integer add(Integer a, Integer b) { return a + b; } }',
  'classes/Totals.cls': 'public class Totals { public static Integer all() { return sums.add(1, 2); } }',
  'classes/Plugin.cls': 'public class Plugin { }',
  'classes/Steps.cls': 'public class Steps { public static Integer count() { return Step__mdt.getAll().size(); } }',
  'classes/DealHandler.cls': 'public class DealHandler { public static void run() { } }',
  'triggers/Deals.trigger': 'trigger Deals on Deal__c (before insert) { DealHandler.run(); }',
  'classes/TotalsTest.cls': '@IsTest private class TotalsTest { @IsTest static void a() { Assert.areEqual(3, Totals.all()); } }',
  'classes/StepsTest.cls': '@IsTest private class StepsTest { @IsTest static void a() { Assert.areEqual(1, Steps.count()); } }',
  'classes/DealTest.cls': "@IsTest private class DealTest { @IsTest static void a() { insert new Deal__c(Name = 'x'); } }"
};

describe('the tests that a change affects', () => {
  const fixtures: Fixture[] = [];
  afterEach(() => {
    for (const fixture of fixtures.splice(0)) fixture.remove();
  });
  const model = (changes: Record<string, string> = {}): OrgModel => {
    const fixture = projectFixture({ ...FILES, ...changes });
    fixtures.push(fixture);
    return loadModel(fixture.root);
  };
  const affected = (...names: string[]): string[] => affectedTests(model(), new Set(names));

  it('are those that use the changed class, however far away and in whatever case', () => expect(affected('Sums')).toEqual(['TotalsTest']));
  it('are those that set off the trigger that uses it', () => expect(affected('DealHandler')).toEqual(['DealTest']));
  it('are those that read the custom metadata which names it', () => expect(affected('Plugin')).toEqual(['StepsTest']));
  it('include a changed test itself and no other', () => expect(affected('StepsTest')).toEqual(['StepsTest']));
  it('are none for a class that nobody uses', () => expect(affected('Unknown')).toEqual([]));

  it('are found by comparing two readings of the project', () => {
    const [before, after] = [model(), model({ 'classes/Totals.cls': 'public class Totals { public static Integer all() { return 3; } }' })];
    const moved = { ...before, apex: before.apex.map((file) => ({ ...file, path: file.path.replace(before.root, after.root) })) };
    expect(changeBetween(moved, after)).toEqual({ apex: ['Totals'], tests: ['TotalsTest'] });
    expect(changeBetween(moved, { ...moved })).toEqual({ apex: [], tests: [] });
  });

  it('are those that used a class or trigger that is gone', () => {
    const before = model();
    const without = (name: string): OrgModel => ({ ...before, apex: before.apex.filter((file) => file.name !== name) });
    expect(changeBetween(before, without('Sums'))).toEqual({ apex: ['Sums'], tests: ['TotalsTest'] });
    expect(changeBetween(before, without('Deals'))).toEqual({ apex: ['Deals'], tests: ['DealTest'] });
    expect(changeBetween(before, without('DealTest'))).toEqual({ apex: ['DealTest'], tests: [] });
  });

  it('are all of them when an object changes', () => {
    const wider = model({ 'objects/Deal__c/fields/Extra__c.field-meta.xml': customField('Extra__c', 'Text', '<length>9</length>') });
    expect(changeBetween(model(), wider).tests).toBeNull();
  });
});
