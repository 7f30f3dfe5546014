import { classify } from './classifier.ts';
import { ciphers, decodeFragments } from './decode.ts';
import { asLatin, normalise } from './normalise.ts';
import { PATTERNS, type Pattern } from './patterns.ts';

/** One thing that speaks for an attempt to instruct the model; never repeats the text. */
export type InjectionReason = {
  layer: 'characters' | 'encoding' | 'structure' | 'pattern' | 'classifier';
  name: string;
  text: string;
};

export type InjectionVerdict = { verdict: 'clean' | 'suspicious' | 'injection'; score: number; reasons: InjectionReason[] };

export const INJECTION_FROM = 0.5;
const SUSPICIOUS_FROM = 0.3;
const FLAG_WEIGHT = {
  'invisible characters': 1,
  'direction overrides': 1,
  'tag characters': 3,
  'look-alike letters': 0.7,
  'spaced letters': 0.5
};
/** A cipher is only believed when what it says is a command, not when it merely resembles one. */
const CIPHER_PATTERNS = new Set(['override', 'prompt extraction', 'persona without limits', 'outcome dictated']);

/** Instructions that somebody took the trouble to encode. */
const ENCODED_LEAST = 1.5;

/**
 * Does the text try to instruct the model that reads it? The classifier judges the whole; a pattern, or instructions found in an encoding,
 * set what the log-odds are at least, so that a long harmless text around them hides nothing; odd characters add to that.
 */
export function screen(text: string): InjectionVerdict {
  const reasons: InjectionReason[] = [];
  const { text: plain, flags } = normalise(text);
  const { probability, strongest } = classify(plain);
  let logit = Math.log(probability / (1 - probability));
  let odd = 0;
  for (const flag of flags) {
    odd += FLAG_WEIGHT[flag];
    reasons.push({ layer: 'characters', name: flag, text: `The text uses ${flag}` });
  }
  const hits = new Map<string, { pattern: Pattern; where: string }>();
  const look = (subject: string, where: string, only?: ReadonlySet<string>) => {
    for (const pattern of PATTERNS) {
      if ((only && !only.has(pattern.name)) || hits.has(pattern.name)) continue;
      if (pattern.pattern.test(subject)) hits.set(pattern.name, { pattern, where });
    }
  };
  look(plain, '');
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(plain)) look(asLatin(plain), ' in look-alike letters', CIPHER_PATTERNS);
  for (const fragment of decodeFragments(plain)) {
    const before = hits.size;
    look(fragment.text, ` in ${fragment.encoding}`);
    if (hits.size > before || classify(fragment.text).probability >= INJECTION_FROM) {
      logit = Math.max(logit, ENCODED_LEAST);
      reasons.push({ layer: 'encoding', name: fragment.encoding, text: `A part of the text in ${fragment.encoding} holds instructions` });
    }
  }
  for (const fragment of ciphers(plain)) {
    const before = hits.size;
    look(fragment.text, ` in ${fragment.encoding}`, CIPHER_PATTERNS);
    if (hits.size > before) {
      logit = Math.max(logit, ENCODED_LEAST);
      reasons.push({ layer: 'encoding', name: fragment.encoding, text: `The text holds instructions when read as ${fragment.encoding}` });
    }
  }
  for (const { pattern, where } of hits.values()) {
    logit = Math.max(logit, pattern.least);
    reasons.push({ layer: pattern.layer, name: pattern.name, text: `The text ${pattern.text}${where}` });
  }
  const score = Math.round((1 / (1 + Math.exp(-logit - odd))) * 1000) / 1000;
  const verdict = score >= INJECTION_FROM ? 'injection' : score >= SUSPICIOUS_FROM ? 'suspicious' : 'clean';
  if (verdict !== 'clean' && (strongest.length > 0 || reasons.length === 0)) {
    reasons.push({
      layer: 'classifier',
      name: 'wording',
      text: ['The wording resembles attempts to misuse a model', strongest.join(', ')].filter(Boolean).join(': ')
    });
  }
  return { verdict, score, reasons: verdict === 'clean' ? [] : reasons };
}
