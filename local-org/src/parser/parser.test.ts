import { describe, expect, it } from 'vitest';
import type { Expression, Statement, TypeDeclaration } from './ast.ts';
import { unquote } from './literals.ts';
import { parseSource } from './parse.ts';

function statementsOf(code: string): readonly Statement[] {
  const { tree, problems } = parseSource('class', `class Main { void run() { ${code} } }`);
  expect(problems).toEqual([]);
  const [method] = (tree as TypeDeclaration).members;
  return method?.kind === 'method' && method.body ? method.body.body : [];
}

function expressionOf(code: string): Expression {
  const [statement] = statementsOf(`x = ${code};`);
  if (statement?.kind !== 'expression' || statement.expression.kind !== 'assign') throw new Error('not an assignment');
  return statement.expression.value;
}

/** Expression with its structure made visible. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
    case 'literal':
      return node.value;
    case 'name':
      return node.name;
    case 'parenthesized':
      return shape(node.value);
    default:
      return node.kind;
  }
}

describe('expressions', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a == b < c', '((a == b) < c)'],
    ['a < b == c', '((a < b) == c)'],
    ['a == (b < c)', '(a == (b < c))'],
    ['a >= b >>> c', '(a >= (b >>> c))'],
    ['a || b && c', '(a || (b && c))'],
    ['-5', '-5']
  ])('%s is %s', (code, expected) => expect(shape(expressionOf(code))).toBe(expected));

  it('keeps queries with their binds', () => {
    const query = expressionOf('[SELECT Id FROM Account WHERE Name = :name AND Id IN :ids.keySet()]');
    expect(query).toMatchObject({
      kind: 'soql',
      query: { from: 'Account', bindCount: 2 },
      binds: [
        { kind: 'name', name: 'name' },
        { kind: 'call', name: 'keySet' }
      ]
    });
  });
});

describe('statements', () => {
  it('reads DML with access modes and external ids', () =>
    expect(statementsOf('insert as user a; upsert b Key__c; delete [SELECT Id FROM Account];')).toMatchObject([
      { operation: 'insert', access: 'user' },
      { operation: 'upsert', access: null, externalId: ['Key__c'] },
      { operation: 'delete', value: { kind: 'soql' } }
    ]));
  it('reads every kind of when', () =>
    expect(statementsOf('switch on x { when 1, -2 { } when Account a { } when null { } when else { } }')[0]).toMatchObject({
      clauses: [
        { value: { kind: 'values', values: [{ value: '1' }, { value: '-2' }] } },
        { value: { kind: 'binding', name: 'a' } },
        { value: { kind: 'values' } },
        { value: { kind: 'else' } }
      ]
    }));
});

describe('declarations', () => {
  it('keeps modifiers, annotations and their parameters', () => {
    const { tree } = parseSource(
      'class',
      "@RestResource(urlMapping='/x/*') global without sharing class Api { @InvocableMethod(label='Run' description='d') static testMethod void run() {} }"
    );
    expect(tree).toMatchObject({
      modifiers: { words: ['global', 'without sharing'], annotations: [{ name: 'restresource', parameters: { urlmapping: '/x/*' } }] }
    });
    expect(tree?.members[0]).toMatchObject({
      modifiers: {
        words: ['static', 'testmethod'],
        annotations: [{ name: 'invocablemethod', parameters: { label: 'Run', description: 'd' } }]
      }
    });
  });
  it('reads trigger events', () =>
    expect(parseSource('trigger', 'trigger T on Account (before insert, after undelete) { }').tree).toMatchObject({
      object: 'Account',
      events: ['before insert', 'after undelete']
    }));
});

describe('literals', () => {
  it.each([
    ["'a\\'b'", "a'b"],
    ["'\\n\\t\\\\'", '\n\t\\'],
    ["'\\u0041'", 'A']
  ])('%s', (source, text) => expect(unquote(source)).toBe(text));
  it('reads multi-line strings from the line after the quotes', () => expect(unquote("'''\n  a\n b'''")).toBe('  a\n b'));
});

describe('syntax errors', () => {
  it.each([
    ['class Main { void f() { Integer x = 5 } }', "Missing ';' at '}'"],
    ['class Main { void f( { } }', "Unexpected token '{'."],
    ["class Main { String s = 'abc; }", 'Line breaks not allowed in string literals']
  ])('%s', (source, message) => expect(parseSource('class', source).problems[0]?.message).toBe(message));
});
