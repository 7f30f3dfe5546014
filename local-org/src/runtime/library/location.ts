import { defineType } from '../library.ts';
import { ApexDouble } from '../values/double.ts';
import type { Decimal } from '../values/decimal.ts';
import { throwApex } from '../values/exception.ts';
import { strict } from './arguments.ts';

/** Mean radius of the earth, as the great-circle distance on a sphere needs it. */
const RADIUS: Readonly<Record<string, number>> = { km: 6371.0087714, mi: 3958.7613 };

/** `System.Location`: a point on the earth, in degrees. */
export class ApexLocation {
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  apexKey(): string {
    return `${this.latitude},${this.longitude}`;
  }

  /** Haversine formula. */
  distanceTo(other: ApexLocation, unit: string): number {
    const radius = RADIUS[unit.toLowerCase()] ?? throwApex('System.InvalidParameterValueException', `Invalid unit: ${unit}`);
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const [lat1, lat2] = [radians(this.latitude), radians(other.latitude)];
    const half = (from: number, to: number): number => Math.sin((to - from) / 2) ** 2;
    const chord = half(lat1, lat2) + Math.cos(lat1) * Math.cos(lat2) * half(radians(this.longitude), radians(other.longitude));
    return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  toString(): string {
    return `System.Location[getLatitude=${this.latitude};getLongitude=${this.longitude};]`;
  }
}

const latitude = (self: ApexLocation): ApexDouble => new ApexDouble(self.latitude);
const longitude = (self: ApexLocation): ApexDouble => new ApexDouble(self.longitude);

defineType({
  name: 'System.Location',
  jsClass: ApexLocation,
  statics: strict({
    newInstance: (lat: Decimal, lon: Decimal) => new ApexLocation(lat.toNumber(), lon.toNumber()),
    getDistance: (from: ApexLocation, to: ApexLocation, unit: string) => new ApexDouble(from.distanceTo(to, unit))
  }),
  methods: strict({
    getDistance: (self: ApexLocation, to: ApexLocation, unit: string) => new ApexDouble(self.distanceTo(to, unit)),
    getLatitude: latitude,
    getLongitude: longitude
  }),
  properties: { latitude: { get: latitude }, longitude: { get: longitude } }
});
