import { defineType } from '../library.ts';
import { requireArgument } from '../values/exception.ts';

/** A value of `System.Version`: a package version, `major.minor` or `major.minor.patch`. */
export class ApexVersion {
  readonly major: number;
  readonly minor: number;
  /** Null when the version was given in two parts. */
  readonly patch: number | null;

  constructor(major: number, minor: number, patch: number | null = null) {
    this.major = requireArgument(major);
    this.minor = requireArgument(minor);
    this.patch = patch;
  }

  compareTo(other: ApexVersion): number {
    // A version in two parts stands for all its patches, so the third part only counts when both have one.
    const patches = this.patch === null || other.patch === null ? 0 : this.patch - other.patch;
    return Math.sign(this.major - other.major || this.minor - other.minor || patches);
  }

  apexKey(): string {
    return this.toString();
  }

  toString(): string {
    return this.patch === null ? `${this.major}.${this.minor}` : `${this.major}.${this.minor}.${this.patch}`;
  }
}

defineType({
  name: 'System.Version',
  jsClass: ApexVersion,
  constructors: {
    '(Integer,Integer)': (_, major: number, minor: number) => new ApexVersion(major, minor),
    '(Integer,Integer,Integer)': (_, major: number, minor: number, patch: number) => new ApexVersion(major, minor, requireArgument(patch))
  },
  methods: {
    compareTo: (version: ApexVersion, other: ApexVersion) => version.compareTo(requireArgument(other)),
    major: (version: ApexVersion) => version.major,
    minor: (version: ApexVersion) => version.minor,
    patch: (version: ApexVersion) => version.patch
  }
});
