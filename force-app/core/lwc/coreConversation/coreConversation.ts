import { LightningElement, api } from 'lwc';
import type { ChunkSender, ConversationMessage, HeldFile, MessageToSend } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { format, formatBytes } from 'c/coreFormat';
import { forgetUnsaved, recallUnsaved, rememberUnsaved } from 'c/coreUnsaved';
import type { ViewState } from 'c/coreViewState';

interface Row extends ConversationMessage {
  readonly class: string;
  readonly who: string;
  readonly kindLabel: string;
  readonly attachments: readonly { readonly id: string; readonly label: string; readonly openLabel: string }[];
}

interface Upload extends HTMLElement {
  readonly files: readonly HeldFile[];
  readonly isBusy: boolean;
  clear(): void;
}

const KINDS: Readonly<Record<ConversationMessage['kind'], string>> = {
  question: labels.talkQuestion,
  answer: labels.talkAnswer,
  note: labels.talkNote
};

/**
 * What two parties ask and answer about a record, in place. The newest stands last, next to where one writes. What is typed is
 * kept in this tab until the owner says it was sent.
 *
 * Fires `send` with a `MessageToSend` (answer with `messageSent()` or `sendError`), `openfile` with `{ id }`, and `retry`.
 */
export default class CoreConversation extends LightningElement {
  @api heading: string = labels.talkTitle;
  @api state: ViewState = 'loading';
  @api message: string = labels.talkEmpty;
  /** Oldest first. */
  @api messages: readonly ConversationMessage[] = [];
  @api canWrite = false;
  @api writeLabel?: string;
  @api maxLength = 4000;
  /** Sends chunks of attached files; without it there are no attachments. */
  @api sendFile?: ChunkSender;
  @api accept = '';
  @api busy = false;
  @api sendError = '';
  /** Names the draft of this conversation, such as `deal.` and the record id; without one it is not kept. */
  @api draftKey = '';

  readonly labels = labels;
  text = '';
  filesWait = false;

  connectedCallback(): void {
    if (this.draftKey) this.text = recallUnsaved<{ text: string }>(this.draftKey)?.text ?? '';
  }

  /** Call when the message is kept: empties the field. */
  @api
  messageSent(): void {
    this.text = '';
    this.upload?.clear();
    if (this.draftKey) forgetUnsaved(this.draftKey);
    this.template?.querySelector<HTMLElement>('[data-id="text"]')?.focus();
  }

  get rows(): Row[] {
    return this.messages.map((message) => ({
      ...message,
      class: message.isOwn ? 'message message_own' : 'message',
      who: message.isOwn ? labels.talkYou : message.authorName,
      kindLabel: KINDS[message.kind],
      attachments: (message.files ?? []).map(({ id, name, size }) => ({
        id,
        label: size === null ? name : `${name} (${formatBytes(size)})`,
        openLabel: format(labels.talkOpenFile, name)
      }))
    }));
  }

  get shownState(): ViewState {
    // Somebody who may write needs the field, also when nobody has written yet.
    return this.state === 'empty' && this.canWrite ? 'ready' : this.state;
  }

  get showsNothingYet(): boolean {
    return this.messages.length === 0;
  }

  get fieldLabel(): string {
    return this.writeLabel ?? (this.openQuestion ? labels.talkWriteAnswer : labels.talkWrite);
  }

  get fieldError(): string {
    const over = this.text.length - Number(this.maxLength);
    return over > 0 ? format(labels.talkTooLong, over) : '';
  }

  get errorText(): string {
    return this.sendError ? format(labels.talkNotSent, this.sendError) : '';
  }

  get sendLabel(): string {
    return this.busy ? labels.talkSending : labels.talkSend;
  }

  get cannotSend(): boolean {
    return this.busy || this.text.trim() === '' || this.fieldError !== '';
  }

  get takesFiles(): boolean {
    return this.sendFile !== undefined;
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    if (this.draftKey) rememberUnsaved(this.draftKey, { text: this.text });
  }

  handleFiles(): void {
    this.filesWait = false;
  }

  handleOpenFile(event: Event): void {
    const { file } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('openfile', { detail: { id: file } }));
  }

  handleSend(): void {
    if (this.cannotSend) return;
    this.filesWait = this.upload?.isBusy ?? false;
    if (this.filesWait) return;
    const detail: MessageToSend = {
      text: this.text.trim(),
      fileKeys: this.upload?.files.map(({ key }) => key) ?? [],
      answerTo: this.openQuestion?.id ?? null
    };
    this.dispatchEvent(new CustomEvent('send', { detail }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  /** The last question of the other side that waits for this person. */
  private get openQuestion(): ConversationMessage | undefined {
    return [...this.messages].reverse().find(({ isOpen, isOwn }) => isOpen && !isOwn);
  }

  private get upload(): Upload | null {
    return this.template?.querySelector<Upload>('c-core-file-upload') ?? null;
  }
}
