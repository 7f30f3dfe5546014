import { throwApex } from './exception.ts';
import type { Decimal } from './decimal.ts';

const EARTH_RADIUS: Readonly<Record<string, number>> = { mi: 3958.7558657441, km: 6371.0088 };

/** Great-circle distance by the haversine formula, in miles (`mi`) or kilometres (`km`); null when a coordinate is missing. */
export function greatCircle(from: Coordinates, to: Coordinates, unit: string): number | null {
  const radius = EARTH_RADIUS[unit.toLowerCase()];
  if (radius === undefined) return throwApex('System.InvalidParameterValueException', `Invalid unit of distance: ${unit}`);
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return null;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)));
}

export interface Coordinates {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A geolocation: a value of a compound field, or one made by `Location.newInstance`. */
export class ApexLocation implements Coordinates {
  readonly latitude: number | null;
  readonly longitude: number | null;

  constructor(latitude: Decimal | null, longitude: Decimal | null) {
    this.latitude = latitude?.toNumber() ?? null;
    this.longitude = longitude?.toNumber() ?? null;
  }

  apexKey(): string {
    return `${this.latitude},${this.longitude}`;
  }

  toString(): string {
    return `API_LOCATION[${this.latitude} ${this.longitude}]`;
  }
}

/** The value of a compound address field: its parts by their names in lower case. */
export class ApexAddress implements Coordinates {
  readonly parts: ReadonlyMap<string, unknown>;

  constructor(parts: ReadonlyMap<string, unknown>) {
    this.parts = parts;
  }

  get latitude(): number | null {
    return (this.parts.get('latitude') as Decimal | undefined)?.toNumber() ?? null;
  }

  get longitude(): number | null {
    return (this.parts.get('longitude') as Decimal | undefined)?.toNumber() ?? null;
  }

  apexKey(): string {
    return [...this.parts].map(([name, value]) => `${name}=${String(value)}`).join('\0');
  }

  toString(): string {
    return `Address[${[...this.parts.values()].map(String).join(', ')}]`;
  }
}
