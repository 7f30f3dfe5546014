const DAY = 86_400_000;

/** A time of day, in milliseconds since midnight; wraps around midnight. */
export class ApexTime {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  /** From `HH:mm[:ss[.SSS]][Z]`, null for anything else. */
  static parseIso(text: string): ApexTime | null {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
    if (!match) return null;
    const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
    if (hour > 23 || minute > 59 || second > 59) return null;
    return ApexTime.of(hour, minute, second, Number((match[4] ?? '0').padEnd(3, '0')));
  }

  get hour(): number {
    return Math.floor(this.milliseconds / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.milliseconds / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.milliseconds / 1000) % 60;
  }

  get millisecond(): number {
    return this.milliseconds % 1000;
  }

  add(milliseconds: number): ApexTime {
    return new ApexTime(this.milliseconds + milliseconds);
  }

  compareTo(other: ApexTime): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  /** `10:20:30.000Z`. */
  toString(): string {
    const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
    return `${pad(this.hour)}:${pad(this.minute)}:${pad(this.second)}.${pad(this.millisecond, 3)}Z`;
  }
}
