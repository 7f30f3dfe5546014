import { ApexDate } from './date.ts';
import { ApexTime } from './time.ts';
import { localTime, toInstant, userTimeZone } from '../time-zone.ts';

const DAY = 86_400_000;

/** An instant, in milliseconds since 1970 UTC. Reading its parts takes a time zone; the running user's unless said otherwise. */
export class ApexDatetime {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  static now(): ApexDatetime {
    return new ApexDatetime(Date.now());
  }

  /** The instant at which clocks in `zone` show this date and time. */
  static of(date: ApexDate, time: ApexTime, zone: string = userTimeZone()): ApexDatetime {
    return new ApexDatetime(toInstant(date.epochDay * DAY + time.milliseconds, zone));
  }

  /** What a Date becomes where a Datetime is wanted: midnight UTC. */
  static startOfDay(date: ApexDate): ApexDatetime {
    return new ApexDatetime(date.epochDay * DAY);
  }

  date(zone: string = userTimeZone()): ApexDate {
    return ApexDate.fromEpochDay(Math.floor(localTime(this.value, zone) / DAY));
  }

  time(zone: string = userTimeZone()): ApexTime {
    return new ApexTime(localTime(this.value, zone));
  }

  add(milliseconds: number): ApexDatetime {
    return new ApexDatetime(this.value + milliseconds);
  }

  compareTo(other: ApexDatetime): number {
    return Math.sign(this.value - other.value);
  }

  /** `2024-01-02T03:04:05.000Z`, the form of JSON and of the REST API. */
  toIso(): string {
    return new Date(this.value).toISOString();
  }

  /** `yyyy-MM-dd HH:mm:ss` in a zone. */
  toLocal(zone: string): string {
    return `${this.date(zone).toString()} ${this.time(zone).toString().slice(0, 8)}`;
  }

  /** What string concatenation and debug output show: UTC. */
  toString(): string {
    return this.toLocal('UTC');
  }
}
