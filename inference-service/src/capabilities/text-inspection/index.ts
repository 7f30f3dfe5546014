import { defineCapability, json } from '../capability.ts';
import { inspectRequestSchema, inspectResponseSchema } from './contract.ts';

export const textInspection = defineCapability({
  name: 'text-inspection',
  title: 'Guardrails',
  subject: 'inspecting text',
  operations: {
    inspectText: {
      method: 'POST',
      path: '/v1/guardrails/inspect',
      summary: 'Mask personal data and screen for injection',
      description:
        'Finds people, addresses, numbers and secrets in English, German, French and Spanish text, replaces them by placeholders such as [PERSON_1], and says whether the text tries to instruct a language model. Offsets count UTF-16 code units. Nothing is stored.',
      scope: 'inspection',
      event: 'text.inspected',
      body: json(inspectRequestSchema),
      answer: { description: 'Masked text, what was found, and a verdict', schema: inspectResponseSchema }
    }
  },
  create: ({ inspector }) => ({
    handlers: {
      async inspectText(call) {
        const { body, note } = call;
        const { text, types, language } = body;
        const { masked, injection } = await inspector.inspect({ text, types: types ?? undefined, language: language ?? undefined }, call);
        // Counts and verdict only: the log never holds what was found.
        note({ entities: masked.spans.length, verdict: injection.verdict });
        const entities = masked.spans.map(({ type, start, end, placeholder, score }) => ({
          type,
          startOffset: start,
          endOffset: end,
          placeholder,
          confidence: score
        }));
        return { maskedText: masked.text, entities, injection };
      }
    }
  })
});
