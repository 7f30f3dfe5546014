import type { ErrorCode } from './contract/errors.ts';

/** One place says which HTTP status a code has. 4xx: the caller must change something; 429 and 5xx: try again later. */
export const STATUS = {
  invalid_json: 400,
  invalid_request: 422,
  invalid_item: 422,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  not_trainable: 422,
  rate_limited: 429,
  busy: 503,
  unavailable: 503,
  internal: 500
} as const satisfies Record<ErrorCode, number>;

export type ErrorStatus = (typeof STATUS)[ErrorCode];

type ServiceErrorOptions = {
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** Extra response headers, such as Allow. */
  headers?: Record<string, string>;
  cause?: unknown;
};

/** The one error type of the service. Its message reaches the caller, so it never holds input or model text. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly status: ErrorStatus;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, message: string, options: ServiceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.status = STATUS[code];
    this.headers = { ...options.headers, ...(options.retryAfter ? { 'Retry-After': String(options.retryAfter) } : {}) };
  }
}
