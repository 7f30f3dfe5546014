import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { traceparentOf, type Trace } from '../telemetry/trace.ts';
import { UnusableCompletionError, type Completion, type LanguageProvider, type ModelRequest } from './provider.ts';

export type LanguageConfig = {
  /** Undefined: the OpenAI API. */
  baseUrl: string | undefined;
  apiKey: string;
  model: string;
  timeoutMs: number;
  retries: number;
};

/** Any endpoint that speaks the OpenAI chat protocol with JSON-schema answers. */
export function createOpenAiProvider(config: LanguageConfig): LanguageProvider {
  const client = new OpenAI({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    timeout: config.timeoutMs,
    maxRetries: config.retries,
    // The client would take these from the environment; only our own configuration counts.
    organization: null,
    project: null,
    logLevel: 'off'
  });
  return {
    name: 'openai',
    model: config.model,
    async complete<Output>(request: ModelRequest<Output>, signal: AbortSignal, trace?: Trace): Promise<Completion<Output>> {
      const completion = await client.chat.completions.create(
        {
          model: config.model,
          messages: [
            { role: 'system', content: request.system },
            { role: 'user', content: request.user }
          ],
          response_format: zodResponseFormat(request.output, request.outputName),
          max_completion_tokens: request.maxTokens
        },
        { signal, headers: trace ? { traceparent: traceparentOf(trace) } : {} }
      );
      const usage = { tokensIn: tokens(completion.usage?.prompt_tokens), tokensOut: tokens(completion.usage?.completion_tokens) };
      const choice = completion.choices?.[0];
      if (choice?.finish_reason !== 'stop') throw new UnusableCompletionError(`ended with ${choice?.finish_reason ?? 'no choice'}`, usage);
      let json: unknown;
      try {
        json = JSON.parse(choice.message?.content ?? '');
      } catch (error) {
        throw new UnusableCompletionError('is not JSON', usage, error);
      }
      const parsed = request.output.safeParse(json);
      if (!parsed.success) throw new UnusableCompletionError('does not fit the schema', usage, parsed.error);
      return { output: parsed.data, ...usage };
    }
  };
}

/** Counts from outside: absent, negative or absurd ones count as none. */
function tokens(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9 ? value : 0;
}
