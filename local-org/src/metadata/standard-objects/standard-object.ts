/**
 * What the type jar does not say about the standard objects of an ordinary org: key prefixes, labels, required fields,
 * lengths, field types finer than String, picklist values. Objects absent here are absent from the local org.
 *
 * `fields` holds `Name: 'Type length flags'` where flags are `!` required, `~` read-only for users, `=` default TRUE.
 * `picklists` holds values separated by `|`; a leading `*` marks the default.
 */
export interface StandardObject {
  readonly prefix: string;
  readonly label?: string;
  readonly plural?: string;
  readonly nameField?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  readonly picklists?: Readonly<Record<string, string>>;
  /** Targets of polymorphic lookups. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  /** Lookups whose parent takes its children along when it is deleted. */
  readonly cascade?: readonly string[];
  readonly sharing?: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Setup object: mixing it with ordinary DML in one transaction is refused, and tests see its rows. */
  readonly setup?: boolean;
  readonly activities?: boolean;
  /** Not in the type jar: the object has the fields listed here and the system fields. */
  readonly undeclared?: boolean;
}
