/** Collects JavaScript so that each statement stands on the line its Apex statement has. */
export class Writer {
  private text = '';
  private line = 1;

  /** Moves forward to a source line; code that belongs to an earlier line stays where the writer is. */
  at(line: number): void {
    if (line <= this.line) return;
    this.text += '\n'.repeat(line - this.line);
    this.line = line;
  }

  write(code: string): void {
    this.text += code;
    for (let index = code.indexOf('\n'); index >= 0; index = code.indexOf('\n', index + 1)) this.line++;
  }

  /** Where the writer stands, to come back to with `rewind`. */
  mark(): { readonly text: string; readonly line: number } {
    return { text: this.text, line: this.line };
  }

  rewind({ text, line }: { readonly text: string; readonly line: number }): void {
    this.text = text;
    this.line = line;
  }

  toString(): string {
    return this.text;
  }
}
