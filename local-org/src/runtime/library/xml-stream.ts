import { defineType } from '../library.ts';
import { enumConstant } from '../values/enum.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { escapeAttribute, escapeText, parseXmlNodes, qualifiedName } from './xml-tree.ts';
import type { XmlAttribute, XmlTree } from './xml-tree.ts';

type Tag = 'START_DOCUMENT' | 'START_ELEMENT' | 'END_ELEMENT' | 'CHARACTERS' | 'COMMENT' | 'PROCESSING_INSTRUCTION' | 'END_DOCUMENT';

/** What the numbers of `next` stand for, as in javax.xml.stream. */
const NUMBERS: Readonly<Record<Tag, number>> = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  PROCESSING_INSTRUCTION: 3,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8
};

interface Event {
  readonly tag: Tag;
  readonly node: XmlTree | null;
}

function* eventsOf(node: XmlTree): IterableIterator<Event> {
  if (node.kind === 'TEXT') yield { tag: 'CHARACTERS', node };
  else if (node.kind !== 'ELEMENT') yield { tag: node.kind, node };
  else {
    yield { tag: 'START_ELEMENT', node };
    for (const child of node.children) yield* eventsOf(child);
    yield { tag: 'END_ELEMENT', node };
  }
}

/** System.XmlStreamReader: a walk over the events of a document. */
class XmlStreamReader {
  private readonly events: readonly Event[];
  private at = 0;

  constructor(text: string) {
    const nodes = parseXmlNodes(requireArgument(text));
    this.events = [
      { tag: 'START_DOCUMENT', node: null },
      ...nodes.flatMap((node) => [...eventsOf(node)]),
      { tag: 'END_DOCUMENT', node: null }
    ];
  }

  get event(): Event {
    return this.events[this.at]!;
  }

  /** The element or text at hand. */
  get node(): XmlTree {
    return this.event.node ?? throwApex('System.XmlException', `Illegal state: ${this.event.tag}`);
  }

  get hasNext(): boolean {
    return this.at < this.events.length - 1;
  }

  next(): number {
    if (!this.hasNext) throwApex('System.XmlException', 'End of document reached');
    this.at++;
    return NUMBERS[this.event.tag];
  }

  /** Goes to the next start or end of an element, past white space, comments and instructions. */
  nextTag(): number {
    let number = this.next();
    while (!['START_ELEMENT', 'END_ELEMENT'].includes(this.event.tag)) {
      if (this.event.tag === 'CHARACTERS' && this.node.text.trim() !== '')
        throwApex('System.XmlException', 'expected START_TAG or END_TAG not CHARACTERS');
      number = this.next();
    }
    return number;
  }

  attribute(index: number): XmlAttribute {
    return this.node.attributes[index] ?? throwApex('System.XmlException', `No attribute at ${index}`);
  }

  declared(index: number): [prefix: string, uri: string] {
    return [...this.node.declared][index] ?? throwApex('System.XmlException', `No namespace at ${index}`);
  }
}

const isTag =
  (...tags: Tag[]) =>
  (self: XmlStreamReader): boolean =>
    tags.includes(self.event.tag);
const hasText = isTag('CHARACTERS', 'COMMENT');
const blank = (text: string): string | null => (text === '' ? null : text);

defineType({
  name: 'System.XmlStreamReader',
  jsClass: XmlStreamReader,
  constructors: { '(String)': (_, text: string) => new XmlStreamReader(text) },
  methods: {
    getAttributeCount: (self: XmlStreamReader) => self.node.attributes.length,
    getAttributeLocalName: (self: XmlStreamReader, index: number) => self.attribute(index).key,
    getAttributeNamespace: (self: XmlStreamReader, index: number) => self.attribute(index).namespace,
    getAttributePrefix: (self: XmlStreamReader, index: number) => blank(self.attribute(index).prefix),
    getAttributeType: (self: XmlStreamReader, index: number) => (self.attribute(index), 'CDATA'),
    getAttributeValue: (self: XmlStreamReader, namespace: string | null, name: string) =>
      self.node.attributes.find((each) => each.key === name && (!namespace || each.namespace === namespace))?.value ?? null,
    getAttributeValueAt: (self: XmlStreamReader, index: number) => self.attribute(index).value,
    getEventType: (self: XmlStreamReader) => enumConstant('System.XmlTag', self.event.tag),
    getLocalName: (self: XmlStreamReader) => self.node.name,
    getNamespace: (self: XmlStreamReader) => self.node.namespace,
    getNamespaceCount: (self: XmlStreamReader) => self.node.declared.size,
    getNamespacePrefix: (self: XmlStreamReader, index: number) => blank(self.declared(index)[0]),
    getNamespaceURI: (self: XmlStreamReader, prefix: string) => self.node.namespaceOf(prefix),
    getNamespaceURIAt: (self: XmlStreamReader, index: number) => self.declared(index)[1],
    getPIData: (self: XmlStreamReader) => self.node.text,
    getPITarget: (self: XmlStreamReader) => self.node.name,
    getPrefix: (self: XmlStreamReader) => blank(self.node.prefix),
    getText: (self: XmlStreamReader) => (hasText(self) ? self.node.text : null),
    getVersion: () => '1.0',
    hasName: isTag('START_ELEMENT', 'END_ELEMENT'),
    hasNext: (self: XmlStreamReader) => self.hasNext,
    hasText,
    isCharacters: isTag('CHARACTERS'),
    isEndElement: isTag('END_ELEMENT'),
    isStartElement: isTag('START_ELEMENT'),
    isWhitespace: (self: XmlStreamReader) => self.event.tag === 'CHARACTERS' && self.node.text.trim() === '',
    next: (self: XmlStreamReader) => self.next(),
    nextTag: (self: XmlStreamReader) => self.nextTag(),
    // Text comes in one piece, and namespaces are always known.
    setCoalescing: () => null,
    setNamespaceAware: () => null
  }
});

