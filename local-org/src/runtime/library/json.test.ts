import { describe, expect, it } from 'vitest';
import { ANY, DATETIME, DECIMAL, INTEGER, listOf, mapOf, setOf, sobjectType, STRING, ID, DOUBLE, BOOLEAN } from '../types.ts';
import type { ApexType, ClassInfo } from '../type.ts';
import { call, callStatic, field, inOrg, object, thrown } from '../test-support.ts';
import { toDisplayString } from '../convert.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexObject } from '../values/object.ts';
import { SObject } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';
import { TypeToken } from '../values/type-token.ts';

class Deal extends ApexObject {
  name: unknown = null;
  amount: unknown = null;
  tags: unknown = null;
}
const member = (name: string, type: ApexType, more: object = {}): unknown => ({
  name,
  jsName: name,
  type,
  static: false,
  transient: false,
  property: false,
  access: 'public',
  annotations: [],
  ...more
});
const dealInfo = {
  name: 'Deal',
  kind: 'class',
  abstract: false,
  superclass: null,
  interfaces: [],
  methods: [],
  constructors: [],
  jsClass: Deal,
  fields: [member('name', STRING), member('amount', DECIMAL), member('tags', listOf(STRING)), member('secret', STRING, { transient: true })]
} as unknown as ClassInfo;
const dealType: ApexType = { name: 'Deal', kind: 'class', args: [], classInfo: dealInfo };
Object.defineProperty(Deal.prototype, 'classInfo', { value: Object.assign(dealInfo, { type: dealType }) });

const OBJECTS = [
  object('Account', [field('Name', 'String')], {
    childRelationships: [{ name: 'Contacts', childObject: 'Contact', field: 'AccountId', cascadeDelete: false }]
  }),
  object('Contact', [
    field('LastName', 'String'),
    field('Birthday__c', 'Date'),
    field('Seen__c', 'DateTime'),
    field('AccountId', 'Reference', { relationshipName: 'Account', referenceTo: ['Account'] })
  ])
];

const serialize = (value: unknown, ...more: unknown[]): unknown =>
  inOrg({ objects: OBJECTS }, () => callStatic('System.JSON', 'serialize', value, ...more));
const deserialize = (text: string, type: ApexType, isStrict = false): unknown =>
  inOrg({ objects: OBJECTS }, () => callStatic('System.JSON', isStrict ? 'deserializeStrict' : 'deserialize', text, TypeToken.of(type)));
const untyped = (text: string): unknown => callStatic('System.JSON', 'deserializeUntyped', text);

describe('JSON.serialize', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [1, '1'],
    [9007199254740993n, '9007199254740993'],
    [Decimal.fromString('1.50'), '1.50'],
    [new ApexDouble(2), '2.0'],
    ['a"\\\n\u0001é/', '"a\\"\\\\\\n\\u0001é/"'],
    [new ApexDate(2024, 1, 2), '"2024-01-02"'],
    [new ApexDatetime(Date.UTC(2024, 0, 2, 3, 4, 5)), '"2024-01-02T03:04:05.000Z"'],
    [ApexTime.of(1, 2, 3, 4), '"01:02:03.004Z"'],
    [ApexBlob.fromString('hi'), '"aGk="'],
    [ApexId.of('001000000000001'), '"001000000000001AAA"']
  ])('%s', (value, expected) => {
    expect(serialize(value)).toBe(expected);
  });

  it('writes class members in declaration order, transient ones never, nulls unless suppressed', () => {
    const deal = new Deal();
    deal.amount = Decimal.fromString('10.00');
    expect(serialize(deal)).toBe('{"name":null,"amount":10.00,"tags":null}');
    expect(serialize(deal, true)).toBe('{"amount":10.00}');
    expect(serialize(new ApexMap(STRING, ANY, [['a', null]]), true)).toBe('{"a":null}');
  });

  it('writes rows with their attributes, child rows as a query result', () => {
    const contact = new SObject('Contact', { LastName: 'Doe', Seen__c: new ApexDatetime(0) });
    const account = new SObject('Account', {
      Id: ApexId.of('001000000000001'),
      Name: null,
      Contacts: new ApexList(sobjectType('Contact'), [contact])
    });
    expect(serialize(account)).toBe(
      '{"attributes":{"type":"Account","url":"/services/data/v65.0/sobjects/Account/001000000000001AAA"},"Id":"001000000000001AAA","Name":null,' +
        '"Contacts":{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Contact"},"LastName":"Doe","Seen__c":"1970-01-01T00:00:00.000+0000"}]}}'
    );
  });

  it('refuses cycles', () => {
    const deal = new Deal();
    deal.tags = new ApexList(ANY, [deal]);
    expect(thrown(() => serialize(deal))).toBe('System.JSONException: Direct self-reference leading to cycle');
  });

  it('pretty prints objects over lines and arrays on one', () => {
    const value = new ApexMap(STRING, ANY, [
      ['a', 1],
      ['b', new ApexList(ANY, [1, new ApexMap(STRING, ANY, [['c', null]])])],
      ['d', new ApexList(ANY)],
      ['e', new ApexMap(STRING, ANY)]
    ]);
    expect(callStatic('System.JSON', 'serializePretty', value)).toBe(
      '{\n  "a" : 1,\n  "b" : [ 1, {\n    "c" : null\n  } ],\n  "d" : [ ],\n  "e" : { }\n}'
    );
  });
});

