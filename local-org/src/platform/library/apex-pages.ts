import { callMethod } from '../../runtime/call.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import { enumConstant } from '../../runtime/values/enum.ts';
import type { ApexEnum } from '../../runtime/values/enum.ts';
import type { ApexException } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { beanMethods } from './members.ts';
import { currentPage } from './page-reference.ts';

const MESSAGE = platformType('ApexPages.Message');
const MESSAGES = Symbol('page messages');

class Message {
  readonly severity: ApexEnum;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly component: string | null;

  constructor(severity: ApexEnum, summary: string | null, detail: string | null = summary, component: string | null = null) {
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
    this.component = component;
  }

  toString(): string {
    return `ApexPages.Message["${this.summary ?? ''}"]`;
  }
}

/** Messages of the page's one request, which is the transaction. */
function messages(): Message[] {
  const { slots } = current();
  if (!slots.has(MESSAGES)) slots.set(MESSAGES, []);
  return slots.get(MESSAGES) as Message[];
}

/** One message per row that failed, or the exception's own. */
function addMessagesOf(exception: ApexException): void {
  const error = enumConstant('ApexPages.Severity', 'ERROR');
  const rows = exception.dml.map(({ message }) => message);
  const texts = rows.length > 0 ? rows : [callMethod(exception, 'getMessage', []) as string | null];
  messages().push(...texts.map((text) => new Message(error, text)));
}

defineType({
  name: 'System.ApexPages',
  statics: {
    addMessage: (message: Message) => {
      messages().push(message);
      return null;
    },
    addMessages: (exception: ApexException) => {
      addMessagesOf(exception);
      return null;
    },
    currentPage,
    getMessages: () => new ApexList(MESSAGE, [...messages()]),
    hasMessages: (severity?: ApexEnum) => messages().some((message) => severity === undefined || message.severity === severity)
  }
});

defineType({
  name: 'ApexPages.Message',
  jsClass: Message,
  constructors: {
    '*': (_type: unknown, ...values: unknown[]) => new Message(...(values as ConstructorParameters<typeof Message>))
  },
  methods: {
    getComponentLabel: (self: Message) => self.component,
    getDetail: (self: Message) => self.detail,
    getSeverity: (self: Message) => self.severity,
    getSummary: (self: Message) => self.summary
  }
});

class SelectOption {
  value: string;
  label: string;
  disabled: boolean;
  escapeItem = true;

  constructor(value: string, label: string, disabled = false) {
    this.value = value;
    this.label = label;
    this.disabled = disabled;
  }

  apexKey(): string {
    return `${this.value}\0${this.label}\0${this.disabled}`;
  }

  toString(): string {
    return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.disabled}"]`;
  }
}

defineType({
  name: 'System.SelectOption',
  jsClass: SelectOption,
  constructors: {
    '*': (_type: unknown, ...values: unknown[]) => new SelectOption(...(values as ConstructorParameters<typeof SelectOption>))
  },
  methods: beanMethods('value', 'label', 'disabled', 'escapeItem')
});
