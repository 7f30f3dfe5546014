/** Lengths of the IBAN registry (ISO 13616), for the countries that have one. */
const LENGTHS: Record<string, number> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20
};

const compact = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/** ISO 7064 mod 97-10. */
export function isIban(text: string): boolean {
  const iban = compact(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban) || iban.length !== LENGTHS[iban.slice(0, 2)]) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = character >= 'A' ? character.charCodeAt(0) - 55 : Number(character);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Country, check digits and the last four characters; null for what cannot be an account number at all. */
export function maskIban(text: string): string | null {
  const iban = compact(text);
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban) ? `${iban.slice(0, 4)} **** ${iban.slice(-4)}` : null;
}

/** IBANs in a line of text that satisfy their check digits, with where they begin. */
export function ibansIn(text: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  for (const start of text.matchAll(/(?<![A-Z0-9])[A-Z]{2}\d{2}/gi)) {
    const length = LENGTHS[start[0].slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    let end = start.index;
    for (let taken = 0; end < text.length && taken < length; end += 1) if (/[A-Z0-9]/i.test(text[end]!)) taken += 1;
    const candidate = text.slice(start.index, end);
    if (candidate.length < length * 2 && isIban(candidate)) found.push({ text: candidate, at: start.index });
  }
  return found;
}
