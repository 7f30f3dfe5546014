import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import type { ApexBlob } from '../../runtime/values/blob.ts';
import { ApexException, throwApex } from '../../runtime/values/exception.ts';
import { enumConstant } from '../../runtime/values/enum.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { ApexSet } from '../../runtime/values/set.ts';
import { consume } from '../limits.ts';
import { EmailFailure, recordEmail } from '../email.ts';
import { renderTemplate } from '../email-template.ts';
import { notify } from '../notifications.ts';
import { selectRows } from '../rows.ts';
import { component, componentsOf } from '../xml.ts';
import { beanMethods, fieldProperties, strings } from './members.ts';

/** Messaging.SingleEmailMessage. */
export class SingleEmail {
  toAddresses: ApexList | null = null;
  ccAddresses: ApexList | null = null;
  bccAddresses: ApexList | null = null;
  subject: string | null = null;
  plainTextBody: string | null = null;
  htmlBody: string | null = null;
  replyTo: string | null = null;
  senderDisplayName: string | null = null;
  targetObjectId: ApexId | null = null;
  whatId: ApexId | null = null;
  templateId: ApexId | null = null;
  orgWideEmailAddressId: ApexId | null = null;
  saveAsActivity: boolean | null = true;
  useSignature: boolean | null = true;
  bccSender: boolean | null = false;
  treatTargetObjectAsRecipient: boolean | null = true;
  fileAttachments: ApexList | null = null;
  entityAttachments: ApexList | null = null;
  charset: string | null = null;
  inReplyTo: string | null = null;
  references: string | null = null;
  emailPriority: string | null = null;
  optOutPolicy: string | null = null;
  treatBodiesAsTemplate: boolean | null = false;
}

const EMAIL_FIELDS = Object.keys(new SingleEmail());
const FLAGS = ['treatTargetObjectAsRecipient', 'treatBodiesAsTemplate'] as const;

class EmailAttachment {
  body: ApexBlob | null = null;
  contentType: string | null = null;
  fileName: string | null = null;
  inline: boolean | null = false;
}

class SendResult {
  readonly failure: EmailFailure | null;
  constructor(failure: EmailFailure | null) {
    this.failure = failure;
  }
}

function sendEmail(messages: ApexList, allOrNone = true): ApexList {
  consume('emailInvocations');
  const results = messages.items.map((message, index) => {
    try {
      recordEmail(message as SingleEmail);
      return new SendResult(null);
    } catch (error) {
      if (!(error instanceof EmailFailure)) throw error;
      if (allOrNone) throw emailException(error, index);
      return new SendResult(error);
    }
  });
  return new ApexList(platformType('Messaging.SendEmailResult'), results);
}

function emailException(failure: EmailFailure, index: number): ApexException {
  const exception = new ApexException(
    platformType('System.EmailException'),
    `SendEmail failed. First exception on row ${index}; first error: ${failure.statusCode}, ${failure.message}: []`
  );
  exception.dml = [{ index, id: null, statusCode: failure.statusCode, message: failure.message, fields: [] }];
  return exception;
}

/** A message with the bodies of a template, for the caller to send or to read. */
function renderStored(templateId: string, whoId: string | null, whatId: string | null): SingleEmail {
  const [who, what] = [whoId, whatId].map((id) => (id === null ? null : ApexId.of(id)));
  const rendered = renderTemplate(ApexId.of(templateId), who!, what!);
  if (!rendered) return throwApex('System.EmailException', `Invalid template id: ${templateId}`);
  const message = new SingleEmail();
  message.subject = rendered.subject;
  message.plainTextBody = rendered.plainText;
  message.htmlBody = rendered.html;
  message.targetObjectId = who!;
  message.whatId = what!;
  return message;
}

const email = { methods: beanMethods(...EMAIL_FIELDS), properties: fieldProperties(...EMAIL_FIELDS) };
defineType({ name: 'Messaging.Email', ...email });
defineType({
  name: 'Messaging.SingleEmailMessage',
  jsClass: SingleEmail,
  constructors: { '*': () => new SingleEmail() },
  methods: {
    ...email.methods,
    ...Object.fromEntries(FLAGS.map((name) => [`is${name[0]!.toUpperCase()}${name.slice(1)}`, (self: SingleEmail) => self[name]]))
  },
  properties: email.properties
});

