import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ChatRequest = { model: string; messages: { role: string; content: string }[]; response_format?: { type: string } };

export type FakeLanguageServer = {
  baseUrl: string;
  /** What it was asked, in order. */
  asked: ChatRequest[];
  /** How it answers from now on. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
};

export type Behaviour = (request: ChatRequest, response: ServerResponse) => void | Promise<void>;

export const HONEST = {
  managerText: 'A solid registration with clear value, recommended for a closer look by the team.',
  replyDraft: 'Hello,\nthank you for registering [PROSPECT].\nKind regards\nYour channel team'
};

/** An answer in the protocol, with any content and ending. */
export function answer(content: unknown, finish = 'stop'): Behaviour {
  return (request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'chat-1',
        object: 'chat.completion',
        created: 1,
        model: request.model,
        choices: [
          {
            index: 0,
            finish_reason: finish,
            message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) }
          }
        ],
        usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 }
      })
    );
  };
}

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => {
    response.writeHead(code, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: 'fault on purpose', type: 'test' } }));
  };
}

/** Speaks enough of the OpenAI chat protocol to be honest or broken in every way the service must survive. */
export async function startFakeLanguageServer(): Promise<FakeLanguageServer> {
  const asked: ChatRequest[] = [];
  let behaviour: Behaviour = answer(HONEST);
  const server = createServer((request, response) => {
    void read(request).then(async (body) => {
      const chat = JSON.parse(body) as ChatRequest;
      asked.push(chat);
      await behaviour(chat, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
      asked.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