describe('JSON.deserializeUntyped', () => {
  it('gives Integer, Long, Decimal by size and form', () => {
    expect(untyped('[1,2147483648,1.50,1e2,99999999999999999999]')).toMatchObject({
      items: [1, 2147483648n, Decimal.fromString('1.50'), Decimal.fromString('1e2'), Decimal.fromString('99999999999999999999')]
    });
  });

  it('keeps the order of members', () => {
    expect(toDisplayString(untyped('{"b":1,"a":{"c":[true,null,"x"]}}'))).toBe('{b=1, a={c=(true, null, x)}}');
  });

  it.each([
    ['', 'No content to map to Object due to end of input'],
    ['{"a":}', "Unexpected character ('}' (code 125)): expected a value at [line:1, column:6]"],
    ['{a:1}', "Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:2]"],
    ['[1,2', 'Unexpected end-of-input: expected close marker for ARRAY at [line:1, column:5]'],
    ['nope', "Unrecognized token 'nope': was expecting 'null', 'true', 'false' or NaN at [line:1, column:1]"],
    ['{} {}', "Unexpected character ('{' (code 123)): Expected end of input at [line:1, column:4]"]
  ])('refuses %j', (text, message) => {
    expect(thrown(() => untyped(text))).toBe(`System.JSONException: ${message}`);
  });

  it.each(['"\\q"', '"a\nb"', '[01]', '[1,]', '{"a":1,}', '"open', '\u0000', '[1 2]', '{"a" 1}', '[}'])('refuses %j', (text) => {
    expect(thrown(() => untyped(text))).toContain('System.JSONException: ');
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(thrown(() => untyped('['.repeat(100_000)))).toContain('System.JSONException: Nesting is deeper');
  });

  it('refuses null', () => {
    expect(thrown(() => untyped(null as unknown as string))).toBe('System.NullPointerException: Argument cannot be null.');
  });
});

