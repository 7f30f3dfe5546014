import { binCount, encodeColumn, findBins } from './bins.ts';
import type { Column } from './columns.ts';
import { areaUnderBins, aucStandardError } from './metrics.ts';
import { repeatedBands } from './repeated-bands.ts';
import type { LeakageFinding } from './types.ts';

/** One feature that alone ranks deals this well has, in practice, seen the outcome … */
const CERTAIN_AUC = 0.97;
/** … and so has one this good that leaves every other feature far behind. */
const SUSPECT_AUC = 0.88;
const FAR_AHEAD = 0.1;
/** Values that occur with one outcome only count when they cover this share of it. */
const GIVEAWAY_SHARE = 0.4;
/** A name alone convicts nobody: the feature must also separate won from lost by more than chance. */
const BACKING_Z = 4;
const BACKING_AUC = 0.51;
/** Below this many deals single-feature figures are noise. */
const MIN_ROWS = 50;

/** Names of things written down while a deal closes or after. Each is only followed up when the data backs it. */
const TELLING_NAMES: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern:
      /\b(?:is )?(?:won|lost|loss|closed)\b|\b(?:outcome|actual close|win reason|loss reason|lost reason|closing reason|converted|conversion)\b/,
    reason: 'its name speaks of the outcome'
  },
  {
    pattern: /\bstages? (?:change|count|duration|history|move)|\b(?:number|count|no) of stages?\b|\bstage changes?\b/,
    reason: 'it counts steps taken while the deal was worked, known only as it closes'
  },
  {
    pattern:
      /\belapsed\b|\btotal days\b|\bdays? (?:in|since|between|through|open|spent)\b.*\b(?:stage|clos\w*|qualif\w*|identif\w*|validat\w*|pipeline|creat\w*|open\w*)|\b(?:sales|deal) (?:cycle|velocity|duration)\b|\bdeal age\b|\bage at clos/,
    reason: 'it measures time spent on the deal, known only as it closes'
  },
  {
    pattern:
      /\blast (?:\w+ )?(?:activity|modified|update|updated|touch|interaction|contact|contacted|viewed|stage)\b|\blatest (?:activity|status|stage)\b/,
    reason: 'it is overwritten while the deal is worked, so it shows the end, not the start'
  },
  {
    pattern:
      /^tags?$|^(?:deal |lead |opportunity |sales |current )?(?:status|stage|disposition|probability|next step)$|\bforecast category\b|\blead (?:quality|profile|grade|rating)\b|\b(?:activity|profile|engagement) (?:index|score)\b/,
    reason: 'people fill it in after contact with the customer'
  },
  {
    pattern:
      /\b(?:invoiced?|invoice number|contract signed|signed (?:on|date)|order number|paid|payment date|shipped|delivered|delivery date|commission|booking number)\b/,
    reason: 'it exists only once a deal is won'
  }
];

/**
 * Features that know the future: those that all but decide the outcome alone, those whose name says they are written down later and
 * whose values bear it out, and those that repeat another number in bands.
 */
export function findLeakage(columns: readonly Column[], won: Uint8Array, allow: boolean): LeakageFinding[] {
  if (won.length < MIN_ROWS) return [];
  const wins = won.reduce((sum, value) => sum + value, 0);
  const chance = aucStandardError(0.5, wins, won.length - wins);
  const alone = columns.map((column) => judgeAlone(column, won));
  const findings: LeakageFinding[] = [];
  columns.forEach((column, index) => {
    const others = alone.filter((_, other) => other !== index).map(({ auc }) => auc);
    const reason =
      givenAwayByData(alone[index]!, secondHighest(alone, index, others)) ??
      givenAwayByName(column.name, alone[index]!, chance) ??
      repeatedBands(column, columns);
    if (reason) findings.push({ feature: column.name, reason, refused: !allow });
  });
  return findings;
}

interface Alone {
  /** AUC of this feature by itself on rows its bins' rates were not taken from. */
  auc: number;
  /** Largest share of an outcome covered by values that occur (almost) only with it. */
  giveaway: { share: number; outcome: 'won' | 'lost' };
}

