const DAY = 86_400_000;

/** A calendar date without a time zone. */
export class ApexDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;

  /** Out-of-range months and days roll over, as Date.newInstance does. */
  constructor(year: number, month: number, day: number) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    this.year = date.getUTCFullYear();
    this.month = date.getUTCMonth() + 1;
    this.day = date.getUTCDate();
  }

  static fromEpochDay(days: number): ApexDate {
    const date = new Date(days * DAY);
    return new ApexDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }

  /** From `yyyy-MM-dd`, null for anything else. */
  static parseIso(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!match) return null;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) ? null : new ApexDate(year, month, day);
  }

  get epochDay(): number {
    const date = new Date(0);
    date.setUTCFullYear(this.year, this.month - 1, this.day);
    return Math.round(date.getTime() / DAY);
  }

  addDays(days: number): ApexDate {
    return ApexDate.fromEpochDay(this.epochDay + days);
  }

  /** Keeps the day where the month has it, else the month's last day. */
  addMonths(months: number): ApexDate {
    const index = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(index / 12);
    const month = (((index % 12) + 12) % 12) + 1;
    return new ApexDate(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  addYears(years: number): ApexDate {
    return this.addMonths(years * 12);
  }

  /** 1 (Monday) to 7 (Sunday). */
  get isoDayOfWeek(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  get dayOfYear(): number {
    return this.epochDay - new ApexDate(this.year, 1, 1).epochDay + 1;
  }

  compareTo(other: ApexDate): number {
    return Math.sign(this.epochDay - other.epochDay);
  }

  /** `yyyy-MM-dd`. */
  toString(): string {
    return `${String(this.year).padStart(4, '0')}-${pad(this.month)}-${pad(this.day)}`;
  }
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
