import { megabytes } from '../../settings.ts';
import {
  answer,
  openContentStore,
  recommend,
  searchInWords,
  visibleVocabulary,
  type ContentIndex,
  type Hit,
  type Past,
  type Place
} from '../../retrieval/index.ts';
import { defineCapability, json } from '../capability.ts';
import {
  answerContentRequestSchema,
  answerContentResponseSchema,
  changeContentEnvelope,
  changeContentRequestSchema,
  changeContentResponseSchema,
  contentItemSchema,
  contentResultResponseSchema,
  contentStatusResponseSchema,
  FACETS,
  MAX_BODY,
  MAX_ITEMS,
  MAX_LIMIT,
  putContentRequestSchema,
  recommendContentRequestSchema,
  recommendContentResponseSchema,
  reindexContentRequestSchema,
  searchContentRequestSchema,
  searchContentResponseSchema
} from './contract.ts';
import { claimsOf, facetsOf, isBuried, isPinned, itemOf } from './items.ts';

const bodyBytes = megabytes('CONTENT_BODY_LIMIT_MB', 8, 64, 'largest body that carries content to the index');
/** What a value of a facet may be called by in a question: names of the caller's own. */
const NAMED = ['kind', 'product', 'competitor', 'industry'] as const;
/** What counts against an item the reader may not be able to read: more than being seen can take from one that can. */
const NOT_PREFERRED = 'other-language';
const OTHER_LANGUAGE_POINTS = -40;