/** Even rows give the rates, odd rows are judged, and the other way round. */
function judgeAlone(column: Column, won: Uint8Array): Alone {
  const rows = won.length;
  const bins = findBins(column, { maxBins: 100, maxCategories: 100, minCount: Math.max(5, Math.min(20, Math.round(rows / 200))) });
  const encoded = encodeColumn(bins, column);
  const size = binCount(bins);
  const count = [new Float64Array(size), new Float64Array(size)] as const;
  const wins = [new Float64Array(size), new Float64Array(size)] as const;
  for (let row = 0; row < rows; row++) {
    const half = (row & 1) as 0 | 1;
    count[half][encoded[row]!]!++;
    wins[half][encoded[row]!]! += won[row]!;
  }
  let auc = 0;
  for (const half of [0, 1] as const) {
    const base = sum(wins[half]) / Math.max(1, sum(count[half]));
    const rates = count[half].map((n, bin) => (wins[half][bin]! + base * 5) / (n + 5));
    const other = (1 - half) as 0 | 1;
    auc += areaUnderBins(rates, count[other], wins[other]) / 2;
  }
  return { auc, giveaway: findGiveaway(count, wins) };
}

function findGiveaway(count: readonly [Float64Array, Float64Array], wins: readonly [Float64Array, Float64Array]): Alone['giveaway'] {
  const size = count[0].length;
  let onlyWon = 0;
  let onlyLost = 0;
  let allWon = 0;
  let allLost = 0;
  for (let bin = 0; bin < size; bin++) {
    const n = count[0][bin]! + count[1][bin]!;
    const w = wins[0][bin]! + wins[1][bin]!;
    allWon += w;
    allLost += n - w;
    if (n >= 20 && w / n >= 0.97) onlyWon += w;
    if (n >= 20 && w / n <= 0.002) onlyLost += n - w;
  }
  const won = allWon === 0 ? 0 : onlyWon / allWon;
  const lost = allLost === 0 ? 0 : onlyLost / allLost;
  // Against a low win rate, values without a win are ordinary; against a high one, values without a loss.
  const rate = allWon / (allWon + allLost);
  if (won >= lost) return { share: rate <= 0.8 ? won : 0, outcome: 'won' };
  return { share: rate >= 0.2 ? lost : 0, outcome: 'lost' };
}

function givenAwayByData(alone: Alone, next: number): string | null {
  if (alone.auc >= CERTAIN_AUC) return `alone it tells won from lost almost without error (AUC ${alone.auc.toFixed(2)})`;
  if (alone.giveaway.share >= GIVEAWAY_SHARE) {
    return `some of its values occur almost only with ${alone.giveaway.outcome} deals and cover ${Math.round(alone.giveaway.share * 100)} % of them`;
  }
  if (alone.auc >= SUSPECT_AUC && alone.auc - next >= FAR_AHEAD) {
    return `alone it tells won from lost far better (AUC ${alone.auc.toFixed(2)}) than any other feature (${next.toFixed(2)})`;
  }
  return null;
}

/** Best of the others that is not itself nearly certain: two leaks must not hide each other. */
function secondHighest(alone: readonly Alone[], index: number, others: readonly number[]): number {
  const ordinary = alone.filter(({ auc }, other) => other !== index && auc < SUSPECT_AUC).map(({ auc }) => auc);
  return ordinary.length > 0 ? Math.max(...ordinary) : others.length > 0 ? 0.5 : 1;
}

function givenAwayByName(name: string, alone: Alone, chance: number): string | null {
  if (alone.auc < BACKING_AUC || alone.auc - 0.5 < BACKING_Z * chance) return null;
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/__c$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  // What is planned or expected is known beforehand.
  if (/\b(?:expected|planned|estimated|target|forecasted|projected|requested)\b/.test(words)) return null;
  const telling = TELLING_NAMES.find(({ pattern }) => pattern.test(words));
  return telling ? `${telling.reason}, and it does separate won from lost (AUC ${alone.auc.toFixed(2)} alone)` : null;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
