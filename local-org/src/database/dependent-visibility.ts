import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import type { UserContext } from '../org.ts';
import type { Stored } from './codec.ts';
import type { Engine } from './dml/work.ts';
import type { Principals } from './principals.ts';
import { quote } from './schema.ts';
import { isExternal } from './sharing.ts';
import type { Sharing } from './sharing.ts';

type Parameter = (value: Stored) => string;

const FILES: ReadonlySet<string> = new Set(['ContentVersion', 'ContentDocument', 'ContentDocumentLink']);

/** Rows without a sharing model that are seen all the same by those only who see something else. */
export function dependsOnOthers(object: ObjectModel): boolean {
  return FILES.has(object.name) || object.name === 'User' || isAboutRecord(object);
}

/** Shares and histories. */
function isAboutRecord({ name, kind }: ObjectModel): boolean {
  return /__(share|history)$/i.test(name) || (kind === 'standard' && /[a-z](Share|History)$/.test(name));
}

/**
 * Who reads what hangs on other records: shares and histories of a record those who read it; a file its owner and those who
 * read a record that it is linked to, external users only where the link is for all; users, among external ones, themselves
 * and those below them.
 */
export class DependentVisibility {
  private readonly engine: Engine;
  private readonly sharing: Sharing;
  private readonly principals: Principals;

  constructor(engine: Engine, sharing: Sharing, principals: Principals) {
    this.engine = engine;
    this.sharing = sharing;
    this.principals = principals;
  }

  /** A condition over `alias`; null when every row is visible. */
  visibleSql(user: UserContext, object: ObjectModel, alias: string, parameter: Parameter): string | null {
    switch (object.name) {
      case 'User':
        return isExternal(user)
          ? `${alias}."Id" IN (SELECT value FROM json_each(${parameter(JSON.stringify(this.usersBelow(user)))}))`
          : null;
      case 'ContentDocumentLink':
        return this.links(user, alias, parameter);
      case 'ContentDocument':
        return this.documents(user, `${alias}."Id"`, parameter);
      case 'ContentVersion':
        return this.documents(user, `${alias}."ContentDocumentId"`, parameter);
      default:
        return this.withRecord(user, object, alias, parameter);
    }
  }

  private usersBelow(user: UserContext): string[] {
    return [...new Set([user.id, ...this.principals.of(user).owners])].filter((id) => id.startsWith('005'));
  }

  private withRecord(user: UserContext, object: ObjectModel, alias: string, parameter: Parameter): string | null {
    const field = recordField(object);
    const parent = field && this.engine.model.objects.get((field.referenceTo?.[0] ?? '').toLowerCase());
    if (!field || !parent) return null;
    const inner = this.sharing.visibleSql(user, parent, 'about', 'read', parameter);
    if (inner === null) return null;
    return `${alias}.${quote(field.name)} IN (SELECT about."Id" FROM ${quote(parent.name)} about WHERE ${inner})`;
  }

  private documents(user: UserContext, id: string, parameter: Parameter): string {
    return `${id} IN (SELECT link."ContentDocumentId" FROM "ContentDocumentLink" link WHERE link."IsDeleted" = 0 AND ${this.links(user, 'link', parameter)})`;
  }

  private links(user: UserContext, alias: string, parameter: Parameter): string {
    const entity = `${alias}."LinkedEntityId"`;
    const records = this.linkedObjects()
      .filter((object) => object.name !== 'User' && this.engine.access.canAccessObject(user, object.name, 'read'))
      .map((object) => {
        const inner = this.sharing.visibleSql(user, object, 'linked', 'read', parameter);
        return `${entity} IN (SELECT linked."Id" FROM ${quote(object.name)} linked${inner === null ? '' : ` WHERE ${inner}`})`;
      });
    const forUser = isExternal(user) ? ` AND ${alias}."Visibility" <> 'InternalUsers'` : '';
    return `(${[`${entity} = ${parameter(user.id)}`, ...records.map((condition) => `(${condition}${forUser})`)].join(' OR ')})`;
  }

  /** What files are linked to at present. */
  private linkedObjects(): ObjectModel[] {
    const prefixes = this.engine.store.all('SELECT DISTINCT substr("LinkedEntityId", 1, 3) FROM "ContentDocumentLink"');
    return prefixes.map(([prefix]) => this.engine.objectOf(`${String(prefix)}000000000000`)).filter((object) => object !== null);
  }
}

function recordField(object: ObjectModel): FieldModel | undefined {
  const record = object.name.replace(/(Field)?(Share|History)$/, '');
  return object.fields.get('parentid') ?? object.fields.get(`${record}id`.toLowerCase());
}
