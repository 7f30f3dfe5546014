import type { z } from 'zod';
import { DIMENSIONS, extractPassages, type Claims, type ContentItem, type Entitlement, type Facets } from '../../retrieval/index.ts';
import { FACETS, type claimsSchema, type ContentItemBody, type entitlementSchema, type facetsSchema } from './contract.ts';

/** Facet of the engine under which it is kept what an admin decided; no caller filters or counts by it. */
const CURATION = 'curation';
const PINNED = 'pinned';
const BURIED = 'buried';

/** An item as the engine takes it. */
export async function itemOf(content: ContentItemBody): Promise<ContentItem> {
  const { passages } = content.body
    ? await extractPassages(new TextEncoder().encode(content.body), { type: 'text/markdown' })
    : { passages: [] };
  const facets = facetsOf(content.facets) ?? {};
  const curation = [...(content.pinned ? [PINNED] : []), ...(content.buried ? [BURIED] : [])];
  return {
    id: content.id,
    title: content.title,
    passages,
    ...(content.summary && { abstract: content.summary }),
    ...(content.keywords && { keywords: content.keywords }),
    ...(content.language && { language: content.language }),
    facets: { ...facets, ...(curation.length > 0 && { [CURATION]: curation }) },
    ...(content.publishedOn && { date: content.publishedOn }),
    ...(content.validFrom && { validFrom: content.validFrom }),
    ...(content.validUntil && { validUntil: content.validUntil }),
    entitlement: entitlementOf(content.entitlement)
  };
}

export const isPinned = (item: { facets?: Facets }): boolean => curationOf(item).includes(PINNED);
export const isBuried = (item: { facets?: Facets }): boolean => curationOf(item).includes(BURIED);

const curationOf = ({ facets }: { facets?: Facets }): string[] => facets?.[CURATION] ?? [];

export function facetsOf(facets: z.infer<typeof facetsSchema> | null | undefined): Facets | undefined {
  const given = FACETS.flatMap((name) => (facets?.[name]?.length ? [[name, facets[name]] as const] : []));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Null and missing are the same to the caller; to the engine only what is there counts. */
function entitlementOf(given: z.infer<typeof entitlementSchema>): Entitlement {
  return { ...(given.internalOnly && { internalOnly: true }), ...listsOf(given) };
}

export function claimsOf(given: z.infer<typeof claimsSchema>): Claims {
  return { ...(given.internal && { internal: true }), ...listsOf(given) };
}

function listsOf(given: z.infer<typeof claimsSchema> | z.infer<typeof entitlementSchema>): Claims {
  return Object.fromEntries(DIMENSIONS.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}
