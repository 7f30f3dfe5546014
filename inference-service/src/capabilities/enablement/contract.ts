import { z } from 'zod';
import { SHORT_TEXT } from '../../contract/company.ts';
import { DIMENSIONS, LANGUAGES, type Dimension } from '../../retrieval/index.ts';

/** Items in one batch. */
export const MAX_ITEMS = 100;
/** Characters of a body given as text: what a long text area of Salesforce holds. */
export const MAX_BODY = 131_072;
export const MAX_LIMIT = 50;
const MAX_VALUES = 200;

/** What items are sorted by, and filtered by in words. A closed list: what is not here is refused. */
export const FACETS = ['kind', 'product', 'industry', 'competitor', 'stage', 'certification'] as const;
export type Facet = (typeof FACETS)[number];

const idSchema = z.string().min(1).max(80).meta({ description: 'Opaque reference of an item, chosen by the caller' });
const values = z.array(z.string().min(1).max(SHORT_TEXT)).max(MAX_VALUES).nullish();
const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values]));
const day = z.iso.date().nullish();
const languageSchema = z.enum(LANGUAGES);
const none = z.object({});

export const entitlementSchema = z
  .strictObject({ internalOnly: z.boolean().nullish(), ...(texts(DIMENSIONS) as Record<Dimension, typeof values>) })
  .meta({
    id: 'ContentEntitlement',
    description: 'Who may find an item: one value of every list that is given; an empty list admits no partner, a missing one all'
  });

export const claimsSchema = z
  .strictObject({ internal: z.boolean().nullish(), ...(texts(DIMENSIONS) as Record<Dimension, typeof values>) })
  .meta({ id: 'ContentClaims', description: 'Who asks: what is not claimed is not held' });

export const facetsSchema = z
  .strictObject(texts(FACETS) as Record<Facet, typeof values>)
  .meta({ id: 'ContentFacets', description: 'What an item is about' });

export const contentItemSchema = z
  .object({
    id: idSchema,
    title: z.string().trim().min(1).max(SHORT_TEXT),
    summary: z.string().max(4000).nullish().meta({ description: 'One paragraph' }),
    keywords: values,
    body: z.string().max(MAX_BODY).nullish().meta({ description: 'Text or Markdown; cut into passages at its headings' }),
    language: languageSchema.nullish().meta({ description: 'Detected when missing' }),
    facets: facetsSchema.nullish(),
    publishedOn: day.meta({ description: 'When its content last changed' }),
    validFrom: day.meta({ description: 'Found from here, inclusive' }),
    validUntil: day.meta({ description: 'Found until here, exclusive' }),
    pinned: z.boolean().nullish().meta({ description: 'Recommended before all else' }),
    buried: z.boolean().nullish().meta({ description: 'Found, but never recommended' }),
    entitlement: entitlementSchema
  })
  .meta({ id: 'ContentItem', description: 'One item of the library, as it is to be found' });

export const contentResultSchema = z
  .object({
    id: z.string(),
    outcome: z.enum(['indexed', 'unchanged', 'removed', 'refused']),
    reason: z.string().nullable().meta({ description: 'Why it was refused' })
  })
  .meta({ id: 'ContentResult' });

/** Only the envelope is checked before the work: one bad item does not keep the others out. */
export const changeContentEnvelope = z.object({
  put: z.array(z.unknown()).max(MAX_ITEMS),
  remove: z.array(idSchema).max(MAX_ITEMS)
});
export const changeContentRequestSchema = z
  .object({ put: z.array(contentItemSchema).max(MAX_ITEMS), remove: z.array(idSchema).max(MAX_ITEMS) })
  .meta({ id: 'ChangeContentRequest' });
export const changeContentResponseSchema = z
  .object({ requestId: z.string(), results: z.array(contentResultSchema) })
  .meta({ id: 'ChangeContentResponse', description: 'One result for each item, in the order of the request, removals last' });
export const putContentRequestSchema = contentItemSchema.omit({ id: true }).meta({ id: 'PutContentRequest' });
export const contentResultResponseSchema = z
  .object({ requestId: z.string(), result: contentResultSchema })
  .meta({ id: 'PutContentResponse' });

const placeSchema = z
  .object({
    page: z.number().int().nullable(),
    slide: z.number().int().nullable(),
    sheet: z.string().nullable(),
    seconds: z.number().nullable()
  })
  .meta({ id: 'ContentPlace', description: 'Where in the document' });

