import type { z } from 'zod';
import type { Trace } from '../telemetry/trace.ts';

/** A prompt filled in. */
export type ModelRequest<Output> = {
  system: string;
  user: string;
  /** Name and shape of the answer; the provider is asked for exactly this and the answer is checked against it. */
  outputName: string;
  output: z.ZodType<Output>;
  maxTokens: number;
};

export type Completion<Output> = { output: Output; tokensIn: number; tokensOut: number };

/** Something that writes text. It may fail in any way; whoever asks has a template to fall back on. */
export type LanguageProvider = {
  name: 'openai';
  model: string;
  complete<Output>(request: ModelRequest<Output>, signal: AbortSignal, trace?: Trace): Promise<Completion<Output>>;
};

/** The provider answered, but not with what was asked for. Tokens were spent all the same. */
export class UnusableCompletionError extends Error {
  readonly tokensIn: number;
  readonly tokensOut: number;

  constructor(message: string, usage: { tokensIn: number; tokensOut: number }, cause?: unknown) {
    super(message, { cause });
    this.name = 'UnusableCompletionError';
    this.tokensIn = usage.tokensIn;
    this.tokensOut = usage.tokensOut;
  }
}
