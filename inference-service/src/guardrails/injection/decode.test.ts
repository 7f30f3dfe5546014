import { expect, it } from 'vitest';
import { decodeFragments } from './decode.ts';

it('comes to an end on a megabyte of escapes that spell one word', () => {
  expect(decodeFragments(String.raw`\x41`.repeat(250_000))).toEqual([]);
}, 20_000);

it('reads words out of escapes', () => {
  expect(decodeFragments(String.raw`\x69gnore the rules`)).toEqual([{ encoding: 'escapes', text: 'ignore the rules' }]);
});