export const contentHitSchema = z
  .object({
    id: z.string(),
    score: z.number().meta({ description: 'Comparable within one answer only' }),
    passage: z.string().nullable().meta({ description: 'What stands there, word for word' }),
    headings: z.array(z.string()).nullable(),
    place: placeSchema.nullable(),
    why: z.array(z.string()).meta({ description: 'Where the words of the question were found' })
  })
  .meta({ id: 'ContentHit' });

const sentenceSchema = z
  .object({ text: z.string(), id: z.string(), place: placeSchema })
  .meta({ id: 'ContentSentence', description: 'A sentence of a source, word for word' });

const facetCountSchema = z.object({ facet: z.string(), value: z.string(), count: z.number().int() }).meta({ id: 'ContentFacetCount' });

const asked = {
  text: z.string().max(SHORT_TEXT),
  claims: claimsSchema,
  preferred: z.array(languageSchema).max(LANGUAGES.length).nullish().meta({ description: 'Languages of the reader, best first' })
};
const limit = z.number().int().min(1).max(MAX_LIMIT);

export const searchContentRequestSchema = z
  .object({
    ...asked,
    facets: facetsSchema.nullish().meta({ description: 'Filters: one value of each that is named' }),
    languages: z.array(languageSchema).max(LANGUAGES.length).nullish(),
    most: limit,
    offset: z.number().int().min(0).max(1000),
    answer: z.boolean().nullish().meta({ description: 'Also answer with sentences of what was found' })
  })
  .meta({ id: 'SearchContentRequest' });

export const searchContentResponseSchema = z
  .object({
    requestId: z.string(),
    hits: z.array(contentHitSchema),
    total: z.number().int(),
    nearest: z.array(contentHitSchema).meta({ description: 'What comes nearest when there is no hit' }),
    facets: z.array(facetCountSchema),
    didYouMean: z.string().nullable(),
    sentences: z.array(sentenceSchema).meta({ description: 'The answer; empty when nothing that may be seen answers' })
  })
  .meta({ id: 'SearchContentResponse' });

export const answerContentRequestSchema = z.object(asked).meta({ id: 'AnswerContentRequest' });
export const answerContentResponseSchema = z
  .object({ requestId: z.string(), answered: z.boolean(), confidence: z.number(), sentences: z.array(sentenceSchema) })
  .meta({ id: 'AnswerContentResponse' });

const needSchema = z
  .object({
    code: z.string().min(1).max(40).meta({ description: 'Comes back as the reason' }),
    fact: z.string().max(SHORT_TEXT).nullish().meta({ description: 'What it is about; comes back unchanged' }),
    weight: z.number().min(0).max(1),
    facet: z.enum(FACETS),
    values: z.array(z.string().max(SHORT_TEXT)).max(MAX_VALUES)
  })
  .meta({ id: 'ContentNeed', description: 'Why an item may be wanted now' });

const pastSchema = z
  .object({ id: idSchema, shown: z.number().int().min(0), opened: z.boolean(), finished: z.boolean(), dismissed: z.boolean() })
  .meta({ id: 'ContentPast', description: 'What the reader did with an item' });

export const recommendContentRequestSchema = z
  .object({
    claims: claimsSchema,
    needs: z.array(needSchema).max(100),
    past: z.array(pastSchema).max(1000),
    history: z.array(idSchema).max(100).meta({ description: 'Items used with effect, latest first' }),
    preferred: z.array(languageSchema).max(LANGUAGES.length).nullish(),
    most: limit
  })
  .meta({ id: 'RecommendContentRequest' });

const contributionSchema = z
  .object({
    code: z.string(),
    points: z.number(),
    because: z.string().nullable().meta({ description: 'Code of the need, or the item of the history that speaks for it' }),
    fact: z.string().nullable()
  })
  .meta({ id: 'ContentContribution' });

export const recommendContentResponseSchema = z
  .object({
    requestId: z.string(),
    items: z.array(
      z
        .object({
          id: z.string(),
          score: z.number().meta({ description: 'Sum of the contributions' }),
          contributions: z.array(contributionSchema),
          reason: contributionSchema
        })
        .meta({ id: 'RecommendedContent' })
    )
  })
  .meta({ id: 'RecommendContentResponse' });

export const reindexContentRequestSchema = none.meta({ id: 'ReindexContentRequest' });
export const contentStatusResponseSchema = z
  .object({
    requestId: z.string(),
    items: z.number().int(),
    reindexed: z.number().int().nullable().meta({ description: 'Items done by a re-index that runs; null when none does' })
  })
  .meta({ id: 'ContentStatusResponse' });

export type ContentItemBody = z.infer<typeof contentItemSchema>;
