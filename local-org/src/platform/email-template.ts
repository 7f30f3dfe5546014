import { formatValue } from '../database/display.ts';
import { interpret } from '../database/formula/interpreter.ts';
import type { FormulaScope } from '../database/formula/interpreter.ts';
import { FormulaError, parseFormula } from '../database/formula/parse.ts';
import { fromApex, text } from '../database/formula/values.ts';
import type { FormulaValue } from '../database/formula/values.ts';
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { loadRecord } from './approvals/records.ts';
import { selectRows } from './rows.ts';

/** A template with its merge fields filled in. */
export interface RenderedEmail {
  readonly subject: string | null;
  readonly plainText: string | null;
  readonly html: string | null;
}

/** Renders a stored template for a recipient and a record; null when there is no such template. */
export function renderTemplate(templateId: ApexId, whoId: ApexId | null, whatId: ApexId | null): RenderedEmail | null {
  const [template] = selectRows('SELECT Subject, Body, HtmlValue FROM EmailTemplate WHERE Id = :templateId', { templateId });
  if (!template) return null;
  const scope = new MailScope(whoId, whatId);
  const merged = (name: string): string | null => {
    const value = template.get(name);
    return typeof value === 'string' ? merge(value, scope) : null;
  };
  return { subject: merged('Subject'), plainText: merged('Body'), html: merged('HtmlValue') };
}

const MERGE_FIELD = /\{!([^{}]*)\}|\{\{\{([^{}]*)\}\}\}/g;

/** `{!Contact.Name}` of classic templates, `{{{Recipient.Name}}}` of Lightning ones. What names nothing is left empty, as in a real mail. */
function merge(content: string, scope: MailScope): string {
  return content.replace(MERGE_FIELD, (_, classic: string | undefined, lightning: string | undefined) => {
    const expression = (classic ?? lightning ?? '').trim();
    if (/^\$?\w+(\.\w+)+$/.test(expression)) return scope.shown(expression.split('.'));
    try {
      return text(interpret(parseFormula(expression), scope));
    } catch (error) {
      if (error instanceof FormulaError && !error.message.startsWith('Not implemented')) return '';
      throw error;
    }
  });
}

interface Found {
  readonly field: FieldModel;
  readonly value: unknown;
}

/** The names of a template's merge fields: the recipient, the record, who sends, and the org. */
class MailScope implements FormulaScope {
  readonly isNew = false;
  readonly hasPrior = false;
  private readonly records = new Map<string, { object: ObjectModel; record: SObject }>();

  constructor(whoId: ApexId | null, whatId: ApexId | null) {
    const { user, org } = current();
    this.add(['organization'], ApexId.of(org.id));
    this.add(['user', 'sender', 'sending_user'], ApexId.of(user.id));
    if (whoId) this.add(['recipient', 'receiving_user', whoId.keyPrefix === '005' ? 'user' : null], whoId);
    if (whatId) this.add(['relatedto'], whatId);
  }

  prior(): FormulaValue {
    return null;
  }

  resolve(path: readonly string[]): FormulaValue {
    return fromApex(this.find(path)?.value ?? null);
  }

  shown(path: readonly string[]): string {
    const found = this.find(path);
    if (!found || found.value === null) return '';
    if (found.value instanceof ApexId && found.field.type === 'Reference') return nameOf(found.value);
    return String(formatValue(found.field, found.value));
  }

  /** Known under its object's name too; its parents under their relationships' names, unless something closer has the name. */
  private add(names: readonly (string | null)[], id: ApexId): void {
    const known = load(id);
    if (!known) return;
    for (const name of [...names, known.object.name.toLowerCase()]) if (name !== null) this.records.set(name, known);
  }

  private find([root = '', ...path]: readonly string[]): Found | null {
    const key = root.replace(/^\$/, '').toLowerCase();
    const known = this.records.get(key) ?? this.parentNamed(key);
    return known && path.length > 0 ? follow(known.object, known.record, path) : null;
  }

  private parentNamed(name: string): { object: ObjectModel; record: SObject } | null {
    for (const { object, record } of this.records.values()) {
      const lookup = object.parentRelationships.get(name);
      const id = lookup ? record.get(lookup.name) : null;
      if (id instanceof ApexId) return load(id);
    }
    return null;
  }
}

function follow(object: ObjectModel, record: SObject, [first = '', ...rest]: readonly string[]): Found | null {
  if (rest.length === 0) {
    const field = object.fields.get(first.toLowerCase());
    return field ? { field, value: record.get(field.name) } : null;
  }
  const lookup = object.parentRelationships.get(first.toLowerCase());
  const id = lookup ? record.get(lookup.name) : null;
  const parent = id instanceof ApexId ? load(id) : null;
  return parent ? follow(parent.object, parent.record, rest) : null;
}

function load(id: ApexId): { object: ObjectModel; record: SObject } | null {
  const object = [...current().org.model.objects.values()].find(({ keyPrefix }) => keyPrefix === id.keyPrefix);
  const record = object ? loadRecord(object, id) : null;
  return object && record ? { object, record } : null;
}

function nameOf(id: ApexId): string {
  const found = load(id);
  const field = found ? [...found.object.fields.values()].find((each) => each.nameField) : undefined;
  return found && field ? String(found.record.get(field.name) ?? '') : '';
}
