import { zoneName } from '../date-format.ts';
import { defineType } from '../library.ts';
import { isKnownZone, offsetAt } from '../time-zone.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import { strict } from './arguments.ts';

/** A value of `System.TimeZone`; an unknown id means GMT. */
export class ApexTimeZone {
  readonly id: string;

  constructor(id: string) {
    this.id = isKnownZone(id) ? id : 'GMT';
  }

  toString(): string {
    return this.id;
  }

  apexKey(): string {
    return this.id;
  }

  /** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`, as user interfaces list zones. */
  displayName(now: number): string {
    const minutes = Math.round(offsetAt(now, this.id) / 60_000);
    const two = (value: number): string => String(value).padStart(2, '0');
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
    return `(GMT${offset}) ${zoneName(now, this.id, 'long')} (${this.id})`;
  }
}

defineType({
  name: 'System.TimeZone',
  jsClass: ApexTimeZone,
  statics: strict({ getTimeZone: (id: string) => new ApexTimeZone(id) }),
  methods: strict({
    getDisplayName: (zone: ApexTimeZone) => zone.displayName(Date.now()),
    getID: (zone: ApexTimeZone) => zone.id,
    getOffset: (zone: ApexTimeZone, at: ApexDatetime) => offsetAt(at.value, zone.id),
    toString: (zone: ApexTimeZone) => zone.id
  })
});
