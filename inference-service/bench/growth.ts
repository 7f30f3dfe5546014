import { processorSeconds, since } from './arguments.ts';
import type { Figure } from './report.ts';

/** What a text of a megabyte may be made of: prose, and pieces that begin what a pattern looks for and never end it. */
const PIECES = [
  'The customer, Anna Schmidt of 12 High Street, Leeds, renews 40 seats. ',
  'a',
  'a@',
  'DE00 ',
  '1-',
  'password: ',
  'eyJa.',
  'ignore all the ',
  '\\u0041',
  '%41',
  'QUJD',
  '<|',
  '\n',
  '['
];
const SMALL = 250_000;
const LARGE = 1_000_000;

/**
 * How the work grows from 250 kB to 1 MB, the worst of several texts: 4 where it is in proportion, 16 where it is squared. The target leaves
 * room for a busy machine.
 */
export function growth(name: string, work: (text: string) => unknown): Figure[] {
  const cost = (piece: string, length: number): number => {
    const text = piece.repeat(length / piece.length);
    const started = processorSeconds();
    work(text);
    return since(started);
  };
  let worst = { ratio: 0, piece: '' };
  let slowest = { seconds: 0, piece: '' };
  for (const piece of PIECES) {
    const [large, small] = [cost(piece, LARGE), cost(piece, SMALL)];
    const ratio = large / Math.max(small, 0.005);
    if (ratio > worst.ratio) worst = { ratio, piece };
    if (large > slowest.seconds) slowest = { seconds: large, piece };
  }
  return [
    {
      figure: `${name}: work for 1 MB beside 250 kB, worst of ${PIECES.length} texts (${JSON.stringify(worst.piece)})`,
      ours: worst.ratio,
      digits: 1,
      target: '<= 8'
    },
    { figure: `${name}: processor s for 1 MB, slowest (${JSON.stringify(slowest.piece.slice(0, 20))})`, ours: slowest.seconds, digits: 2 }
  ];
}
