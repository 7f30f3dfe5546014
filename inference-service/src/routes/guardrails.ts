import { Hono } from 'hono';
import { inspectRequestSchema, type InspectResponse } from '../contract/guardrails.ts';
import { PATHS } from '../contract/paths.ts';
import { screen } from '../guardrails/injection/screen.ts';
import { maskPersonalData } from '../guardrails/mask.ts';
import type { AppEnvironment } from '../http/environment.ts';
import { readJson } from '../http/json.ts';

export function guardrailRoutes(): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  app.post(PATHS.inspectText, async (c) => {
    const { text, types, language } = await readJson(c, inspectRequestSchema);
    const masked = maskPersonalData(text, types ?? undefined, language ?? undefined);
    const injection = screen(text);
    // Counts and verdict only: the log never holds what was found.
    Object.assign(c.get('facts'), { entities: masked.spans.length, verdict: injection.verdict });
    const entities = masked.spans.map(({ type, start, end, placeholder, score }) => ({
      type,
      startOffset: start,
      endOffset: end,
      placeholder,
      confidence: score
    }));
    return c.json({ requestId: c.get('requestId'), maskedText: masked.text, entities, injection } satisfies InspectResponse);
  });
  return app;
}
