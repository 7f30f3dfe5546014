import { expect, it } from 'vitest';
import { repaired } from './repair.ts';

it.each([
  ['AEDN C0. (M) BHD', 'AEDN CO. (M) BHD'],
  ['PERMAS JAYA B1750 MASAI JOHOR', 'PERMAS JAYA 81750 MASAI JOHOR'],
  ['MR. D.I.Y.(M) SON BHD', 'MR. D.I.Y.(M) SDN BHD'],
  ['BLOCK A1, LEVEL B5', 'BLOCK A1, LEVEL B5'],
  ['A4 COPY PAPER', 'A4 COPY PAPER'],
  ['INV 2026-0815', 'INV 2026-0815'],
  ['DE123456788', 'DE123456788']
])('signs that look alike are put right by their neighbours: %s', (read, right) => {
  expect(repaired(read)).toBe(right);
});
