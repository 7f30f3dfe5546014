import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * JSON lines on standard output, written in the background: a slow reader must not slow down requests. What is still
 * to be written is when the process exits.
 * Secrets have no business here; should one be passed by mistake it is cut out.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'inference-service' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: ['authorization', 'apiKey', 'token', '*.authorization', '*.apiKey', '*.token'], censor: '[removed]' }
  };
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: 250 }));
}

/** What a log may know of an error: its kind and its place. The message may quote what was sent. */
export function describeError(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), stack: frames.join('\n') };
}
