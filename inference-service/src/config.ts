import { z } from 'zod';
import { capabilities } from './capabilities/index.ts';
import { readTokens, type Tokens } from './http/tokens.ts';
import type { LanguageConfig } from './language/openai.ts';
import { choice, fraction, megabytes, optional, secret, SettingError, text, whole, type Environment, type Setting } from './settings.ts';

/** What holds for the whole service. Read once at start; a mistake stops the start with the variable's name. */
const settings = {
  host: text('HOST', '127.0.0.1', 'where to listen; `0.0.0.0` in a container'),
  port: whole('PORT', 8080, [0, 65_535], 'where to listen'),
  databaseUrl: secret(
    'DATABASE_URL',
    z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://'),
    'PostgreSQL 15 or later; needed for more than one replica'
  ),
  databasePool: whole('DATABASE_POOL', 10, [1, 200], 'connections per replica'),
  dataFolder: text(
    'DATA_FOLDER',
    '.cache/inference-service',
    "embedded database when there is no `DATABASE_URL`; `memory` to keep nothing (for tests: a day's answers stay in memory); one process per folder"
  ),
  languageModel: optional('LANGUAGE_MODEL', z.string(), 'model; needed to use one'),
  languageApiKey: secret('LANGUAGE_API_KEY', z.string(), 'key; needed to use a model (any text if the endpoint wants none)'),
  languageBaseUrl: optional(
    'LANGUAGE_BASE_URL',
    z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).refine(isPrivateInTransit, {
      error: 'plain http is allowed for this machine only; what is sent must be encrypted on its way'
    }),
    'any OpenAI-compatible endpoint over https, or over http on this machine; without it the OpenAI API'
  ),
  languageTimeoutMs: whole('LANGUAGE_TIMEOUT_MS', 8_000, [10, 120_000], 'for one call to the model'),
  languageRetries: whole('LANGUAGE_RETRIES', 1, [0, 5], 'of one call to the model'),
  languageBudgetMs: whole('LANGUAGE_BUDGET_MS', 20_000, [10, 120_000], 'a request that asks the model is answered within it'),
  languageConcurrency: whole('LANGUAGE_CONCURRENCY', 8, [1, 64], 'calls to the model at once'),
  usdPerMillionIn: fraction('LANGUAGE_USD_PER_MILLION_IN', 0, [0, 10_000], 'price, for `costUsd`'),
  usdPerMillionOut: fraction('LANGUAGE_USD_PER_MILLION_OUT', 0, [0, 10_000], 'price, for `costUsd`'),
  // A full batch, 100 deals with 200 candidates each, is 4 to 8 MB; Apex cannot send more than 12.
  bodyLimitBytes: megabytes('BODY_LIMIT_MB', 12, 64, 'largest body, where an operation has no limit of its own'),
  requestTimeoutMs: whole('REQUEST_TIMEOUT_MS', 60_000, [10, 600_000], 'longest answer, where an operation has no limit of its own'),
  requestsPerMinute: whole('REQUESTS_PER_MINUTE', 600, [1, 1_000_000], 'per org and replica; more are answered 429'),
  drainTimeoutMs: whole('DRAIN_TIMEOUT_MS', 20_000, [0, 600_000], 'time for work under way after SIGTERM or SIGINT'),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
    'one JSON line per request on standard output, never bodies'
  )
};

type Values = { [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]['read']> };

export type Config = Values & {
  tokens: Tokens;
  language: LanguageConfig | undefined;
  /** The value of a setting that a capability declares. */
  setting: SettingValues;
};

export type SettingValues = <Value>(setting: Setting<Value>) => Value;

export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`The service cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Every setting there is, general ones first. */
export function allSettings(): Setting<unknown>[] {
  return [...Object.values(settings), ...capabilities.flatMap((capability) => capability.settings)];
}

export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const values = new Map<Setting<unknown>, unknown>();
  for (const setting of allSettings())
    values.set(
      setting,
      attempt(() => setting.read(environment))
    );
  const general = Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, values.get(setting)])) as Values;
  const tokens = attempt(() => readTokens(environment));
  const language = problems.length > 0 ? undefined : attempt(() => readLanguage(general));
  if (problems.length > 0 || !tokens) throw new ConfigError(problems);
  return {
    ...general,
    tokens,
    language,
    setting<Value>(setting: Setting<Value>) {
      if (!values.has(setting)) throw new Error(`${setting.name} is not among the settings of any capability`);
      return values.get(setting) as Value;
    }
  };
}

/** Whether nobody on the way could read it: over https, or without leaving the machine. */
function isPrivateInTransit(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function readLanguage(values: Values): LanguageConfig | undefined {
  const { languageModel: model, languageApiKey: apiKey, languageBaseUrl: baseUrl } = values;
  if (!apiKey && !baseUrl && !model) return undefined;
  if (!model) throw new SettingError('LANGUAGE_MODEL', 'needed when a language provider is configured');
  if (!apiKey) {
    const hint = 'needed when a language provider is configured (any text if the endpoint wants none)';
    throw new SettingError('LANGUAGE_API_KEY', hint);
  }
  return { baseUrl, apiKey, model, timeoutMs: values.languageTimeoutMs, retries: values.languageRetries };
}
