import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Org } from '../../org.ts';
import type { LocalPlatform } from '../../platform/local-platform.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { mayListen } from './access.ts';
import { fieldValueToJson } from './field-values.ts';
import { HttpError } from './http-error.ts';

const KEEP_ALIVE_MS = 15_000;

/** Platform events of one channel (`/event/Name__e`) as a server-sent event stream, for `lightning/empApi`. */
export function eventStream(org: Org, userId: string, c: Context): Response {
  const name = /^\/event\/(\w+)$/.exec(c.req.query('channel') ?? '')?.[1];
  const object = name ? org.model.objects.get(name.toLowerCase()) : undefined;
  if (object?.kind !== 'platformEvent') throw new HttpError(404, `There is no channel ${c.req.query('channel') ?? ''}.`);
  const allowed = org.platform.transaction({ userId, quiddity: 'AURA' }, () => mayListen(object));
  if (!allowed) throw new HttpError(403, `You do not have access to ${object.label}.`);

  return streamSSE(c, async (stream) => {
    let wake: () => void = () => undefined;
    const waiting: SObject[] = [];
    const stop = (org.platform as LocalPlatform).events.listen((event) => {
      if (event.objectName !== object.name) return;
      waiting.push(event);
      wake();
    });
    stream.onAbort(() => {
      stop();
      wake();
    });
    await stream.write(': open\n\n');
    while (!stream.aborted) {
      for (const event of waiting.splice(0)) await stream.writeSSE({ data: JSON.stringify(eventJson(event)) });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, KEEP_ALIVE_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (!stream.aborted && waiting.length === 0) await stream.write(': still here\n\n');
    }
  });
}

function eventJson(event: SObject): unknown {
  const payload = Object.fromEntries(
    [...event.values].filter(([name]) => name !== 'ReplayId').map(([name, value]) => [name, fieldValueToJson(value)])
  );
  return { payload, event: { replayId: Number(event.get('ReplayId') ?? 0) } };
}
