import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Everything the service can be told from outside. Read once at start; a mistake stops the start with the variable's name. */
const number = (fallback: number, lowest: number, highest: number) => z.coerce.number().min(lowest).max(highest).default(fallback);
const whole = (fallback: number, lowest: number, highest: number) => z.coerce.number().int().min(lowest).max(highest).default(fallback);

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(8080, 0, 65535),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  TOKENS: z.string().optional(),
  TOKENS_FILE: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  DATABASE_POOL: whole(10, 1, 200),
  DATA_FOLDER: z.string().default('.cache/inference-service'),
  // A full batch, 100 deals with 200 candidates each, is 4 to 8 MB; Apex cannot send more than 12.
  BODY_LIMIT_MB: number(12, 0.001, 64),
  TRAIN_BODY_LIMIT_MB: number(64, 0.001, 512),
  REQUEST_TIMEOUT_MS: whole(60_000, 10, 600_000),
  TRAIN_TIMEOUT_MS: whole(600_000, 10, 3_600_000),
  TRAIN_CONCURRENCY: whole(1, 1, 16),
  SCORE_CONCURRENCY: whole(32, 1, 1000),
  REQUESTS_PER_MINUTE: whole(600, 1, 1_000_000),
  DRAIN_TIMEOUT_MS: whole(20_000, 0, 600_000),
  LANGUAGE_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LANGUAGE_API_KEY: z.string().optional(),
  LANGUAGE_MODEL: z.string().optional(),
  LANGUAGE_TIMEOUT_MS: whole(8_000, 10, 120_000),
  LANGUAGE_BUDGET_MS: whole(20_000, 10, 120_000),
  LANGUAGE_RETRIES: whole(1, 0, 5),
  LANGUAGE_CONCURRENCY: whole(8, 1, 64),
  LANGUAGE_USD_PER_MILLION_IN: number(0, 0, 10_000),
  LANGUAGE_USD_PER_MILLION_OUT: number(0, 0, 10_000)
});

export type LanguageConfig = {
  baseUrl: string | undefined;
  apiKey: string;
  model: string;
  timeoutMs: number;
  retries: number;
};

export type Config = {
  host: string;
  port: number;
  logLevel: string;
  /** Org id to SHA-256 (hex) of each token it may use; several at once so that a token can be replaced without an outage. */
  tokens: Map<string, string[]>;
  databaseUrl: string | undefined;
  databasePool: number;
  dataFolder: string;
  bodyLimitBytes: number;
  trainBodyLimitBytes: number;
  requestTimeoutMs: number;
  trainTimeoutMs: number;
  trainConcurrency: number;
  scoreConcurrency: number;
  requestsPerMinute: number;
  drainTimeoutMs: number;
  language: LanguageConfig | undefined;
  languageBudgetMs: number;
  languageConcurrency: number;
  usdPerMillionIn: number;
  usdPerMillionOut: number;
};

export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`The service cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const MEGABYTE = 1024 * 1024;

export function readConfig(environment: Record<string, string | undefined>): Config {
  // A variable set to nothing, as compose files like to do, counts as not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    tokens: readTokens(env.TOKENS, env.TOKENS_FILE),
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    dataFolder: env.DATA_FOLDER,
    bodyLimitBytes: Math.floor(env.BODY_LIMIT_MB * MEGABYTE),
    trainBodyLimitBytes: Math.floor(env.TRAIN_BODY_LIMIT_MB * MEGABYTE),
    requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    trainTimeoutMs: env.TRAIN_TIMEOUT_MS,
    trainConcurrency: env.TRAIN_CONCURRENCY,
    scoreConcurrency: env.SCORE_CONCURRENCY,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    drainTimeoutMs: env.DRAIN_TIMEOUT_MS,
    language: readLanguage(env),
    languageBudgetMs: env.LANGUAGE_BUDGET_MS,
    languageConcurrency: env.LANGUAGE_CONCURRENCY,
    usdPerMillionIn: env.LANGUAGE_USD_PER_MILLION_IN,
    usdPerMillionOut: env.LANGUAGE_USD_PER_MILLION_OUT
  };
}

const hashSchema = z.string().regex(/^(sha256:)?[0-9a-f]{64}$/i);
const tokensFileSchema = z.record(z.string().min(1).max(80), z.array(hashSchema).min(1));

/** `TOKENS` is `orgId:sha256hex` separated by commas; the file is `{ "orgId": ["sha256hex", …] }`. Never the tokens themselves. */
function readTokens(list: string | undefined, file: string | undefined): Map<string, string[]> {
  const tokens = new Map<string, string[]>();
  const add = (orgId: string, hash: string) =>
    tokens.set(orgId, [...(tokens.get(orgId) ?? []), hash.toLowerCase().replace(/^sha256:/, '')]);

  for (const [position, entry] of (list ?? '').split(',').entries()) {
    if (entry.trim() === '') continue;
    const separator = entry.indexOf(':');
    const orgId = entry.slice(0, separator).trim();
    const hash = entry.slice(separator + 1).trim();
    if (separator < 1 || !hashSchema.safeParse(hash).success) {
      throw new ConfigError([`TOKENS: entry ${position + 1} is not orgId:sha256 (64 hexadecimal digits)`]);
    }
    add(orgId, hash);
  }
  if (file) {
    for (const [orgId, hashes] of Object.entries(readTokensFile(file))) for (const hash of hashes) add(orgId, hash);
  }
  if (tokens.size === 0) throw new ConfigError(['TOKENS or TOKENS_FILE: at least one org with a token hash is needed']);
  return tokens;
}

function readTokensFile(file: string): z.infer<typeof tokensFileSchema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A JSON error message quotes the file, which is close enough to a secret to keep quiet about.
    const reason =
      error instanceof SyntaxError ? 'is not valid JSON' : `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
    throw new ConfigError([`TOKENS_FILE: ${reason}`]);
  }
  const parsed = tokensFileSchema.safeParse(content);
  if (!parsed.success) throw new ConfigError(['TOKENS_FILE: must be { "orgId": ["sha256 of a token in hexadecimal", …] }']);
  return parsed.data;
}

function readLanguage(env: z.infer<typeof environmentSchema>): LanguageConfig | undefined {
  if (!env.LANGUAGE_API_KEY && !env.LANGUAGE_BASE_URL && !env.LANGUAGE_MODEL) return undefined;
  if (!env.LANGUAGE_MODEL) throw new ConfigError(['LANGUAGE_MODEL: needed when a language provider is configured']);
  if (!env.LANGUAGE_API_KEY)
    throw new ConfigError(['LANGUAGE_API_KEY: needed when a language provider is configured (any text if the endpoint wants none)']);
  return {
    baseUrl: env.LANGUAGE_BASE_URL,
    apiKey: env.LANGUAGE_API_KEY,
    model: env.LANGUAGE_MODEL,
    timeoutMs: env.LANGUAGE_TIMEOUT_MS,
    retries: env.LANGUAGE_RETRIES
  };
}
