import { defineType } from '../library.ts';
import { ApexDouble } from '../values/double.ts';
import type { Decimal } from '../values/decimal.ts';
import { ApexAddress, ApexLocation, greatCircle } from '../values/location.ts';
import type { Coordinates } from '../values/location.ts';

function double(value: number | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(value);
}

const latitude = (self: Coordinates): ApexDouble | null => double(self.latitude);
const longitude = (self: Coordinates): ApexDouble | null => double(self.longitude);
const distanceTo = (self: Coordinates, to: Coordinates, unit: string): ApexDouble | null => double(greatCircle(self, to, unit));

defineType({
  name: 'System.Location',
  jsClass: ApexLocation,
  statics: {
    newInstance: (lat: Decimal, lon: Decimal) => new ApexLocation(lat, lon),
    getDistance: distanceTo
  },
  methods: { getLatitude: latitude, getLongitude: longitude, getDistance: distanceTo },
  properties: { latitude: { get: latitude }, longitude: { get: longitude } }
});

const part =
  (name: string) =>
  (self: ApexAddress): unknown =>
    self.parts.get(name) ?? null;

const PARTS = ['City', 'Country', 'CountryCode', 'GeocodeAccuracy', 'PostalCode', 'State', 'StateCode', 'Street'];

defineType({
  name: 'System.Address',
  jsClass: ApexAddress,
  methods: {
    ...Object.fromEntries(PARTS.map((name) => [`get${name}`, part(name.toLowerCase())])),
    getLatitude: latitude,
    getLongitude: longitude,
    getDistance: distanceTo
  },
  properties: Object.fromEntries(PARTS.map((name) => [name, { get: part(name.toLowerCase()) }]))
});
