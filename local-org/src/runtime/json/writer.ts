import { throwApex } from '../values/exception.ts';

interface Container {
  readonly kind: 'object' | 'array';
  count: number;
}

/** Writes JSON text piece by piece, compact or in the platform's pretty form: objects over several lines, arrays on one. */
export class JsonWriter {
  private readonly pretty: boolean;
  private readonly pieces: string[] = [];
  private readonly open: Container[] = [];
  private named = false;
  private objects = 0;

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  get complete(): boolean {
    return this.open.length === 0 && this.pieces.length > 0;
  }

  startObject(): void {
    this.beforeValue();
    this.pieces.push('{');
    this.open.push({ kind: 'object', count: 0 });
    this.objects++;
  }

  endObject(): void {
    const container = this.pop('object');
    this.objects--;
    if (this.pretty) this.pieces.push(container.count === 0 ? ' ' : this.newLine());
    this.pieces.push('}');
  }

  startArray(): void {
    this.beforeValue();
    this.pieces.push(this.pretty ? '[ ' : '[');
    this.open.push({ kind: 'array', count: 0 });
  }

  endArray(): void {
    const container = this.pop('array');
    this.pieces.push(this.pretty && container.count > 0 ? ' ]' : ']');
  }

  name(text: string): void {
    const container = this.open.at(-1);
    if (container?.kind !== 'object' || this.named) throwApex('System.JSONException', 'Can not write a field name, expecting a value');
    const first = container!.count++ === 0;
    if (this.pretty) this.pieces.push(first ? this.newLine() : `,${this.newLine()}`, quoted(text), ' : ');
    else this.pieces.push(compactName(text, first));
    this.named = true;
  }

  string(text: string): void {
    this.raw(quoted(text));
  }

  /** A number, true, false or null as it is to appear. */
  raw(text: string): void {
    this.beforeValue();
    this.pieces.push(text);
  }

  toString(): string {
    return this.pieces.join('');
  }

  private beforeValue(): void {
    const container = this.open.at(-1);
    if (!container) {
      if (this.pieces.length > 0) this.pieces.push(' ');
      return;
    }
    if (container.kind === 'object') {
      if (!this.named) throwApex('System.JSONException', 'Can not write value, expecting field name');
      this.named = false;
    } else if (container.count++ > 0) this.pieces.push(this.pretty ? ', ' : ',');
  }

  private pop(kind: Container['kind']): Container {
    const container = this.open.at(-1);
    if (container?.kind !== kind)
      throwApex(
        'System.JSONException',
        `Current context not an ${kind === 'array' ? 'ARRAY' : 'object'} but ${container ? container.kind.toUpperCase() : 'root'}`
      );
    this.open.pop();
    return container!;
  }

  private newLine(): string {
    return `\n${'  '.repeat(this.objects)}`;
  }
}

/** JSON.stringify leaves U+2028 and its kin alone and escapes lone surrogates, as the platform does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Names come again and again: a few hundred of a schema against hundreds of thousands in a large answer. */
const names = new Map<string, { readonly first: string; readonly later: string }>();
const REMEMBERED_NAMES = 5000;

function compactName(text: string, first: boolean): string {
  let name = names.get(text);
  if (!name) {
    name = { first: `${quoted(text)}:`, later: `,${quoted(text)}:` };
    // Map keys can be anything: what is remembered stays small.
    if (names.size < REMEMBERED_NAMES) names.set(text, name);
  }
  return first ? name.first : name.later;
}
