export type OutputRules = {
  /** Everything the writer was given to say; numbers found here may be repeated. */
  facts: string;
  /** Lower-case words of companies the text must not name. */
  forbiddenNames: string[];
  /** Text for a partner: no decision may be announced and no score given. */
  forPartner: boolean;
  /** Actions that were not recommended: naming one would contradict the result. */
  otherActions: readonly string[];
  /** In UTF-16 code units. */
  maxLength: number;
};

/** Why a text may not be shown; the word is a metric label, never text of the model. */
export type OutputProblem =
  | 'empty'
  | 'too long'
  | 'markup'
  | 'link'
  | 'unknown number'
  | 'number in words'
  | 'names a company'
  | 'announces a decision'
  | 'other action'
  | 'placeholder';

const MARKUP = /[<>]|\]\(|```|\bjavascript:/i;
const LINK =
  /https?:|\/\/|www\.|\b[\p{L}\p{N}-]+\.(?:com|net|org|io|co|biz|info|app|dev|ly|me|ru|cn|de|fr|es|eu|uk|xyz|top|link|example|test)\b|@/iu;
const NUMBER = /[+\-−]?\d+(?:[.,'’\u00a0\u202f]\d+)*/g;
/** Numbers spelled out slip past a digit check; nobody needs them in a four-sentence note. */
const NUMBER_WORDS =
  /(?<!\p{L})(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|millionen?|vingt|trente|quarante|cinquante|soixante|cent|mille|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|mil|millón|millones)(?!\p{L})/iu;
/** Words that tell a partner the outcome, or promise one. */
const DECISION =
  /(?<!\p{L})(?:approved|accepted|rejected|declined|denied|granted|guaranteed?|confirmed|genehmigt|freigegeben|abgelehnt|bewilligt|garantiert|zugesagt|approuvée?s?|acceptée?s?|refusée?s?|rejetée?s?|garantie?s?|aprobad[oa]|aceptad[oa]|rechazad[oa]|denegad[oa]|garantizad[oa])(?!\p{L})/iu;

/** A model's prose is shown only when nothing in it goes beyond the facts. Undefined = it may be shown. */
export function findProblem(text: string, rules: OutputRules): OutputProblem | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > rules.maxLength) return 'too long';
  if (MARKUP.test(text)) return 'markup';
  if (LINK.test(text)) return 'link';
  if (/\[[A-Z]+(?:_[A-Z]+)*(?:_\d+)?\]/.test(text)) return 'placeholder';
  if (hasUnknownNumber(text, rules.facts)) return 'unknown number';
  if (NUMBER_WORDS.test(text) && !NUMBER_WORDS.test(rules.facts)) return 'number in words';
  const lower = text.toLowerCase();
  if (rules.forbiddenNames.some((name) => lower.includes(name))) return 'names a company';
  if (rules.forPartner && DECISION.test(text)) return 'announces a decision';
  if (rules.otherActions.some((action) => lower.includes(action.toLowerCase()))) return 'other action';
  return undefined;
}

function hasUnknownNumber(text: string, facts: string): boolean {
  // Digits of other scripts would be read as numbers and compared as none.
  if (/[^\p{ASCII}]/u.test(text) && /(?![0-9])\p{N}/u.test(text)) return true;
  const known = (facts.match(NUMBER) ?? []).flatMap((token) => readings(token).map((value) => ({ value, sign: signOf(token) })));
  return (text.match(NUMBER) ?? []).some((token) => {
    const sign = signOf(token);
    return !readings(token).some((value) =>
      known.some(
        (fact) => (fact.value === value || Math.round(fact.value) === value) && (sign === '' || fact.sign === '' || sign === fact.sign)
      )
    );
  });
}

/** "1,234" can be one thousand or one and a bit, depending on where it was written. */
function readings(token: string): number[] {
  const digits = token.replace(/^[+\-−]/, '');
  const grouped = Number(digits.replaceAll(/[.,'’\u00a0\u202f]/g, ''));
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return [grouped];
  const decimal = Number(`${digits.slice(0, last).replaceAll(/[.,'’\u00a0\u202f]/g, '')}.${digits.slice(last + 1)}`);
  return digits.length - last - 1 === 3 ? [grouped, decimal] : [decimal];
}

function signOf(token: string): '' | '+' | '-' {
  if (token.startsWith('+')) return '+';
  return /^[-−]/.test(token) ? '-' : '';
}
