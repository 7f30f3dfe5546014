/**
 * A SOQL query as data. Names are kept as written: they are resolved against the object model by the planner
 * (plan.ts) and checked at compile time by `checkQuery`. A query object is immutable, so plans are cached on it.
 */
export interface SoqlQuery {
  readonly text: string;
  /** Object name, or the child relationship name in a subquery of the SELECT list. */
  readonly from: string;
  readonly alias: string | null;
  readonly select: readonly SelectItem[];
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly accessClause: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  readonly groupBy: { readonly items: readonly (FieldPath | FunctionCall)[]; readonly mode: 'plain' | 'rollup' | 'cube' } | null;
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Scalar | null;
  readonly offset: Scalar | null;
  readonly allRows: boolean;
  readonly forUpdate: boolean;
  /** Number of binds in the whole query, subqueries included. */
  readonly bindCount: number;
}

export interface FieldPath {
  readonly kind: 'field';
  /** `['Account', 'Owner', 'Name']` */
  readonly path: readonly string[];
}

export interface FunctionCall {
  readonly kind: 'function';
  /** Upper-case name: `COUNT`, `SUM`, `CALENDAR_YEAR`, `TOLABEL`, `FORMAT`, `GROUPING`, `CONVERTCURRENCY`, `DISTANCE`. */
  readonly name: string;
  /** Null for `COUNT()` and DISTANCE. */
  readonly argument: FieldPath | FunctionCall | null;
  /** Wrapped in convertTimezone(). */
  readonly convertTimezone?: boolean;
  /** The arguments of DISTANCE(). */
  readonly distance?: { readonly from: LocationValue; readonly to: LocationValue; readonly unit: string };
}

/** A geolocation or address field, or `GEOLOCATION(latitude, longitude)`. */
export type LocationValue = FieldPath | { readonly kind: 'point'; readonly latitude: Value; readonly longitude: Value };

export type SelectItem =
  | { readonly kind: 'expression'; readonly expression: FieldPath | FunctionCall; readonly alias: string | null }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery; readonly alias: string | null }
  | { readonly kind: 'fields'; readonly set: 'ALL' | 'STANDARD' | 'CUSTOM' }
  | {
      readonly kind: 'typeof';
      readonly path: FieldPath;
      readonly whens: readonly { readonly object: string; readonly fields: readonly FieldPath[] }[];
      readonly otherwise: readonly FieldPath[];
    };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | { readonly kind: 'compare'; readonly left: FieldPath | FunctionCall; readonly operator: Operator; readonly value: Value };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Value =
  | Bind
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  /** `pattern` keeps `\_`, `\%` and `\\` escaped, as LIKE needs them. */
  | { readonly kind: 'string'; readonly value: string; readonly pattern: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** `TODAY`, `LAST_N_DAYS` with n, … */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n: number | null }
  | { readonly kind: 'list'; readonly values: readonly Value[] }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery };

export interface Bind {
  readonly kind: 'bind';
  readonly index: number;
  /** Source text of the bound expression. */
  readonly text: string;
}

/** A row count: literal or bind. */
export type Scalar = { readonly kind: 'integer'; readonly value: number } | Bind;

export interface OrderItem {
  readonly expression: FieldPath | FunctionCall;
  readonly descending: boolean;
  /** Null when the query does not say: then nulls come first, as on the platform. */
  readonly nulls: 'first' | 'last' | null;
}

/** A SOSL search. */
export interface SoslSearch {
  readonly text: string;
  readonly term: { readonly kind: 'text'; readonly value: string } | Bind;
  readonly group: 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';
  /** One query per RETURNING entry; its WHERE does not contain the term. */
  readonly returning: readonly SoqlQuery[];
  readonly accessClause: 'USER_MODE' | 'SYSTEM_MODE' | null;
  readonly limit: Scalar | null;
  readonly bindCount: number;
}
