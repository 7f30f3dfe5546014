/**
 * Sends requests from a process of its own and reports what came back. Plain sockets and bodies made beforehand, so
 * that the generator takes less of the machine than what it measures. Order as JSON in argv[2], report through IPC.
 */
import { connect, type Socket } from 'node:net';
import { KEY_MARK, scoreBodies } from './bodies.ts';

export type LoadOrder = {
  port: number;
  path: string;
  headers: Record<string, string>;
  connections: number;
  /** Stop after so many requests or seconds, whichever comes first. */
  requests: number;
  seconds: number;
  /** Requests a second, sent when they are due whether earlier ones were answered or not; without it, as fast as answers come. */
  rate?: number;
  /** First number for the keys; runs against one database must not overlap. */
  firstKey: number;
  differentBodies: number;
};

export type LoadReport = {
  seconds: number;
  /** Requests by status; "cut" is a connection that ended without an answer, "refused" one that was never accepted. */
  statuses: Record<string, number>;
  /** From when a request was due to its last byte, in ms. */
  p50: number;
  p99: number;
  worst: number;
  /** Processor seconds the generator itself took. */
  processorSeconds: number;
};

type Connection = { socket: Socket; sentDue: number | undefined; buffer: Buffer; open: boolean; answered: boolean };

const PATIENCE_MS = 30_000;

export function load(order: LoadOrder): Promise<LoadReport> {
  const templates = requestTemplates(order);
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  const idle: Connection[] = [];
  /** When each request that waits for a connection was due. */
  const backlog: number[] = [];
  const started = performance.now();
  let sent = 0;
  let ended = 0;
  let connections = 0;
  let timer: NodeJS.Timeout | undefined;

  return new Promise((resolve) => {
    let gone = false;
    const over = () => gone || sent >= order.requests || performance.now() - started >= order.seconds * 1000;
    const count = (status: string) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      ended += 1;
    };
    const finishIfDone = () => {
      if (!over() || ended < sent) return;
      clearInterval(timer);
      clearTimeout(deadline);
      for (const { socket } of all) socket.destroy();
      latencies.sort((a, b) => a - b);
      const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
      const { user, system } = process.cpuUsage();
      resolve({
        seconds: (performance.now() - started) / 1000,
        statuses,
        p50: at(0.5),
        p99: at(0.99),
        worst: latencies.at(-1) ?? 0,
        processorSeconds: (user + system) / 1e6
      });
    };
    const all: Connection[] = [];
    const deadline = setTimeout(
      () => {
        for (const connection of all) connection.socket.destroy();
      },
      order.seconds * 1000 + PATIENCE_MS
    );

    const next = (connection: Connection) => {
      if (!connection.open) return;
      if (order.rate !== undefined) {
        const due = backlog.shift();
        if (due === undefined) idle.push(connection);
        else send(connection, due);
      } else if (over()) finishIfDone();
      else {
        sent += 1;
        send(connection, performance.now());
      }
    };
    const send = (connection: Connection, due: number) => {
      connection.sentDue = due;
      const number = order.firstKey + sentNumbers++;
      const { bytes, keyAt } = templates[number % templates.length]!;
      bytes.write(String(number).padStart(KEY_MARK.length, '0'), keyAt, 'latin1');
      // Copied: the socket may keep the bytes while the template gets its next number.
      connection.socket.write(Buffer.from(bytes));
    };
    let sentNumbers = 0;

    const open = () => {
      connections += 1;
      const socket = connect({ port: order.port, host: '127.0.0.1', noDelay: true });
      const connection: Connection = { socket, sentDue: undefined, buffer: Buffer.alloc(0), open: true, answered: false };
      all.push(connection);
      socket.on('connect', () => next(connection));
      socket.on('data', (chunk: Buffer) => {
        connection.buffer = connection.buffer.length === 0 ? chunk : Buffer.concat([connection.buffer, chunk]);
        const answer = readAnswer(connection.buffer);
        if (!answer) return;
        connection.buffer = connection.buffer.subarray(answer.length);
        latencies.push(performance.now() - connection.sentDue!);
        connection.sentDue = undefined;
        connection.answered = true;
        count(answer.status);
        finishIfDone();
        if (answer.close) socket.end();
        else next(connection);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        connection.open = false;
        connections -= 1;
        const position = idle.indexOf(connection);
        if (position >= 0) idle.splice(position, 1);
        if (connection.sentDue !== undefined) count(connection.answered || socket.bytesRead > 0 ? 'cut on reuse' : 'cut');
        else if (!connection.answered) refusals += 1;
        // Nobody listens any more: what waits cannot be sent, what was sent may still be answered.
        if (refusals > order.connections && !gone) {
          gone = true;
          sent -= backlog.length;
          backlog.length = 0;
        }
        finishIfDone();
        if (!over()) open();
      });
    };
    let refusals = 0;

    for (let i = 0; i < order.connections; i += 1) open();
    if (order.rate !== undefined) {
      const interval = 1000 / order.rate;
      timer = setInterval(() => {
        const now = performance.now();
        while (!over() && started + sent * interval <= now) {
          const due = started + sent * interval;
          sent += 1;
          const connection = idle.pop();
          if (connection) send(connection, due);
          else {
            backlog.push(due);
            if (connections < order.connections * 8) open();
          }
        }
        finishIfDone();
      }, 1);
    }
  });
}

function requestTemplates(order: LoadOrder): { bytes: Buffer; keyAt: number }[] {
  return scoreBodies(order.differentBodies).map((body) => {
    const headers = { Host: `127.0.0.1:${order.port}`, 'Content-Type': 'application/json', ...order.headers };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const bytes = Buffer.from(`POST ${order.path} HTTP/1.1\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return { bytes, keyAt: bytes.indexOf(KEY_MARK) };
  });
}

/** Status and length of the first answer in the bytes so far; undefined while it is incomplete. */
function readAnswer(bytes: Buffer): { status: string; length: number; close: boolean } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error('the load generator reads only answers that say their length');
  const whole = headEnd + 4 + Number(length);
  return bytes.length < whole ? undefined : { status: head.slice(9, 12), length: whole, close: /\r\nconnection: close/i.test(head) };
}

if (import.meta.main) {
  const order = JSON.parse(process.argv[2]!) as LoadOrder;
  process.send!(await load(order));
}
