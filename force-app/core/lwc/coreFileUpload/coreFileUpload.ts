import { LightningElement, api } from 'lwc';
import type { ChunkSender, HeldFile } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { errorMessage, format, formatBytes, formatNumber } from 'c/coreFormat';
import { CHUNK_BYTES, chunkCount, chunkOf, isAccepted, reducePhoto } from 'c/coreFiles';

type Stage = 'scaling' | 'ready' | 'sending' | 'sent' | 'failed';

interface Entry {
  readonly key: string;
  readonly file: File;
  /** Bytes before it was reduced; the file's own when it was not. */
  readonly originalSize: number;
  readonly stage: Stage;
  /** Chunks that have arrived: sending again goes on from there. */
  readonly sentChunks: number;
  readonly problem: string;
}

interface Row extends Entry {
  readonly name: string;
  readonly sizeText: string;
  readonly stageText: string;
  readonly percent: number;
  readonly isSending: boolean;
  readonly isFailed: boolean;
  readonly icon: string;
  readonly removeLabel: string;
  readonly retryLabel: string;
}

const MEGABYTE = 1024 * 1024;
const ICONS: Readonly<Record<Stage, string>> = {
  scaling: 'utility:image',
  ready: 'utility:file',
  sending: 'utility:upload',
  sent: 'utility:success',
  failed: 'utility:error'
};

/**
 * Files from the disk, a drop or the camera. Photos are reduced in the browser to a stated size; what is still too large, of the
 * wrong kind or too many is said before anything is sent. With a `send` function the files go at once, chunk by chunk, with
 * progress, and go on where they stopped; without one the owner takes them from `files`.
 *
 * Fires `chosen` with a `HeldFile` when one is ready, `sent` and `removed` with `{ key }`.
 */
export default class CoreFileUpload extends LightningElement {
  @api label: string = labels.uploadButton;
  @api help = '';
  /** As the attribute of an input: `.pdf,.png,image/*`. */
  @api accept = '';
  @api multiple = false;
  @api camera = false;
  @api disabled = false;
  @api maxFiles = 10;
  /** Of one file, after a photo was reduced. */
  @api maxBytes = 4 * MEGABYTE;
  /** Longer side of a photo. */
  @api photoPixels = 2000;
  @api chunkBytes = CHUNK_BYTES;
  @api send?: ChunkSender;
  /** What is wrong with the files as a whole, such as a missing one. */
  @api error = '';

  readonly labels = labels;
  isOver = false;
  problems: readonly string[] = [];
  private entries: readonly Entry[] = [];
  private lastKey = 0;
  private isWorking = false;
  private focusOn = '';

  renderedCallback(): void {
    // Templates do not know the attribute. Its value asks for the camera at the back.
    this.template?.querySelector('[data-id="camera"]')?.setAttribute('capture', 'environment');
    const target = this.focusOn ? this.template?.querySelector<HTMLElement>(this.focusOn) : null;
    if (!target) return;
    this.focusOn = '';
    target.focus();
  }

  /** What is there, without what was refused. */
  @api
  get files(): readonly HeldFile[] {
    return this.entries.filter(({ stage }) => stage !== 'scaling').map(({ key, file, stage }) => ({ key, file, isSent: stage === 'sent' }));
  }

  /** Something is still being reduced or sent, or was not sent. */
  @api
  get isBusy(): boolean {
    const done: Stage = this.send ? 'sent' : 'ready';
    return this.entries.some(({ stage }) => stage !== done);
  }

