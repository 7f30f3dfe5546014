import { current } from '../runtime/execution.ts';
import type { ApexId } from '../runtime/values/id.ts';
import type { ApexList } from '../runtime/values/list.ts';
import type { SingleEmail } from './library/messaging.ts';
import { insertRow, selectRows } from './rows.ts';
import { nowDatetime } from './async/jobs.ts';

/** An e-mail that cannot be sent. */
export class EmailFailure extends Error {
  readonly statusCode: string;
  readonly targetObjectId: string | null;
  constructor(statusCode: string, message: string, targetObjectId: string | null = null) {
    super(message);
    this.statusCode = statusCode;
    this.targetObjectId = targetObjectId;
  }
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
/** EmailMessage.Status: sent. */
const SENT = '3';

/** Nothing leaves the machine: the message becomes an EmailMessage row that anyone with access can read. */
export function recordEmail(message: SingleEmail): void {
  if (message.templateId !== null)
    throw new EmailFailure('INVALID_ID_FIELD', 'Not implemented in the local org: e-mail templates', message.targetObjectId?.value ?? null);
  const to = addresses(message.toAddresses);
  if (message.targetObjectId !== null && message.treatTargetObjectAsRecipient !== false) to.unshift(addressOf(message.targetObjectId));
  if (to.length === 0 && addresses(message.ccAddresses).length === 0 && addresses(message.bccAddresses).length === 0) {
    throw new EmailFailure('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  if (message.plainTextBody === null && message.htmlBody === null)
    throw new EmailFailure('REQUIRED_FIELD_MISSING', 'Email body is required.');
  const { user } = current();
  insertRow('EmailMessage', {
    FromName: message.senderDisplayName ?? user.name,
    FromAddress: message.replyTo ?? user.username,
    ToAddress: to.join('; '),
    CcAddress: addresses(message.ccAddresses).join('; ') || null,
    BccAddress: addresses(message.bccAddresses).join('; ') || null,
    Subject: message.subject,
    TextBody: message.plainTextBody,
    HtmlBody: message.htmlBody,
    Status: SENT,
    MessageDate: nowDatetime(),
    RelatedToId: message.whatId,
    Incoming: false
  });
}

function addresses(list: ApexList | null): string[] {
  return (list?.items ?? []).map((item) => {
    const address = String(item);
    if (!ADDRESS.test(address)) throw new EmailFailure('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${address}`);
    return address;
  });
}

function addressOf(id: ApexId): string {
  const object = id.keyPrefix === '005' ? 'User' : id.keyPrefix === '003' ? 'Contact' : id.keyPrefix === '00Q' ? 'Lead' : null;
  const [row] = object === null ? [] : selectRows(`SELECT Email FROM ${object} WHERE Id = :id`, { id });
  const address = row?.get('Email');
  if (typeof address !== 'string') throw new EmailFailure('INVALID_ID_FIELD', 'The target object has no e-mail address', id.value);
  return address;
}
