import type { Confidence } from '../../../contract/scored.ts';
import type { ActionReason } from '../action.ts';
import type { ConflictCandidate, RecommendedAction } from '../contract.ts';

/** The sentences of one language. `{name}` is filled in; a translation that forgets one fails a test. */
export type Wording = {
  locale: string;
  /** Labels of common fields; any other name is split into words. */
  fields: Record<string, string>;
  /** Values that the service itself makes; any other stays as it was sent. */
  values: { Yes: string; No: string; 'not known': string } & Record<string, string>;
  baseline: { learned: string; prior: string };
  factor: {
    learnedUp: string;
    learnedDown: string;
    priorUp: string;
    priorDown: string;
    partnerUp: string;
    partnerDown: string;
    conflict: string;
  };
  kind: Record<ConflictCandidate['kind'], string>;
  level: Record<Confidence['level'], string>;
  action: Record<RecommendedAction, string>;
  /** Completes "Recommended: …, because". */
  because: Record<ActionReason, string>;
  confidence: { learned: string; prior: string; noSignal: string };
  conflictValue: string;
  explanation: {
    score: string;
    confidence: string;
    inFavour: string;
    against: string;
    conflict: string;
    noConflict: string;
    nothingCompared: string;
    recommended: string;
  };
  /** What the partner is told; never a decision, never another company. */
  partner: Record<ActionReason, string>;
  partnerFacts: string;
  greeting: string;
  closing: string;
};