const attachment = ['body', 'contentType', 'fileName', 'inline'];
defineType({
  name: 'Messaging.EmailFileAttachment',
  jsClass: EmailAttachment,
  constructors: { '*': () => new EmailAttachment() },
  methods: beanMethods(...attachment),
  properties: fieldProperties(...attachment)
});

defineType({
  name: 'Messaging.SendEmailResult',
  jsClass: SendResult,
  methods: {
    isSuccess: (self: SendResult) => self.failure === null,
    getErrors: (self: SendResult) => new ApexList(platformType('Messaging.SendEmailError'), self.failure ? [self.failure] : [])
  }
});
defineType({
  name: 'Messaging.SendEmailError',
  jsClass: EmailFailure,
  methods: {
    getFields: () => strings([]),
    getMessage: (self: EmailFailure) => self.message,
    getStatusCode: (self: EmailFailure) => enumConstant('System.StatusCode', self.statusCode),
    getTargetObjectId: (self: EmailFailure) => self.targetObjectId
  }
});

defineType({
  name: 'System.Messaging',
  statics: {
    sendEmail,
    'renderStoredEmailTemplate/3': renderStored,
    reserveSingleEmailCapacity: () => null
  }
});

class CustomNotification {
  notificationTypeId: string | null = null;
  sender: string | null = null;
  title: string | null = null;
  body: string | null = null;
  targetId: string | null = null;
  targetPageRef: string | null = null;
}

const MAX_READERS = 500;

function send(notification: CustomNotification, recipients: ApexSet): null {
  if (!notification.title || !notification.body) throwApex('System.HandledException', 'Notification title and body are required');
  if (notification.targetId === null && notification.targetPageRef === null) {
    throwApex('System.HandledException', 'Either targetId or targetPageRef must be set');
  }
  const type = notificationType(notification.notificationTypeId);
  if (recipients.size > MAX_READERS) throwApex('System.HandledException', `A notification has at most ${MAX_READERS} recipients`);
  notify(readers([...recipients].map(String)), {
    typeId: type,
    title: notification.title,
    body: notification.body,
    targetId: notification.targetId,
    targetPageRef: notification.targetPageRef
  });
  return null;
}

/** The type's id, checked against CustomNotificationType. */
function notificationType(id: string | null): string {
  const known = id === null ? [] : selectRows('SELECT DeveloperName FROM CustomNotificationType WHERE Id = :id', { id: ApexId.of(id) });
  const name = known[0]?.get('DeveloperName');
  const { model } = current().org;
  if (typeof name !== 'string' || !component(model, 'CustomNotificationType', name)) {
    const names = componentsOf(model, 'CustomNotificationType').map((each) => each.name);
    throwApex('System.HandledException', `Invalid notification type: ${id}. The org has: ${names.join(', ') || 'none'}`);
  }
  return id!;
}

/** Users, and the members of groups, queues and account or opportunity teams named by id: users and groups are modelled. */
function readers(ids: readonly string[]): Set<string> {
  const users = new Set<string>();
  for (const text of ids) {
    const id = ApexId.of(text);
    if (id.keyPrefix === '005') users.add(id.value);
    else if (id.keyPrefix === '00G') {
      for (const row of selectRows('SELECT UserOrGroupId FROM GroupMember WHERE GroupId = :id', { id }))
        users.add(String(row.get('UserOrGroupId')));
    } else throwApex('System.HandledException', `Not implemented in the local org: notification recipient ${id.value}`);
  }
  return users;
}

defineType({
  name: 'Messaging.CustomNotification',
  jsClass: CustomNotification,
  constructors: {
    '*': (_type, ...args: never[]) => {
      const notification = new CustomNotification();
      const names = ['notificationTypeId', 'sender', 'title', 'body', 'targetId', 'targetPageRef'] as const;
      names.forEach((name, index) => {
        if (args[index] !== undefined) notification[name] = args[index];
      });
      return notification;
    }
  },
  methods: { ...beanMethods('notificationTypeId', 'title', 'body', 'targetId', 'targetPageRef'), send }
});
