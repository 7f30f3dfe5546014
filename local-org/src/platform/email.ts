import { current } from '../runtime/execution.ts';
import { ApexId, normalizeId } from '../runtime/values/id.ts';
import type { ApexList } from '../runtime/values/list.ts';
import type { SingleEmail } from './library/messaging.ts';
import { renderTemplate } from './email-template.ts';
import type { RenderedEmail } from './email-template.ts';
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
  const { subject, plainText, html } = contentOf(message);
  const to = addresses(message.toAddresses);
  if (message.targetObjectId !== null && message.treatTargetObjectAsRecipient !== false) to.unshift(addressOf(message.targetObjectId));
  if (to.length === 0 && addresses(message.ccAddresses).length === 0 && addresses(message.bccAddresses).length === 0) {
    throw new EmailFailure('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  if (plainText === null && html === null) throw new EmailFailure('REQUIRED_FIELD_MISSING', 'Email body is required.');
  const { user } = current();
  insertRow('EmailMessage', {
    FromName: message.senderDisplayName ?? user.name,
    FromAddress: message.replyTo ?? user.username,
    ToAddress: to.join('; '),
    CcAddress: addresses(message.ccAddresses).join('; ') || null,
    BccAddress: addresses(message.bccAddresses).join('; ') || null,
    Subject: subject,
    TextBody: plainText,
    HtmlBody: html,
    Status: SENT,
    MessageDate: nowDatetime(),
    RelatedToId: message.whatId,
    Incoming: false
  });
}

/** A template is rendered for the target object; a message without one says itself what it says. */
function contentOf(message: SingleEmail): RenderedEmail {
  const { templateId, targetObjectId, whatId } = message;
  const toUser = targetObjectId?.keyPrefix === '005';
  if (toUser && whatId !== null)
    throw new EmailFailure('INVALID_ID_FIELD', 'WhatId is not available for sending emails to UserIds.', targetObjectId.value);
  if (toUser && message.saveAsActivity !== false)
    throw new EmailFailure(
      'INVALID_SAVE_AS_ACTIVITY_FLAG',
      'saveAsActivity must be false when sending mail to users.',
      targetObjectId.value
    );
  if (templateId === null) return { subject: message.subject, plainText: message.plainTextBody, html: message.htmlBody };
  if (targetObjectId === null) throw new EmailFailure('REQUIRED_FIELD_MISSING', 'Missing target object ID');
  const rendered = renderTemplate(toId(templateId), toId(targetObjectId), whatId === null ? null : toId(whatId));
  if (!rendered) throw new EmailFailure('INVALID_ID_FIELD', `Invalid template id: ${String(templateId)}`, targetObjectId.value);
  // The message reads as it was sent.
  message.subject = rendered.subject;
  message.plainTextBody = rendered.plainText;
  message.htmlBody = rendered.html;
  return rendered;
}

function toId(id: ApexId | string): ApexId {
  return id instanceof ApexId ? id : ApexId.of(id);
}

function addresses(list: ApexList | null): string[] {
  return (list?.items ?? []).map((item) => {
    // An id stands for the address of the user, contact or lead.
    const address = normalizeId(String(item)) === null ? String(item) : addressOf(ApexId.of(String(item)));
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