describe('JSON.deserialize', () => {
  it('reads scalars from their text', () => {
    expect(deserialize('"5"', INTEGER)).toBe(5);
    expect(deserialize('5', STRING)).toBe('5');
    expect(String(deserialize('5', DOUBLE))).toBe('5.0');
    expect(deserialize('true', BOOLEAN)).toBe(true);
    expect(String(deserialize('"001000000000001"', ID))).toBe('001000000000001AAA');
    expect((deserialize('"2024-01-02T03:04:05.678+02:00"', DATETIME) as ApexDatetime).toIso()).toBe('2024-01-02T01:04:05.678Z');
  });

  it('reads collections and classes, ignoring members a class does not have', () => {
    const deals = deserialize('[{"name":"A","AMOUNT":1.20,"tags":["x"],"unknown":{"deep":[1]}}]', listOf(dealType)) as ApexList;
    expect(serialize(deals)).toBe('[{"name":"A","amount":1.20,"tags":["x"]}]');
    expect(toDisplayString(deserialize('{"1":2}', mapOf(INTEGER, INTEGER)))).toBe('{1=2}');
    expect(toDisplayString(deserialize('[1,1,2]', setOf(INTEGER)))).toBe('{1, 2}');
  });

  it('strictly refuses unknown members', () => {
    expect(thrown(() => deserialize('{"unknown":1}', dealType, true))).toBe(
      'System.JSONException: Unexpected parameter encountered during deserialization: unknown'
    );
  });

  it.each([
    ['{}', listOf(INTEGER), "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[]', dealType, "Malformed JSON: Expected '{' at the beginning of object"],
    ['"x"', INTEGER, 'Illegal value for primitive: x'],
    ['2147483648', INTEGER, 'Illegal value for primitive: 2147483648'],
    ['{"a":1}', mapOf(STRING, ANY), 'Apex Type unsupported in JSON: Object']
  ])('refuses %j as %o', (text, type, message) => {
    expect(thrown(() => deserialize(text, type))).toBe(`System.JSONException: ${message}`);
  });

  it('reads rows by their object model, parents and children included', () => {
    const text =
      '{"attributes":{"type":"Contact"},"lastname":"Doe","Birthday__c":"2000-01-02","Account":{"attributes":{"type":"Account"},"Name":"Acme"}}';
    const row = deserialize(text, sobjectType('Contact')) as SObject;
    expect(toDisplayString(row)).toBe('Contact:{LastName=Doe, Birthday__c=2000-01-02 00:00:00, Account=Account:{Name=Acme}}');
    expect(thrown(() => deserialize('{"Nope__c":1}', sobjectType('Contact')))).toBe(
      "System.JSONException: No such column 'Nope__c' on sobject of type Contact"
    );
  });

  it('gives back what was serialized', () => {
    const account = new SObject('Account', {
      Name: 'A',
      Contacts: new ApexList(sobjectType('Contact'), [new SObject('Contact', { LastName: 'B' })])
    });
    const text = serialize(account) as string;
    expect(serialize(deserialize(text, sobjectType('Account')))).toBe(text);
  });
});

describe('JSONGenerator', () => {
  it('writes what it is told', () => {
    const generator = callStatic('System.JSON', 'createGenerator', false);
    const write = (name: string, ...args: unknown[]): unknown => call('System.JSONGenerator', name, generator, ...args);
    write('writeStartObject');
    write('writeStringField', 'a', 'x');
    write('writeFieldName', 'b');
    write('writeStartArray');
    write('writeNumber', 1);
    write('writeNull');
    write('writeEndArray');
    write('writeNullField', 'c');
    write('writeObjectField', 'd', new ApexList(ANY, [1]));
    write('writeEndObject');
    expect(write('getAsString')).toBe('{"a":"x","b":[1,null],"c":null,"d":[1]}');
    expect(thrown(() => write('writeNull'))).toContain('System.JSONException');
  });

  it('refuses values without a name inside an object', () => {
    const generator = callStatic('System.JSON', 'createGenerator', false);
    call('System.JSONGenerator', 'writeStartObject', generator);
    expect(thrown(() => call('System.JSONGenerator', 'writeNumber', generator, 1))).toBe(
      'System.JSONException: Can not write value, expecting field name'
    );
  });
});

describe('JSONParser', () => {
  it('walks token by token with names and texts', () => {
    const parser = callStatic('System.JSON', 'createParser', '{"a":{"b":[1,"x"]},"c":null}');
    const seen: string[] = [];
    for (
      let token = call('System.JSONParser', 'nextToken', parser);
      token !== null;
      token = call('System.JSONParser', 'nextToken', parser)
    ) {
      seen.push(
        `${String(token)}:${String(call('System.JSONParser', 'getCurrentName', parser))}:${String(call('System.JSONParser', 'getText', parser))}`
      );
    }
    expect(seen).toEqual([
      'START_OBJECT:null:{',
      'FIELD_NAME:a:a',
      'START_OBJECT:a:{',
      'FIELD_NAME:b:b',
      'START_ARRAY:b:[',
      'VALUE_NUMBER_INT:null:1',
      'VALUE_STRING:null:x',
      'END_ARRAY:b:]',
      'END_OBJECT:a:}',
      'FIELD_NAME:c:c',
      'VALUE_NULL:c:null',
      'END_OBJECT:null:}'
    ]);
  });

  it('reads a typed value at the cursor and goes on after it', () => {
    const parser = callStatic('System.JSON', 'createParser', '{"deals":[{"name":"A"},{"name":"B"}],"n":7}');
    const next = (): unknown => call('System.JSONParser', 'nextToken', parser);
    next();
    next();
    next();
    next();
    expect((call('System.JSONParser', 'readValueAs', parser, TypeToken.of(dealType)) as Deal).name).toBe('A');
    expect(String(next())).toBe('START_OBJECT');
    call('System.JSONParser', 'skipChildren', parser);
    expect(String(next())).toBe('END_ARRAY');
    expect(String(next())).toBe('FIELD_NAME');
    next();
    expect(call('System.JSONParser', 'getIntegerValue', parser)).toBe(7);
  });
});
