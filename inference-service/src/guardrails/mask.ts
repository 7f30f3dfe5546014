/** What must not leave for a language model. Each finding becomes a placeholder that can be turned back afterwards. */
export type MaskedText = {
  text: string;
  entities: { type: EntityType; placeholder: string; value: string }[];
};

export type EntityType = 'EMAIL' | 'IBAN' | 'CARD' | 'PHONE';

// Bounded repetitions only: the text is the caller's, and an unbounded pattern could be made to run for minutes.
const PATTERNS: { type: EntityType; pattern: RegExp; holds: (found: string) => boolean }[] = [
  { type: 'EMAIL', pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu, holds: () => true },
  { type: 'IBAN', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}\b/gi, holds: isIban },
  { type: 'CARD', pattern: /\b\d(?:[ -]?\d){12,18}\b/g, holds: isCard },
  { type: 'PHONE', pattern: /(?:\+|\b00|\(|\b0)\d(?:[ ()./-]{0,2}\d){6,14}\b/g, holds: isPhone }
];

export function maskPersonalData(text: string): MaskedText {
  const entities: MaskedText['entities'] = [];
  let masked = text;
  for (const { type, pattern, holds } of PATTERNS) {
    masked = masked.replaceAll(pattern, (value) => {
      if (!holds(value)) return value;
      const known = entities.find((entity) => entity.type === type && entity.value === value);
      if (known) return known.placeholder;
      const placeholder = `[${type}_${entities.filter((entity) => entity.type === type).length + 1}]`;
      entities.push({ type, placeholder, value });
      return placeholder;
    });
  }
  return { text: masked, entities };
}

/** ISO 13616: the country and check digits moved to the end, letters as numbers, leave 1 when divided by 97. */
function isIban(found: string): boolean {
  const compact = found.replaceAll(' ', '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

/** ISO/IEC 7812: every second digit from the right doubled, the digits of all summed, leave nothing when divided by 10. */
function isCard(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  let sum = 0;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = Number(digits[digits.length - 1 - position]);
    const doubled = position % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

function isPhone(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '').length;
  return digits >= 8 && digits <= 15;
}
