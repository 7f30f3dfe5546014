import { describe, expect, it } from 'vitest';
import { loadPlatformTypes } from './platform-types.ts';
import { loadSObjectTypes } from './sobjects.ts';
import { readClassSignature, readMethod, readType, typeName } from './signature.ts';

describe('signatures', () => {
  it('writes generic types in the notation of the tables', () => {
    expect(readType('Lcom/nawforce/runforce/System/Map<TK;Lcom/nawforce/runforce/System/List<TV;>;>;')).toBe(
      'System.Map<%K,System.List<%V>>'
    );
    expect(readMethod('([Lcom/nawforce/runforce/System/String;Ljava/lang/Object;)V')).toEqual({
      parameters: ['System.List<System.String>', 'ANY'],
      returns: 'void'
    });
    expect(readClassSignature('<T:Ljava/lang/Object;>Ljava/lang/Object;Lcom/nawforce/runforce/System/Iterable<TT;>;')).toEqual({
      parameters: ['T'],
      superclass: 'ANY',
      interfaces: ['System.Iterable<%T>']
    });
    expect(typeName('com/nawforce/runforce/Messaging/InboundEmail$Header')).toBe('Messaging.InboundEmail.Header');
  });
  it('refuses what it cannot read', () => expect(() => readType('Q')).toThrow('Unreadable Java signature'));
});

describe('platform types', () => {
  const types = loadPlatformTypes();
  it('lists methods with their parameters', () => {
    const map = types.get('system.map');
    expect(map?.typeParameters).toEqual(['K', 'V']);
    expect(map?.methods.find((method) => method.name === 'put')).toMatchObject({ parameters: ['%K', '%V'], returns: '%V', static: false });
  });
  it('knows enums, interfaces and exceptions for what they are', () => {
    expect(types.get('system.triggeroperation')).toMatchObject({ kind: 'enum' });
    expect(types.get('system.triggeroperation')?.constants).toContain('BEFORE_INSERT');
    expect(types.get('system.comparable')).toMatchObject({ kind: 'interface' });
    expect(types.get('system.dmlexception')).toMatchObject({ superclass: 'System.Exception' });
  });
  it('tells properties from methods', () =>
    expect(types.get('database.saveresult')?.properties.map((property) => property.name)).toContain('Success'));
});

describe('standard objects', () => {
  const objects = loadSObjectTypes();
  it('gives fields with types, in any case of the name', () =>
    expect(objects.get('ACCOUNT')?.fields.find((field) => field.name === 'AnnualRevenue')).toEqual({
      name: 'AnnualRevenue',
      type: 'Decimal'
    }));
  it('joins a lookup with its relationship', () =>
    expect(objects.get('Contact')?.fields.find((field) => field.name === 'AccountId')).toEqual({
      name: 'AccountId',
      type: 'Id',
      referenceTo: 'Account',
      relationshipName: 'Account'
    }));
  it('marks polymorphic lookups by the Name entity', () =>
    expect(objects.get('Task')?.fields.find((field) => field.name === 'WhatId')).toMatchObject({ referenceTo: 'Name' }));
  it('finds the lookup behind a child relationship', () => {
    const children = objects.get('Account')?.childRelationships ?? [];
    expect(children.find((child) => child.name === 'Contacts')).toEqual({ name: 'Contacts', childObject: 'Contact', field: 'AccountId' });
    expect(children.find((child) => child.name === 'ChildAccounts')?.field).toBe('ParentId');
    expect(children.find((child) => child.name === 'Tasks')?.field).toBe('WhatId');
  });
  it('has no entry for what is no object', () => expect([objects.has('Address'), objects.has('Nothing')]).toEqual([false, false]));
});
