import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { FUNCTIONS } from './functions.ts';
import { FormulaError } from './parse.ts';
import type { FormulaNode } from './parse.ts';
import { compare, equal, isBlank, number, text, truth, typeName } from './values.ts';
import type { FormulaValue } from './values.ts';

/** Where a formula's names get their values. */
export interface FormulaScope {
  /** Value of `Amount__c`, `Account__r.Name`, `$User.Id`; throws FormulaError for an unknown name. */
  resolve(path: readonly string[]): FormulaValue;
  /** The value before the save; null when the record is new. */
  prior(path: readonly string[]): FormulaValue;
  readonly isNew: boolean;
  readonly hasPrior: boolean;
}

const DAY = 86_400_000;

export function interpret(node: FormulaNode, scope: FormulaScope): FormulaValue {
  switch (node.kind) {
    case 'number':
      return Decimal.fromString(node.value);
    case 'text':
      return node.value;
    case 'path':
      return name(node.path, scope);
    case 'unary':
      return node.operator === '!' ? !truth(interpret(node.operand, scope)) : (number(interpret(node.operand, scope))?.negate() ?? null);
    case 'binary':
      return binary(node.operator, node, scope);
    case 'call':
      return call(node.name, node.args, scope);
  }
}

function name(path: readonly string[], scope: FormulaScope): FormulaValue {
  if (path.length === 1) {
    const upper = path[0]!.toUpperCase();
    if (upper === 'TRUE') return true;
    if (upper === 'FALSE') return false;
    if (upper === 'NULL') return null;
  }
  return scope.resolve(path);
}

function binary(operator: string, node: { left: FormulaNode; right: FormulaNode }, scope: FormulaScope): FormulaValue {
  const left = interpret(node.left, scope);
  if (operator === '&&') return truth(left) && truth(interpret(node.right, scope));
  if (operator === '||') return truth(left) || truth(interpret(node.right, scope));
  const right = interpret(node.right, scope);
  switch (operator) {
    case '&':
      return text(left) + text(right);
    case '=':
    case '==':
      return equal(left, right);
    case '<>':
    case '!=':
      return !equal(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, compare(left, right));
    case '+':
    case '-':
      return sum(operator, left, right);
    default:
      return product(operator, left, right);
  }
}

function ordered(operator: string, order: number | null): boolean {
  if (order === null) return false;
  return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
}

/** Numbers add, text joins, dates move by days. */
function sum(operator: '+' | '-', left: FormulaValue, right: FormulaValue): FormulaValue {
  if (typeof left === 'string' || typeof right === 'string') {
    if (operator === '+') return text(left) + text(right);
    throw new FormulaError(`Incorrect parameter type for operator '-': ${typeName(left)} and ${typeName(right)}`);
  }
  if (left === null || right === null) return null;
  if (left instanceof ApexDate && right instanceof ApexDate && operator === '-') return Decimal.fromInteger(left.epochDay - right.epochDay);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime && operator === '-')
    return Decimal.fromInteger(left.value - right.value).divide(Decimal.fromInteger(DAY));
  if (left instanceof ApexTime && right instanceof ApexTime && operator === '-')
    return Decimal.fromInteger(left.milliseconds - right.milliseconds);
  if (right instanceof Decimal && !(left instanceof Decimal)) return moved(left, operator === '+' ? right : right.negate());
  if (left instanceof Decimal && !(right instanceof Decimal) && operator === '+') return moved(right, left);
  const [a, b] = [number(left), number(right)];
  return a === null || b === null ? null : operator === '+' ? a.add(b) : a.subtract(b);
}

function moved(value: FormulaValue, days: Decimal): FormulaValue {
  if (value instanceof ApexDate) return value.addDays(Number(days.truncate()));
  if (value instanceof ApexDatetime) return value.add(Math.round(days.toNumber() * DAY));
  if (value instanceof ApexTime) return value.add(Number(days.truncate()));
  throw new FormulaError(`Incorrect parameter type: ${typeName(value)} and Number`);
}

function product(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  const [a, b] = [number(left), number(right)];
  if (a === null || b === null) return null;
  if (operator === '*') return a.multiply(b);
  if (operator === '/') {
    // The platform shows #Error!; a field that divides by zero has no value.
    if (b.signum() === 0) throw new FormulaError('Division by zero in formula');
    return a.divide(b);
  }
  const exponent = b.toNumber();
  return Number.isInteger(exponent) && exponent >= 0 ? a.pow(exponent) : Decimal.fromNumber(a.toNumber() ** exponent);
}

/** Functions that look at the record or leave arguments alone, and so are not in FUNCTIONS. */
export const LAZY_FUNCTIONS: ReadonlySet<string> = new Set([
  'IF',
  'AND',
  'OR',
  'NOT',
  'CASE',
  'BLANKVALUE',
  'NULLVALUE',
  'ISPICKVAL',
  'ISNEW',
  'ISCHANGED',
  'PRIORVALUE',
  'ISCLONE'
]);

function call(function_: string, args: readonly FormulaNode[], scope: FormulaScope): FormulaValue {
  const value = (index: number): FormulaValue => (args[index] ? interpret(args[index], scope) : null);
  switch (function_) {
    case 'IF':
      return truth(value(0)) ? value(1) : value(2);
    case 'AND':
      return args.every((arg) => truth(interpret(arg, scope)));
    case 'OR':
      return args.some((arg) => truth(interpret(arg, scope)));
    case 'NOT':
      return !truth(value(0));
    case 'CASE':
      return chosen(args, scope);
    case 'BLANKVALUE':
    case 'NULLVALUE': {
      const given = value(0);
      return isBlank(given) ? value(1) : given;
    }
    case 'ISPICKVAL':
      return equal(value(0), value(1));
    case 'ISNEW':
      return scope.isNew;
    case 'ISCHANGED':
      return scope.hasPrior && !equal(value(0), scope.prior(pathOf(args[0])));
    case 'PRIORVALUE':
      return scope.hasPrior ? scope.prior(pathOf(args[0])) : value(0);
    case 'ISCLONE':
      return false;
    default: {
      const implementation = FUNCTIONS[function_];
      if (!implementation) throw new FormulaError(`Not implemented in the local org: formula function ${function_}()`);
      return implementation(args.map((arg) => interpret(arg, scope)));
    }
  }
}

function chosen(args: readonly FormulaNode[], scope: FormulaScope): FormulaValue {
  const subject = interpret(args[0]!, scope);
  let index = 1;
  for (; index + 1 < args.length; index += 2) {
    if (equal(subject, interpret(args[index]!, scope))) return interpret(args[index + 1]!, scope);
  }
  return index < args.length ? interpret(args[index]!, scope) : null;
}

function pathOf(node: FormulaNode | undefined): readonly string[] {
  if (node?.kind !== 'path') throw new FormulaError('ISCHANGED and PRIORVALUE take a field');
  return node.path;
}
