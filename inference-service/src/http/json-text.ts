/** An answer that is JSON already, `requestId` included: written once, to be stored and sent as it is. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
