import type { OrgModel } from './model.ts';
import { xmlFlag, xmlNumber, xmlObjects, xmlText } from './xml.ts';

/** What a stage or a status means beyond its name. */
export interface StatusValue {
  readonly closed: boolean;
  readonly won: boolean;
  readonly converted: boolean;
  readonly highPriority: boolean;
  /** In per cent. */
  readonly probability: number | null;
  /** As the API names it: `BestCase`. */
  readonly forecastCategory: string | null;
}

/** ForecastCategory → ForecastCategoryName. */
export const FORECAST_NAMES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed'
};

const PLAIN: StatusValue = { closed: false, won: false, converted: false, highPriority: false, probability: null, forecastCategory: null };

function stage(probability: number, forecastCategory = 'Pipeline', more: Partial<StatusValue> = {}): StatusValue {
  return { ...PLAIN, probability, forecastCategory, ...more };
}

/** The values of a new org, for sets that the project does not define. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, StatusValue>>>> = {
  OpportunityStage: {
    Prospecting: stage(10),
    Qualification: stage(10),
    'Needs Analysis': stage(20),
    'Value Proposition': stage(50),
    'Id. Decision Makers': stage(60),
    'Perception Analysis': stage(70),
    'Proposal/Price Quote': stage(75),
    'Negotiation/Review': stage(90),
    'Closed Won': stage(100, 'Closed', { closed: true, won: true }),
    'Closed Lost': stage(0, 'Omitted', { closed: true })
  },
  LeadStatus: { 'Closed - Converted': { ...PLAIN, converted: true } },
  CaseStatus: { Closed: { ...PLAIN, closed: true } },
  TaskStatus: { Completed: { ...PLAIN, closed: true } },
  TaskPriority: { High: { ...PLAIN, highPriority: true } }
};

const known = new WeakMap<OrgModel, Map<string, ReadonlyMap<string, StatusValue>>>();

/** The values of a standard value set by name: the project's own where it has the set, a new org's otherwise. */
export function statusValues(model: OrgModel, set: keyof typeof DEFAULTS): ReadonlyMap<string, StatusValue> {
  let sets = known.get(model);
  if (!sets) known.set(model, (sets = new Map()));
  let values = sets.get(set);
  if (!values) sets.set(set, (values = read(model, set)));
  return values;
}

/** A value that is in no set is open, and worth nothing that is known. */
export function statusValue(model: OrgModel, set: keyof typeof DEFAULTS, name: unknown): StatusValue {
  return statusValues(model, set).get(String(name)) ?? PLAIN;
}

function read(model: OrgModel, set: string): ReadonlyMap<string, StatusValue> {
  const body = model.components.get('standardvalueset')?.get(set.toLowerCase())?.body;
  if (!body) return new Map(Object.entries(DEFAULTS[set] ?? {}));
  return new Map(
    xmlObjects(body, 'standardValue').map((value) => [
      xmlText(value, 'fullName') ?? '',
      {
        closed: xmlFlag(value, 'closed'),
        won: xmlFlag(value, 'won'),
        converted: xmlFlag(value, 'converted'),
        highPriority: xmlFlag(value, 'highPriority'),
        probability: xmlNumber(value, 'probability') ?? null,
        forecastCategory: xmlText(value, 'forecastCategory')
      }
    ])
  );
}