export const enablement = defineCapability({
  name: 'enablement',
  title: 'Content',
  subject: 'enablement content',
  apex: {
    className: 'EnablementContract',
    domain: 'enablement',
    operations: ['changeContent', 'searchContent', 'recommendContent', 'contentStatus'],
    constants: {
      MAX_ITEMS: { value: MAX_ITEMS, comment: 'Items in one change' },
      MAX_BODY: { value: MAX_BODY, comment: 'Characters of a body' },
      MAX_LIMIT: { value: MAX_LIMIT, comment: 'Hits or cards in one answer' }
    }
  },
  settings: [bodyBytes],
  operations: {
    changeContent: {
      method: 'POST',
      path: '/v1/content',
      summary: 'Change content',
      description: 'Puts up to 100 items into the index and takes up to 100 out. One that is refused does not keep the others out.',
      scope: 'content:write',
      event: 'content.changed',
      body: json(changeContentRequestSchema, changeContentEnvelope),
      answer: { description: 'What became of each', schema: changeContentResponseSchema },
      limits: { bodyBytes }
    },
    putContent: {
      method: 'PUT',
      path: '/v1/content/{id}',
      summary: 'Put one item into the index',
      scope: 'content:write',
      event: 'content.put',
      body: json(putContentRequestSchema),
      answer: { description: 'What became of it', schema: contentResultResponseSchema },
      limits: { bodyBytes }
    },
    deleteContent: {
      method: 'DELETE',
      path: '/v1/content/{id}',
      summary: 'Take one item out of the index',
      scope: 'content:write',
      event: 'content.deleted',
      answer: { description: 'It is not in the index any more' }
    },
    searchContent: {
      method: 'POST',
      path: '/v1/content/search',
      summary: 'Search content',
      description:
        'Hybrid lexical search within what the claims admit: nothing in the answer depends on any other item. Names of products, kinds and competitors, languages and times in the question are read as filters.',
      scope: 'content:read',
      event: 'content.searched',
      body: json(searchContentRequestSchema),
      answer: { description: 'Hits, best first', schema: searchContentResponseSchema }
    },
    answerContent: {
      method: 'POST',
      path: '/v1/content/answer',
      summary: 'Answer from content',
      description: 'Sentences of sources the claims admit, word for word; none when nothing answers.',
      scope: 'content:read',
      event: 'content.asked',
      body: json(answerContentRequestSchema),
      answer: { description: 'The sentences', schema: answerContentResponseSchema }
    },
    recommendContent: {
      method: 'POST',
      path: '/v1/content/recommend',
      summary: 'Recommend content',
      description: 'Points from what the reader needs, used and has seen; contributions sum to the score.',
      scope: 'content:read',
      event: 'content.recommended',
      body: json(recommendContentRequestSchema),
      answer: { description: 'Items, best first', schema: recommendContentResponseSchema }
    },
    reindexContent: {
      method: 'POST',
      path: '/v1/content/reindex',
      summary: 'Cut all items into words again',
      description: 'Runs on after the answer; contentStatus says how far it is. Items stay found meanwhile.',
      scope: 'content:write',
      event: 'content.reindexed',
      body: json(reindexContentRequestSchema),
      answer: { description: 'How far it is', schema: contentStatusResponseSchema }
    },
    contentStatus: {
      method: 'GET',
      path: '/v1/content-status',
      summary: 'Size of the index',
      scope: 'content:write',
      event: 'content.counted',
      answer: { description: 'Items and progress', schema: contentStatusResponseSchema }
    }
  },
  create(context) {
    const store = openContentStore(context.database, { now: context.now });
    const reindexing = new Map<string, number>();

    const put = async (orgId: string, given: readonly unknown[]) => {
      const read = given.map((one) => contentItemSchema.safeParse(one));
      const ready = read.flatMap(({ success, data }) => (success ? [data] : []));
      const stored = await store.put(orgId, await Promise.all(ready.map(itemOf)));
      return read.map((one, position) => {
        if (!one.success) return { id: idOf(given[position]), outcome: 'refused' as const, reason: problemOf(one.error.issues[0]) };
        const result = stored.shift()!;
        return { id: result.id, outcome: result.outcome, reason: 'reason' in result ? result.reason : null };
      });
    };

    return {
      handlers: {
        async changeContent({ orgId, body, note }) {
          const results: { id: string; outcome: 'indexed' | 'unchanged' | 'removed' | 'refused'; reason: string | null }[] = await put(
            orgId,
            body.put
          );
          for (const id of body.remove) {
            await store.delete(orgId, id);
            results.push({ id, outcome: 'removed', reason: null });
          }
          note({
            put: body.put.length,
            removed: body.remove.length,
            refused: results.filter(({ outcome }) => outcome === 'refused').length
          });
          return { results };
        },

        async putContent({ orgId, params, body }) {
          const [result] = await put(orgId, [{ ...body, id: params.id }]);
          return { result: result! };
        },

        async deleteContent({ orgId, params }) {
          await store.delete(orgId, params.id);
        },

        async searchContent({ orgId, body, note }) {
          const { index, synonyms } = await store.open(orgId);
          const claims = claimsOf(body.claims);
          const now = context.now();
          const facets = facetsOf(body.facets);
          const filters = { ...(facets && { facets }), ...(body.languages?.length && { languages: body.languages }) };
          const search = {
            text: body.text,
            claims,
            filters,
            now,
            limit: body.most,
            offset: body.offset,
            facets: [...FACETS],
            ...(body.preferred && { preferred: body.preferred })
          };
          index.advance(now);
          const found = searchInWords(index, { ...search, vocabulary: visibleVocabulary(index, claims, NAMED) }, synonyms);
          const said = body.answer ? answer(index, search, synonyms) : undefined;
          note({ hits: found.total, answered: said?.answered ?? false });
          return {
            hits: found.hits.map(hitOf),
            total: found.total,
            nearest: found.nearest.map(hitOf),
            facets: Object.entries(found.facets).flatMap(([facet, counts]) => counts.map((count) => ({ facet, ...count }))),
            didYouMean: found.didYouMean?.text ?? null,
            sentences: (said?.sentences ?? []).map(({ text, id, place }) => ({ text, id, place: placeOf(place) }))
          };
        },

        async answerContent({ orgId, body, note }) {
          const { index, synonyms } = await store.open(orgId);
          const said = answer(
            index,
            { text: body.text, claims: claimsOf(body.claims), now: context.now(), ...(body.preferred && { preferred: body.preferred }) },
            synonyms
          );
          note({ answered: said.answered });
          return { ...said, sentences: said.sentences.map(({ text, id, place }) => ({ text, id, place: placeOf(place) })) };
        },

        async recommendContent({ orgId, body, note }) {
          const { index } = await store.open(orgId);
          const now = context.now();
          index.advance(now);
          const items = visible(index, claimsOf(body.claims));
          const preferred = body.preferred ?? [];
          const cards = recommend(
            undefined,
            items,
            {
              needs: body.needs.map(({ fact, ...need }) => ({ ...need, ...(fact && { fact }) })),
              history: body.history,
              past: Object.fromEntries(body.past.map(({ id, ...past }): [string, Past] => [id, past]))
            },
            {
              now,
              limit: items.length,
              curation: {
                pinned: items.filter(isPinned).map(({ id }) => id),
                buried: items.filter(isBuried).map(({ id }) => id)
              }
            }
          );
          note({ visible: items.length, cards: Math.min(cards.length, body.most) });
          const languageOf = new Map(items.map(({ id, language }) => [id, language]));
          return {
            items: cards
              .map((card) => {
                const foreign = preferred.length > 0 && !preferred.includes(languageOf.get(card.id)!);
                const contributions = foreign
                  ? [...card.contributions, { code: NOT_PREFERRED, points: OTHER_LANGUAGE_POINTS }]
                  : card.contributions;
                return {
                  id: card.id,
                  score: contributions.reduce((sum, { points }) => sum + points, 0),
                  contributions: contributions.map(contributionOf),
                  reason: contributionOf(card.reason)
                };
              })
              .sort((a, b) => b.score - a.score)
              .slice(0, body.most)
          };
        },

        async reindexContent({ orgId }) {
          if (!reindexing.has(orgId)) {
            reindexing.set(orgId, 0);
            void store
              .reindex(orgId, (done) => reindexing.set(orgId, done))
              .catch((error: unknown) => context.log.error({ err: error }, 'content could not be re-indexed'))
              .finally(() => reindexing.delete(orgId));
          }
          return { items: (await store.status(orgId)).items, reindexed: reindexing.get(orgId) ?? null };
        },

        async contentStatus({ orgId }) {
          return { items: (await store.status(orgId)).items, reindexed: reindexing.get(orgId) ?? null };
        }
      }
    };
  }
});

