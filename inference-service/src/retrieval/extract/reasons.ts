/** Why no text could be taken out of a file. */
export const UNREADABLE = ['empty', 'encrypted', 'malformed', 'no-text', 'too-large', 'too-slow', 'unsupported'] as const;
export type UnreadableReason = (typeof UNREADABLE)[number];

export class Unreadable extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(`the file cannot be read: ${reason}`);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
