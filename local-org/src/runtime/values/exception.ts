import type { ApexType, ClassInfo } from '../type.ts';
import { platformType } from '../interning.ts';

/** What Apex shows when an exception was made without a message. */
export const DEFAULT_MESSAGE = 'Script-thrown exception';

/** One failed row inside a DmlException. */
export interface DmlError {
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** Object of the row, where there is one. */
  readonly object?: string;
}

// A stack deep enough to name the Apex frames under the library's own.
Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 60);

/** Every Apex exception. Emitted user exceptions extend it; platform ones are instances of it with a platform type. */
export class ApexException extends Error {
  /** Set on the prototype of emitted exception classes. */
  declare readonly classInfo: ClassInfo | undefined;
  private readonly platform: ApexType | null;
  apexMessage: string | null;
  apexCause: ApexException | null;
  /** Rows that failed, for DmlException and EmailException. */
  dml: readonly DmlError[] = [];
  /** Further properties of single platform exceptions (QueryException.getInaccessibleFields …). */
  details: Readonly<Record<string, unknown>> = {};

  constructor(type: ApexType | null = null, message: string | null = null, cause: ApexException | null = null) {
    super(message ?? DEFAULT_MESSAGE);
    this.platform = type;
    this.apexMessage = message;
    this.apexCause = cause;
  }

  get type(): ApexType {
    const type = this.platform ?? this.classInfo?.type;
    if (!type) throw new Error('An exception class was instantiated without its class information');
    return type;
  }

  /** Set while code has made the exception and not thrown it: then its text is that of an object. */
  private unthrown = false;

  /** The text an AuraHandledException was made with is for the component: Apex sees it only after `setMessage`. */
  private forComponent = false;

  /** What the built-in constructors of a user exception do: `()`, `(String)`, `(Exception)`, `(String, Exception)`. */
  initialize(...args: (string | ApexException | null)[]): this {
    for (const arg of args) {
      if (arg instanceof ApexException) this.apexCause = arg;
      else if (typeof arg === 'string') this.setMessage(arg);
    }
    this.forComponent = this.platform?.name === 'System.AuraHandledException';
    this.unthrown = true;
    return this;
  }

  markThrown(): this {
    this.unthrown = false;
    return this;
  }

  getMessage(): string {
    return this.forComponent ? DEFAULT_MESSAGE : (this.apexMessage ?? DEFAULT_MESSAGE);
  }

  setMessage(message: string | null): void {
    this.forComponent = false;
    this.apexMessage = message;
    this.message = message ?? DEFAULT_MESSAGE;
  }

  /** `System.NullPointerException: Attempt to …`, also what an uncaught one prints; `NullPointerException:[]: …` before it is thrown. */
  override toString(): string {
    return this.unthrown
      ? `${this.type.name.replace(/^System\./, '')}:[]: ${this.getMessage()}`
      : `${this.type.name}: ${this.getMessage()}`;
  }
}

/** Throws a platform exception. Declared to return a value so that it can end an expression. */
export function throwApex(typeName: string, message: string, cause: ApexException | null = null): never {
  throw new ApexException(platformType(typeName), message, cause);
}

/** The NullPointerException of a null argument to a library method. */
export function requireArgument<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return value as T;
}