function visible(index: ContentIndex, claims: ReturnType<typeof claimsOf>) {
  return index
    .open(claims)
    .flatMap((segment) => [...segment.items])
    .flatMap((analysed) =>
      analysed
        ? [
            {
              id: analysed.item.id,
              language: analysed.language,
              facets: analysed.item.facets ?? {},
              ...(analysed.item.date && { date: analysed.item.date })
            }
          ]
        : []
    );
}

const hitOf = ({ id, score, passage, why }: Hit) => ({
  id,
  score,
  passage: passage?.text ?? null,
  headings: passage?.headings ?? null,
  place: passage ? placeOf(passage.place) : null,
  why: why.map(({ code }) => code)
});

const placeOf = ({ page, slide, sheet, seconds }: Place) => ({
  page: page ?? null,
  slide: slide ?? null,
  sheet: sheet ?? null,
  seconds: seconds ?? null
});

const contributionOf = ({ code, points, because, fact }: { code: string; points: number; because?: string; fact?: string }) => ({
  code,
  points,
  because: because ?? null,
  fact: fact ?? null
});

/** Names the field and what is wrong with it, never its value. */
function problemOf(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not an item';
}

function idOf(given: unknown): string {
  const id = given !== null && typeof given === 'object' && 'id' in given ? given.id : undefined;
  return typeof id === 'string' ? id.slice(0, 80) : '';
}