  /** Forgets all files, after the owner has kept them. */
  @api
  clear(): void {
    this.entries = [];
    this.problems = [];
  }

  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-id="input"]')?.focus();
  }

  get rows(): Row[] {
    return this.entries.map((entry) => {
      const percent = Math.round((entry.sentChunks / chunkCount(entry.file, this.chunkBytes)) * 100);
      const { name, size } = entry.file;
      const reduced = entry.originalSize > size ? `, ${format(labels.uploadReduced, formatBytes(entry.originalSize))}` : '';
      return {
        ...entry,
        name,
        percent,
        sizeText: `${formatBytes(size)}${reduced}`,
        stageText: stageText(entry, percent),
        isSending: entry.stage === 'sending',
        isFailed: entry.stage === 'failed',
        icon: ICONS[entry.stage],
        removeLabel: format(labels.uploadRemove, name),
        retryLabel: format(labels.uploadRetry, name)
      };
    });
  }

  get limitsText(): string {
    const limits = format(labels.uploadLimits, formatBytes(this.maxBytes));
    return `${limits} ${format(labels.uploadPhotos, formatNumber(this.photoPixels))}`;
  }

  get zoneClass(): string {
    return this.isOver ? 'slds-file-selector__dropzone zone slds-has-drag-over' : 'slds-file-selector__dropzone zone';
  }

  get elementClass(): string {
    return this.error ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get progressText(): string {
    const sent = this.entries.filter(({ stage }) => stage === 'sent').length;
    return this.send && this.entries.length > 0 ? format(labels.uploadProgress, sent, this.entries.length) : '';
  }

  handleInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    input.value = '';
    void this.take(chosen);
  }

  handleDragOver(event: DragEvent): void {
    event.preventDefault();
    this.isOver = !this.disabled;
  }

  handleDragLeave(): void {
    this.isOver = false;
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    if (!this.disabled) void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  handleRemove(event: Event): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    this.entries = this.entries.filter((entry) => entry.key !== key);
    this.focusOn = '[data-id="input"]';
    this.dispatchEvent(new CustomEvent('removed', { detail: { key } }));
  }

  handleRetry(event: Event): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    this.change(key, { stage: 'ready', problem: '' });
    void this.sendReady();
  }

  private async take(chosen: readonly File[]): Promise<void> {
    this.problems = [];
    const added: Entry[] = [];
    for (const file of this.multiple ? chosen : chosen.slice(0, 1)) {
      const problem = this.problemOf(file, added);
      if (problem) this.problems = [...this.problems, problem];
      else added.push({ key: String(++this.lastKey), file, originalSize: file.size, stage: 'scaling', sentChunks: 0, problem: '' });
    }
    if (added.length === 0) return;
    this.entries = this.multiple ? [...this.entries, ...added] : added;
    for (const entry of added) {
      // eslint-disable-next-line no-await-in-loop -- one photo in memory at a time
      await this.prepare(entry);
    }
    await this.sendReady();
  }

  private problemOf(file: File, added: readonly Entry[]): string {
    const { name, size } = file;
    const there = this.multiple ? [...this.entries, ...added] : [];
    const same = (entry: Entry): boolean => entry.originalSize === size && entry.file.name === name;
    if (there.some(same)) return format(labels.uploadTwice, name);
    if (there.length >= Number(this.maxFiles)) return format(labels.uploadTooMany, name, formatNumber(Number(this.maxFiles)));
    if (!isAccepted(file, this.accept)) return format(labels.uploadWrongKind, name, this.accept.split(',').join(', '));
    return size === 0 ? format(labels.uploadEmpty, name) : '';
  }

  private async prepare(entry: Entry): Promise<void> {
    const file = await reducePhoto(entry.file, { pixels: Number(this.photoPixels), bytes: Number(this.maxBytes) });
    // It may have been removed meanwhile.
    if (!this.find(entry.key)) return;
    if (file.size > Number(this.maxBytes)) {
      this.entries = this.entries.filter(({ key }) => key !== entry.key);
      const problem = format(labels.uploadTooLarge, entry.file.name, formatBytes(file.size), formatBytes(Number(this.maxBytes)));
      this.problems = [...this.problems, problem];
      return;
    }
    this.change(entry.key, { file, stage: 'ready' });
    this.dispatchEvent(new CustomEvent('chosen', { detail: { key: entry.key, file, isSent: false } satisfies HeldFile }));
  }

  /** One file after the other, so that a slow line finishes something. */
  private async sendReady(): Promise<void> {
    if (!this.send || this.isWorking) return;
    this.isWorking = true;
    try {
      for (let next = this.nextReady(); next; next = this.nextReady()) {
        // eslint-disable-next-line no-await-in-loop -- see above
        await this.sendFile(next.key, this.send);
      }
    } finally {
      this.isWorking = false;
    }
  }

  private async sendFile(key: string, send: ChunkSender): Promise<void> {
    this.change(key, { stage: 'sending' });
    try {
      for (let entry = this.find(key); entry; entry = this.find(key)) {
        if (entry.sentChunks >= chunkCount(entry.file, this.chunkBytes)) {
          this.change(key, { stage: 'sent' });
          this.dispatchEvent(new CustomEvent('sent', { detail: { key } }));
          return;
        }
        // eslint-disable-next-line no-await-in-loop -- chunks join in order
        await send(await chunkOf(entry.file, key, entry.sentChunks, this.chunkBytes));
        this.change(key, { sentChunks: entry.sentChunks + 1 });
      }
    } catch (error) {
      const unreadable = error instanceof DOMException;
      const reason = unreadable
        ? format(labels.uploadUnreadable, this.find(key)?.file.name ?? '')
        : errorMessage(error, labels.stateUnknownError);
      this.change(key, { stage: 'failed', problem: reason });
    }
  }

  private nextReady(): Entry | undefined {
    return this.entries.find(({ stage }) => stage === 'ready');
  }

  private find(key: string): Entry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  private change(key: string, changes: Partial<Entry>): void {
    this.entries = this.entries.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry));
  }
}

function stageText({ stage, problem }: Entry, percent: number): string {
  const texts: Readonly<Record<Stage, string>> = {
    scaling: labels.uploadScaling,
    ready: labels.uploadReady,
    sending: format(labels.uploadSending, percent),
    sent: labels.uploadSent,
    failed: format(labels.uploadFailed, problem)
  };
  return texts[stage];
}
