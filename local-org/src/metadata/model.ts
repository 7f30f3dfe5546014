/** The org's metadata as read from the source tree: plain data, keyed by lower-case API name. */

export type FieldType =
  | 'Id'
  | 'String'
  | 'TextArea'
  | 'LongTextArea'
  | 'Html'
  | 'EncryptedString'
  | 'Email'
  | 'Phone'
  | 'Url'
  | 'Picklist'
  | 'MultiselectPicklist'
  | 'Boolean'
  | 'Integer'
  | 'Double'
  | 'Currency'
  | 'Percent'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Reference'
  | 'AutoNumber'
  | 'Address'
  | 'Location'
  | 'Base64'
  | 'Long'
  | 'AnyType'
  | 'Combobox'
  | 'MetadataRelationship';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly default: boolean;
  readonly active: boolean;
}

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly helpText?: string;
  readonly type: FieldType;
  readonly custom: boolean;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly nameField: boolean;
  /** Formula text of a default value. */
  readonly defaultValue?: string;
  /** Formula text; such a field is computed on read and never written. */
  readonly formula?: string;
  readonly blankAsZero?: boolean;
  readonly displayFormat?: string;
  readonly picklist?: { readonly values: readonly PicklistValue[]; readonly restricted: boolean; readonly controllingField?: string };
  readonly referenceTo?: readonly string[];
  /** Name by which child rows reach the parent: `Account__r`, `Owner`. */
  readonly relationshipName?: string;
  readonly masterDetail?: boolean;
  readonly deleteConstraint?: 'SetNull' | 'Restrict' | 'Cascade';
  readonly summary?: {
    readonly operation: 'count' | 'sum' | 'min' | 'max';
    readonly foreignKey: string;
    readonly summarizedField?: string;
    readonly filters: readonly { field: string; operation: string; value: string }[];
  };
  readonly trackHistory?: boolean;
}

export interface ChildRelationship {
  /** Null when the lookup names none: then it cannot be queried as a subquery. */
  readonly name: string | null;
  readonly childObject: string;
  readonly field: string;
  readonly cascadeDelete: boolean;
}

export type ObjectKind = 'standard' | 'custom' | 'customMetadata' | 'customSetting' | 'platformEvent';

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly condition: string;
  readonly message: string;
  readonly errorField?: string;
}

export interface ObjectModel {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  readonly kind: ObjectKind;
  /** Keyed by lower-case API name, declaration order kept. */
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** Lower-case relationship name → the reference field it belongs to. */
  readonly parentRelationships: ReadonlyMap<string, FieldModel>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly recordTypes: readonly {
    readonly name: string;
    readonly label: string;
    readonly active: boolean;
    readonly description?: string;
    /** By lower-case field name: the values that the record type offers, and the one it starts with. */
    readonly picklists: ReadonlyMap<string, { readonly values: ReadonlySet<string>; readonly default: string | null }>;
  }[];
  readonly validationRules: readonly ValidationRule[];
  readonly fieldSets: readonly { readonly name: string; readonly label: string; readonly fields: readonly string[] }[];
  readonly listViews: readonly ListViewModel[];
  readonly compactLayoutFields: readonly string[];
  /** Organization-wide default for internal and for external users. */
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';
  readonly externalSharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';
  /** Custom settings: hierarchy or list. Platform events: PublishImmediately or PublishAfterCommit. */
  readonly customSettingsType?: 'Hierarchy' | 'List';
  readonly publishBehavior?: 'PublishImmediately' | 'PublishAfterCommit';
  readonly enableActivities: boolean;
  readonly enableHistory: boolean;
  /** Whether records can be followed; absent where metadata does not say. */
  readonly enableFeeds?: boolean;
}

export interface ListViewModel {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filterScope: string;
  readonly queue?: string;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
  readonly booleanFilter?: string;
}

/** A piece of Apex source. */
export interface ApexSource {
  readonly path: string;
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly text: string;
  readonly apiVersion: number;
}

/** A metadata component kept as parsed XML: the part of the system that uses it gives it meaning. */
export interface Component {
  /** Metadata type, `PermissionSet`, `ApprovalProcess`, `NamedCredential`, `FlexiPage`, `Network`, … */
  readonly type: string;
  /** Full name: `Core_Partner_Rep`, `Deal_Registration__c.Deal_Approval`. */
  readonly name: string;
  readonly path: string;
  /** Element tree under the root; repeated elements are always arrays (see metadata/xml.ts). */
  readonly body: XmlObject;
}

export interface XmlObject {
  readonly [element: string]: XmlValue | undefined;
}
export type XmlValue = string | XmlObject | readonly (string | XmlObject)[];

export interface OrgModel {
  /** Root folder of the project and its package directories in deployment order (unpackaged last). */
  readonly root: string;
  readonly packageDirectories: readonly string[];
  readonly apiVersion: number;
  readonly namespace: string;
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly apex: readonly ApexSource[];
  /** Lower-case label name → text. */
  readonly labels: ReadonlyMap<string, string>;
  /** Custom metadata records by type (lower-case), each with DeveloperName and field values by API name. */
  readonly customMetadata: ReadonlyMap<
    string,
    readonly {
      readonly developerName: string;
      readonly label: string;
      readonly protected: boolean;
      readonly values: Readonly<Record<string, string | number | boolean | null>>;
    }[]
  >;
  /** Every other component, by lower-case type then lower-case full name. */
  readonly components: ReadonlyMap<string, ReadonlyMap<string, Component>>;
  /** LWC bundle folders by bundle name. */
  readonly lwcBundles: ReadonlyMap<string, string>;
  /** Changes when the schema does: database templates and caches are keyed by it. */
  readonly fingerprint: string;
}
