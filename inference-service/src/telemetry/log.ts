import { pino, type DestinationStream, type Logger } from 'pino';

/** JSON lines on standard output. Secrets have no business here; should one be passed by mistake it is cut out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'inference-service' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: ['authorization', 'apiKey', 'token', '*.authorization', '*.apiKey', '*.token'], censor: '[removed]' }
  };
  return destination ? pino(options, destination) : pino(options);
}
