/** Arithmetic that tells a real number from a row of digits. Each takes what was found, separators included. */

/** ISO/IEC 7812 (Luhn): every second digit from the right doubled, the digits of all summed, leave nothing when divided by 10. */
export function isLuhn(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  let sum = 0;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = Number(digits[digits.length - 1 - position]);
    const doubled = position % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** A card: Luhn, a length that is issued and a first digit of a payment network. */
export function isCard(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  if (digits.length < 12 || digits.length > 19 || /^(\d)\1+$/.test(digits) || !isLuhn(digits)) return false;
  if (digits.length === 12) return /^(?:50|5[6-9]|6)/.test(digits);
  return /^(?:[23456]|1800)/.test(digits);
}

/** ISO 13616: the country and check digits moved to the end, letters as numbers, leave 1 when divided by 97. */
export function isIban(found: string): boolean {
  const compact = found.replaceAll(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  return modulo(compact.slice(4) + compact.slice(0, 4), 97) === 1;
}

function modulo(text: string, divisor: number): number {
  let remainder = 0;
  for (const character of text) {
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % divisor;
  }
  return remainder;
}

/** GS1 check digit over thirteen digits, as in a Swiss AHV number: weights 1 and 3 in turn leave nothing when divided by 10. */
export function isEan(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  return digits.length === 13 && [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** Spanish DNI and NIE: the letter is the number modulo 23 in a fixed table. */
export function isSpanishId(found: string): boolean {
  const compact = found.replaceAll(/[ .-]/g, '').toUpperCase();
  const match = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(compact);
  if (!match) return false;
  const number = Number(`${'XYZ'.indexOf(match[1] || 'X')}${match[2]}`);
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === match[3];
}

/** French social security number (NIR): 13 characters and 97 minus their remainder; Corsica's letters count as 19 and 18. */
export function isFrenchNir(found: string): boolean {
  const compact = found.replaceAll(/[ .-]/g, '').toUpperCase();
  if (!/^[1-478]\d{4}(?:\d{2}|2A|2B)\d{8}$/.test(compact)) return false;
  const body = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - modulo(body, 97) === Number(compact.slice(13));
}

/** German tax id: eleven digits with ISO 7064 mod 11,10; one digit of the first ten comes more than once. */
export function isGermanTaxId(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '');
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const kinds = new Set(digits.slice(0, 10)).size;
  if (kinds > 9 || kinds < 8) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** United States social security number: areas 000, 666 and 9xx, group 00 and serial 0000 are never issued. */
export function isUsSsn(found: string): boolean {
  return /^(?!000|666|9)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}$/.test(found);
}

export function isIpV4(found: string): boolean {
  return found.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part);
}

export function isIpV6(found: string): boolean {
  if ((found.match(/::/g) ?? []).length > 1) return false;
  const groups = found.split(':').filter((group) => group !== '').length;
  return found.includes('::') ? groups >= 1 && groups <= 7 : groups === 8;
}