/** System.XmlStreamWriter: text written from front to back; an element's start stays open for its attributes. */
class XmlStreamWriter {
  private output = '';
  private readonly open: string[] = [];
  private pending: { readonly tag: string; readonly empty: boolean; attributes: string } | null = null;

  write(text: string): null {
    if (this.pending) this.output += `<${this.pending.tag}${this.pending.attributes}${this.pending.empty ? '/>' : '>'}`;
    if (this.pending && !this.pending.empty) this.open.push(this.pending.tag);
    this.pending = null;
    this.output += text;
    return null;
  }

  start(prefix: string | null, name: string, empty: boolean): null {
    this.write('');
    this.pending = { tag: qualifiedName(prefix ?? '', requireArgument(name)), empty, attributes: '' };
    return null;
  }

  attribute(name: string, value: string): null {
    if (!this.pending) throwApex('System.XmlException', 'Attribute not associated with any element');
    this.pending.attributes += ` ${name}="${escapeAttribute(requireArgument(value))}"`;
    return null;
  }

  end(): null {
    this.write('');
    const tag = this.open.pop() ?? throwApex('System.XmlException', 'No element was found to write');
    return this.write(`</${tag}>`);
  }

  endAll(): null {
    this.write('');
    while (this.open.length > 0) this.end();
    return null;
  }

  toString(): string {
    this.write('');
    return this.output;
  }
}

defineType({
  name: 'System.XmlStreamWriter',
  jsClass: XmlStreamWriter,
  constructors: { '()': () => new XmlStreamWriter() },
  methods: {
    close: () => null,
    getXmlString: (self: XmlStreamWriter) => self.toString(),
    setDefaultNamespace: () => null,
    writeAttribute: (self: XmlStreamWriter, prefix: string | null, _namespace: string | null, name: string, value: string) =>
      self.attribute(qualifiedName(prefix ?? '', requireArgument(name)), value),
    writeCData: (self: XmlStreamWriter, text: string) => self.write(`<![CDATA[${requireArgument(text)}]]>`),
    writeCharacters: (self: XmlStreamWriter, text: string) => self.write(escapeText(requireArgument(text))),
    writeComment: (self: XmlStreamWriter, text: string) => self.write(`<!--${requireArgument(text)}-->`),
    writeDefaultNamespace: (self: XmlStreamWriter, uri: string) => self.attribute('xmlns', uri),
    writeEmptyElement: (self: XmlStreamWriter, prefix: string | null, name: string) => self.start(prefix, name, true),
    writeEndDocument: (self: XmlStreamWriter) => self.endAll(),
    writeEndElement: (self: XmlStreamWriter) => self.end(),
    writeNamespace: (self: XmlStreamWriter, prefix: string | null, uri: string) =>
      self.attribute(prefix ? `xmlns:${prefix}` : 'xmlns', uri),
    writeProcessingInstruction: (self: XmlStreamWriter, target: string, data: string) => self.write(`<?${target} ${data}?>`),
    writeStartDocument: (self: XmlStreamWriter, encoding: string | null, version: string | null) =>
      self.write(`<?xml version="${version ?? '1.0'}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`),
    writeStartElement: (self: XmlStreamWriter, prefix: string | null, name: string) => self.start(prefix, name, false)
  }
});
