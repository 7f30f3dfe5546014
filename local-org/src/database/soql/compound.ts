import { fieldDefaults } from '../../metadata/fields.ts';
import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexAddress, ApexLocation, greatCircle } from '../../runtime/values/location.ts';
import type { Coordinates } from '../../runtime/values/location.ts';
import type { Stored } from '../codec.ts';
import type { LocationValue } from './ast.ts';
import { operand } from './operands.ts';
import { SoqlError } from './resolve.ts';
import type { QueryContext } from './scope.ts';

export interface CompoundPart {
  /** `city`, `latitude`. */
  readonly name: string;
  readonly field: FieldModel;
}

const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'PostalCode',
  'Country',
  'StateCode',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy'
];

/** The stored fields that an address or a geolocation is made of. */
export function partsOf(object: ObjectModel, field: FieldModel): CompoundPart[] {
  const names =
    field.type === 'Location'
      ? ['Latitude', 'Longitude'].map((part) => [part, `${field.name.slice(0, -'c'.length)}${part}__s`] as const)
      : ADDRESS_PARTS.map((part) => [part, `${field.name.replace(/Address$/, '')}${part}`] as const);
  return names.flatMap(([part, name]) => {
    const stored = object.fields.get(name.toLowerCase());
    return stored ? [{ name: part.toLowerCase(), field: stored }] : [];
  });
}

export function isCompound(field: FieldModel): boolean {
  return field.type === 'Address' || field.type === 'Location';
}

/** The value of a compound field; null when none of its parts has one. */
export function compoundValue(field: FieldModel, parts: ReadonlyMap<string, unknown>): ApexAddress | ApexLocation | null {
  if ([...parts.values()].every((value) => value === null)) return null;
  if (field.type === 'Address') return new ApexAddress(parts);
  return new ApexLocation((parts.get('latitude') ?? null) as Decimal | null, (parts.get('longitude') ?? null) as Decimal | null);
}

/** DISTANCE() is computed to this many decimal places. */
export const DISTANCE_SCALE = 10;

/** The SQL function behind DISTANCE(): degrees in, distance scaled by DISTANCE_SCALE out. */
export function distanceBetween(...[lat1, lon1, lat2, lon2, unit]: Stored[]): bigint | null {
  const point = (latitude: Stored, longitude: Stored): Coordinates => ({ latitude: degrees(latitude), longitude: degrees(longitude) });
  const distance = greatCircle(point(lat1!, lon1!), point(lat2!, lon2!), String(unit));
  return distance === null ? null : BigInt(Math.round(distance * 10 ** DISTANCE_SCALE));
}

function degrees(stored: Stored): number | null {
  return stored === null ? null : Number(stored);
}

/** SQL of the latitude and longitude, in degrees, of one side of DISTANCE(). */
export function coordinatesSql(
  value: LocationValue,
  context: QueryContext,
  column: (path: readonly string[]) => { sql: string; field: FieldModel }
): string {
  if (value.kind === 'point')
    return [value.latitude, value.longitude].map((part) => context.parameter(coordinate(part, context))).join(', ');
  const { path } = value;
  const names = (part: string): string =>
    /__c$/i.test(path.at(-1)!) ? `${path.at(-1)!.slice(0, -'c'.length)}${part}__s` : `${path.at(-1)!.replace(/Address$/i, '')}${part}`;
  return ['Latitude', 'Longitude']
    .map((part) => column([...path.slice(0, -1), names(part)]))
    .map(({ sql, field }) => `(CAST(${sql} AS REAL) / 1e${field.scale ?? 0})`)
    .join(', ');
}

const DEGREES: FieldModel = { ...fieldDefaults('GEOLOCATION', 'Double'), scale: 15 };

function coordinate(value: Parameters<typeof operand>[1], context: QueryContext): number {
  const given = operand(DEGREES, value, context.binds);
  if (given instanceof Decimal) return given.toNumber();
  if (typeof given === 'bigint') return new Decimal(given, DEGREES.scale!).toNumber();
  // Unknown binds of a query that is only being checked.
  if (given === null) return 0;
  throw new SoqlError('GEOLOCATION takes two numbers');
}
