// What is compared with: the same framework and HTTP server, reading JSON and answering it, and nothing else.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Usage } from './processes.ts';

const app = new Hono();
app.post('/echo', async (c) => c.json(await c.req.json()));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send!({ port }));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!({ processorSeconds: (user + system) / 1e6, residentMegabytes: process.memoryUsage().rss / 2 ** 20 } satisfies Usage);
});
process.on('SIGTERM', () => process.exit(0));
