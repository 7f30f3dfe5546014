import type { Files } from '../../unpackaged/scripts/render.ts';
import { XMLParser } from 'fast-xml-parser';

/** Pages of the template that this site does without: nobody registers himself, and there is no news. */
const LEFT_OUT = /sfdc_cms__(?:route\/(?:News_Detail__c|Register)|view\/(?:newsDetail|register))\//;
/** What a site decides for itself; everything else is as the template has it. */
const OWN = new Set([
  'Network.description',
  'Network.emailSenderAddress',
  'Network.sendWelcomeEmail',
  'Network.status',
  'Network.networkMemberGroups'
]);

interface Node {
  readonly definition?: string;
  readonly type?: string;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/**
 * The site beside the one that Salesforce's own generator makes under the same name: every file is there, every setting is there and
 * has its value, every page has the frame and the regions of its template. Our pages, components and menus may be added.
 */
export function templateProblems(site: Files, template: Files): string[] {
  return [...template].flatMap(([path, text]) => {
    if (LEFT_OUT.test(path)) return [];
    const own = site.get(path);
    if (own === undefined) return [`${path} of the template is missing`];
    const problems = path.endsWith('.json') ? jsonProblems(path, JSON.parse(own), JSON.parse(text)) : xmlProblems(own, text);
    return problems.map((problem) => `${path}: ${problem}`);
  });
}

function jsonProblems(path: string, own: unknown, template: unknown): string[] {
  const { contentBody: ours, ...outside } = own as { contentBody?: Record<string, unknown> };
  const { contentBody: theirs, ...expected } = template as { contentBody?: Record<string, unknown> };
  const kind = /\/(sfdc_cms__\w+)\//.exec(path)?.[1];
  const problems = differences(outside as Record<string, unknown>, expected as Record<string, unknown>, '', new Set(['title', 'urlName']));
  if (!ours || !theirs) return problems;
  const { component, ...rest } = ours;
  const { component: frame, ...expectedRest } = theirs;
  // Colours and fonts are the brand's; only that each is set counts.
  if (kind === 'sfdc_cms__brandingSet') {
    const set = Object.keys(ours.values as object);
    return [...problems, ...Object.keys(theirs.values as object).flatMap((name) => (set.includes(name) ? [] : [`lacks ${name}`]))];
  }
  return [
    ...problems,
    ...differences(rest, expectedRest, '', new Set(['title'])),
    ...(frame ? frameProblems(component as Node, frame as Node) : [])
  ];
}

/** Kind of the frame, its attributes, and its regions; what stands in them is the site's. */
function frameProblems(own: Node | undefined, template: Node): string[] {
  if (own?.definition !== template.definition)
    return [`is framed by ${own?.definition ?? 'nothing'}, not ${template.definition ?? 'nothing'}`];
  const regions = (own?.children ?? []).map((region) => region.name);
  return [
    ...Object.keys(template.attributes ?? {}).flatMap((name) =>
      name in (own?.attributes ?? {}) ? [] : [`its frame lacks the attribute ${name}`]
    ),
    ...(template.children ?? []).flatMap((region) => (regions.includes(region.name) ? [] : [`lacks the region ${region.name ?? ''}`]))
  ];
}

function differences(own: Record<string, unknown>, template: Record<string, unknown>, type: string, free: ReadonlySet<string>): string[] {
  return Object.entries(template).flatMap(([name, value]) => {
    if (free.has(name) || OWN.has(`${type}.${name}`)) return [];
    if (!(name in own)) return [`lacks ${name}`];
    return JSON.stringify(own[name]) === JSON.stringify(value)
      ? []
      : [`${name} is ${JSON.stringify(own[name])}, the template has ${JSON.stringify(value)}`];
  });
}

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, ignoreDeclaration: true });

function xmlProblems(own: string, template: string): string[] {
  const [type, expected] = Object.entries(parser.parse(template) as Record<string, Record<string, unknown>>)[0]!;
  const ours = (parser.parse(own) as Record<string, Record<string, unknown>>)[type];
  if (!ours) return [`is no ${type}`];
  const added = Object.keys(ours).filter((name) => !(name in expected) && !OWN.has(`${type}.${name}`));
  return [...differences(ours, expected, type, new Set()), ...added.map((name) => `sets ${name}, which the template does not`)];
}
