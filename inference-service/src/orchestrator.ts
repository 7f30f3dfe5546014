import type { Logger } from 'pino';
import type { DealAnswers } from './agents/deal-scoring/index.ts';
import type { ScoreDealsEnvelope } from './contract/deal-scoring.ts';
import { createGate } from './http/limits.ts';
import type { Trace } from './telemetry/trace.ts';

/** What an agent may know about the call it serves. */
export type AgentContext = {
  orgId: string;
  requestId: string;
  trace: Trace | undefined;
  signal: AbortSignal;
  log: () => Logger;
};

export type Agent<Input, Output> = (input: Input, context: AgentContext) => Promise<Output>;

/** What happened in the portal → what is asked → what is answered. A new capability adds a line here. */
export type Agents = {
  'deals.registered': Agent<ScoreDealsEnvelope, DealAnswers>;
};

export type Orchestrator = {
  run<Event extends keyof Agents>(
    event: Event,
    input: Parameters<Agents[Event]>[0],
    context: AgentContext
  ): Promise<Awaited<ReturnType<Agents[Event]>>>;
};

const RETRY_AFTER_SECONDS = 2;

/** Sends an event to its agent, at most `concurrency` at a time for each event. */
export function createOrchestrator(agents: Agents, concurrency: Record<keyof Agents, number>): Orchestrator {
  const gates = new Map(Object.entries(concurrency).map(([event, limit]) => [event, createGate(limit, RETRY_AFTER_SECONDS)]));
  return {
    run(event, input, context) {
      const gate = gates.get(event);
      if (!gate) throw new Error(`no agent for ${event}`);
      const agent = agents[event] as Agent<typeof input, Awaited<ReturnType<Agents[typeof event]>>>;
      return gate.run(() => agent(input, { ...context, log: () => context.log().child({ event }) }));
    }
  };
}
