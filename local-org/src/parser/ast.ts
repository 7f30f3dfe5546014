import type { SoqlQuery, SoslSearch } from '../database/soql/ast.ts';

/** Plain data, so that a parsed file can be cached as JSON. Lines count from 1, columns from 1 as the platform reports them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface TypeRef extends Position {
  /** `Map<String, A.B>` is one part with arguments, `A.B` two parts. */
  readonly parts: readonly { readonly name: string; readonly args: readonly TypeRef[] }[];
  /** `[]` pairs after the name. */
  readonly dimensions: number;
}

export interface AnnotationNode extends Position {
  /** In lower case. */
  readonly name: string;
  readonly written: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Modifiers {
  /** Lower-case keywords; sharing is one word: `with sharing`. */
  readonly words: readonly string[];
  readonly annotations: readonly AnnotationNode[];
}

// ---- declarations

export interface TypeDeclaration extends Position {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superclass: TypeRef | null;
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly Member[];
  readonly constants: readonly (Position & { readonly name: string })[];
  readonly endLine: number;
}

export type Member = FieldDeclaration | MethodDeclaration | ConstructorDeclaration | PropertyDeclaration | Initializer | InnerType;

export interface InnerType {
  readonly kind: 'type';
  readonly declaration: TypeDeclaration;
}

export interface FieldDeclaration extends Position {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly name: string;
  readonly initial: Expression | null;
}

export interface Parameter extends Position {
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly name: string;
}

export interface MethodDeclaration extends Position {
  readonly kind: 'method';
  readonly modifiers: Modifiers;
  /** Null for void. */
  readonly returns: TypeRef | null;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block | null;
}

export interface ConstructorDeclaration extends Position {
  readonly kind: 'constructor';
  readonly modifiers: Modifiers;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface Accessor extends Position {
  readonly modifiers: Modifiers;
  /** Null for `get;`. */
  readonly body: Block | null;
}

export interface PropertyDeclaration extends Position {
  readonly kind: 'property';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly name: string;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

export interface Initializer extends Position {
  readonly kind: 'initializer';
  readonly static: boolean;
  readonly body: Block;
}

export interface TriggerDeclaration extends Position {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  readonly events: readonly string[];
  readonly members: readonly Member[];
  readonly body: readonly Statement[];
}

/** Execute-anonymous: declarations and statements in one file. */
export interface AnonymousBlock extends Position {
  readonly kind: 'anonymous';
  readonly members: readonly Member[];
  readonly body: readonly Statement[];
}

// ---- statements

export interface Block extends Position {
  readonly kind: 'block';
  readonly body: readonly Statement[];
  readonly endLine: number;
}

export interface CatchClause extends Position {
  readonly type: TypeRef;
  readonly name: string;
  readonly body: Block;
}

export type WhenValue =
  | { readonly kind: 'else' }
  | { readonly kind: 'values'; readonly values: readonly Expression[] }
  | { readonly kind: 'binding'; readonly type: TypeRef; readonly name: string };

export interface WhenClause extends Position {
  readonly value: WhenValue;
  readonly body: Block;
}

export type DmlOperation = 'insert' | 'update' | 'delete' | 'undelete' | 'upsert' | 'merge';

export type Statement =
  | Block
  | (Position & {
      readonly kind: 'local';
      readonly modifiers: Modifiers;
      readonly type: TypeRef;
      readonly variables: readonly (Position & { readonly name: string; readonly initial: Expression | null })[];
    })
  | (Position & { readonly kind: 'expression'; readonly expression: Expression })
  | (Position & { readonly kind: 'if'; readonly condition: Expression; readonly then: Statement; readonly else: Statement | null })
  | (Position & { readonly kind: 'switch'; readonly subject: Expression; readonly clauses: readonly WhenClause[] })
  | (Position & {
      readonly kind: 'for';
      readonly initial: readonly Statement[];
      readonly condition: Expression | null;
      readonly update: readonly Expression[];
      readonly body: Statement | null;
    })
  | (Position & {
      readonly kind: 'forEach';
      readonly type: TypeRef;
      readonly name: string;
      readonly iterable: Expression;
      readonly body: Statement | null;
    })
  | (Position & { readonly kind: 'while'; readonly condition: Expression; readonly body: Statement | null })
  | (Position & { readonly kind: 'doWhile'; readonly condition: Expression; readonly body: Statement })
  | (Position & { readonly kind: 'try'; readonly body: Block; readonly catches: readonly CatchClause[]; readonly finally: Block | null })
  | (Position & { readonly kind: 'return'; readonly value: Expression | null })
  | (Position & { readonly kind: 'throw'; readonly value: Expression })
  | (Position & { readonly kind: 'break' })
  | (Position & { readonly kind: 'continue' })
  | (Position & {
      readonly kind: 'dml';
      readonly operation: DmlOperation;
      readonly access: 'user' | 'system' | null;
      readonly value: Expression;
      readonly second: Expression | null;
      readonly externalId: readonly string[] | null;
    })
  | (Position & { readonly kind: 'runAs'; readonly arguments: readonly Expression[]; readonly body: Block });

export type StatementOf<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

// ---- expressions

export type LiteralType = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';

export type Expression =
  | (Position & { readonly kind: 'literal'; readonly type: LiteralType; readonly value: string })
  | (Position & { readonly kind: 'name'; readonly name: string })
  | (Position & { readonly kind: 'field'; readonly target: Expression; readonly name: string; readonly safe: boolean })
  | (Position & {
      readonly kind: 'call';
      readonly target: Expression | null;
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly safe: boolean;
    })
  | (Position & { readonly kind: 'constructorCall'; readonly which: 'this' | 'super'; readonly arguments: readonly Expression[] })
  | (Position & { readonly kind: 'index'; readonly target: Expression; readonly index: Expression })
  | (Position & { readonly kind: 'new'; readonly type: TypeRef; readonly arguments: readonly Expression[] })
  | (Position & { readonly kind: 'newItems'; readonly type: TypeRef; readonly items: readonly Expression[] })
  | (Position & { readonly kind: 'newSized'; readonly type: TypeRef; readonly size: Expression })
  | (Position & { readonly kind: 'newMap'; readonly type: TypeRef; readonly pairs: readonly (readonly [Expression, Expression])[] })
  | (Position & { readonly kind: 'cast'; readonly type: TypeRef; readonly value: Expression })
  | (Position & { readonly kind: 'unary'; readonly operator: '+' | '-' | '!' | '~'; readonly value: Expression })
  | (Position & { readonly kind: 'step'; readonly operator: '++' | '--'; readonly prefix: boolean; readonly target: Expression })
  | (Position & { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression })
  | (Position & { readonly kind: 'instanceof'; readonly value: Expression; readonly type: TypeRef })
  | (Position & { readonly kind: 'ternary'; readonly condition: Expression; readonly then: Expression; readonly else: Expression })
  | (Position & { readonly kind: 'assign'; readonly operator: string; readonly target: Expression; readonly value: Expression })
  | (Position & { readonly kind: 'this' })
  | (Position & { readonly kind: 'super' })
  | (Position & { readonly kind: 'classLiteral'; readonly type: TypeRef | null })
  | (Position & { readonly kind: 'parenthesized'; readonly value: Expression })
  | (Position & { readonly kind: 'soql'; readonly query: SoqlQuery; readonly binds: readonly Expression[] })
  | (Position & { readonly kind: 'sosl'; readonly search: SoslSearch; readonly binds: readonly Expression[] });

export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { kind: K }>;
