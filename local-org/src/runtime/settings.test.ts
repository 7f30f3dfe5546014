import { describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { sobjectType } from './types.ts';
import { settingsAccessor, settingsAccessors } from './settings.ts';
import { field, inOrg, object, thrown, USER } from './test-support.ts';
import { toDisplayString } from './convert.ts';
import { current } from './execution.ts';
import { ApexId } from './values/id.ts';
import { ApexList } from './values/list.ts';
import type { ApexMap } from './values/map.ts';
import { SObject } from './values/sobject.ts';

const SETTING = object('Setting__c', [field('SetupOwnerId', 'Reference'), field('Mode__c', 'String'), field('Limit__c', 'String')], {
  kind: 'customSetting',
  customSettingsType: 'Hierarchy'
});
const CODES = object('Code__c', [field('Name', 'String')], { kind: 'customSetting', customSettingsType: 'List' });
const CASE = object('Use_Case__mdt', [field('DeveloperName', 'String'), field('Handler__c', 'String')], { kind: 'customMetadata' });
const ORG = '00D000000000001AAA';

/** Runs `body` where every query gives these rows and counts as one. */
function withRows<T>(rows: readonly SObject[], body: () => T): T {
  const database = {
    queryText: () => {
      current().limits.queries++;
      return new ApexList(sobjectType('SObject'), [...rows]);
    }
  } as unknown as Database;
  return inOrg({ objects: [SETTING, CODES, CASE], org: { database } }, body);
}

const setting = (owner: string, values: Record<string, unknown>): SObject =>
  new SObject('Setting__c', { SetupOwnerId: ApexId.of(owner), ...values });

describe('hierarchy settings', () => {
  const rows = (): SObject[] => [
    setting(ORG, { Mode__c: 'Off', Limit__c: '5' }),
    setting(USER.profileId, { Mode__c: 'Shadow', Limit__c: null }),
    setting(USER.id, { Mode__c: null })
  ];

  it('give per field what is set nearest to the user', () => {
    withRows(rows(), () => {
      const merged = settingsAccessor('Setting__c', 'getInstance') as SObject;
      expect([merged.get('Mode__c'), merged.get('Limit__c')]).toEqual(['Shadow', '5']);
    });
  });

  it('give the row of exactly one owner, null when there is none', () => {
    withRows(rows(), () => {
      expect((settingsAccessor('Setting__c', 'getValues', ApexId.of(USER.profileId)) as SObject).get('Mode__c')).toBe('Shadow');
      expect(settingsAccessor('Setting__c', 'getValues', '005000000000009AAA')).toBeNull();
      expect((settingsAccessor('Setting__c', 'getOrgDefaults') as SObject).get('Mode__c')).toBe('Off');
    });
  });

  it('are never null without rows', () => {
    withRows([], () => {
      expect((settingsAccessor('Setting__c', 'getInstance') as SObject).get('Mode__c')).toBeNull();
      expect(toDisplayString(settingsAccessor('Setting__c', 'getOrgDefaults'))).toBe('Setting__c:{}');
    });
  });

  it('cost no query', () => {
    withRows(rows(), () => {
      settingsAccessor('Setting__c', 'getInstance');
      expect(current().limits.queries).toBe(0);
    });
  });
});

describe('list settings and custom metadata', () => {
  it('find list settings by name in any case', () => {
    withRows([new SObject('Code__c', { Name: 'Alpha' })], () => {
      expect((settingsAccessor('Code__c', 'getInstance', 'ALPHA') as SObject).get('Name')).toBe('Alpha');
      expect(settingsAccessor('Code__c', 'getInstance', 'Beta')).toBeNull();
      expect((settingsAccessor('Code__c', 'getAll') as ApexMap).has('alpha')).toBe(true);
    });
  });

  it('find metadata by developer name or id and refuse changes to the map', () => {
    const record = new SObject('Use_Case__mdt', { Id: ApexId.of('m00000000000001'), DeveloperName: 'Scoring', Handler__c: 'X' });
    withRows([record], () => {
      expect(settingsAccessor('Use_Case__mdt', 'getInstance', 'scoring')).toBe(record);
      expect(settingsAccessor('Use_Case__mdt', 'getInstance', ApexId.of('m00000000000001'))).toBe(record);
      expect(settingsAccessor('Use_Case__mdt', 'getInstance', 'Other')).toBeNull();
      const all = settingsAccessor('Use_Case__mdt', 'getAll') as ApexMap;
      expect([...all.keys()]).toEqual(['Scoring']);
      expect(thrown(() => all.clear())).toBe('System.FinalException: Collection is read-only');
    });
  });

  it('exist only where the platform has them', () => {
    inOrg({ objects: [SETTING, CASE] }, () => {
      expect(settingsAccessors(CASE)).toEqual(['getall', 'getinstance']);
      expect(() => settingsAccessor('Use_Case__mdt', 'getOrgDefaults')).toThrow('has no accessor getOrgDefaults');
    });
  });
});
