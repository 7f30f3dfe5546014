/** A company as one system knows it. Everything but the name may be missing. */
export interface Company {
  name: string;
  domain?: string | null;
  country?: string | null;
  state?: string | null;
  city?: string | null;
  street?: string | null;
  postalCode?: string | null;
  phone?: string | null;
}

export interface Candidate extends Company {
  /** Opaque reference chosen by the caller; returned unchanged. */
  ref: string;
}

export type EvidenceField = 'name' | 'domain' | 'phone' | 'address' | 'postalCode' | 'city' | 'country';

export interface Evidence {
  field: EvidenceField;
  strength: 'strong' | 'weak' | 'against';
  /** Plain words; quotes none of the compared text. */
  text: string;
}

export type Verdict = 'same' | 'possible' | 'different';

export interface Match {
  ref: string;
  /** Probability that both are the same organisation, calibrated on the comparator's training pairs. */
  probability: number;
  verdict: Verdict;
  evidence: Evidence[];
}
