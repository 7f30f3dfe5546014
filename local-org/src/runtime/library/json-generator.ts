import { writeValue } from '../json/serialize.ts';
import { JsonWriter } from '../json/writer.ts';
import { defineType } from '../library.ts';
import type { Implementation } from '../library.ts';
import { requireArgument, throwApex } from '../values/exception.ts';

export class JsonGenerator {
  readonly writer: JsonWriter;
  closed = false;

  constructor(pretty: boolean) {
    this.writer = new JsonWriter(pretty);
  }

  /** The writer, unless the generator was closed. */
  get open(): JsonWriter {
    if (this.closed) throwApex('System.JSONException', 'JSONGenerator is closed');
    return this.writer;
  }
}

const write = (generator: JsonGenerator, value: unknown): void => writeValue(generator.open, value, false);

/** `writeX(value)` and `writeXField(name, value)`; nulls need writeNull. */
function valueMethods(): Record<string, Implementation> {
  const methods: Record<string, Implementation> = {};
  for (const kind of ['Blob', 'Boolean', 'Date', 'DateTime', 'Id', 'Number', 'String', 'Time']) {
    methods[`write${kind}`] = (generator: JsonGenerator, value: unknown) => write(generator, requireArgument(value));
    methods[`write${kind}Field`] = (generator: JsonGenerator, name: string, value: unknown) => {
      generator.open.name(requireArgument(name));
      write(generator, requireArgument(value));
    };
  }
  return methods;
}

defineType({
  name: 'System.JSONGenerator',
  jsClass: JsonGenerator,
  methods: {
    ...valueMethods(),
    writeStartObject: (generator: JsonGenerator) => generator.open.startObject(),
    writeEndObject: (generator: JsonGenerator) => generator.open.endObject(),
    writeStartArray: (generator: JsonGenerator) => generator.open.startArray(),
    writeEndArray: (generator: JsonGenerator) => generator.open.endArray(),
    writeFieldName: (generator: JsonGenerator, name: string) => generator.open.name(requireArgument(name)),
    writeNull: (generator: JsonGenerator) => generator.open.raw('null'),
    writeNullField: (generator: JsonGenerator, name: string) => {
      generator.open.name(requireArgument(name));
      generator.writer.raw('null');
    },
    writeObject: write,
    writeObjectField: (generator: JsonGenerator, name: string, value: unknown) => {
      generator.open.name(requireArgument(name));
      write(generator, value);
    },
    getAsString: (generator: JsonGenerator) => {
      generator.closed = true;
      return generator.writer.toString();
    },
    close: (generator: JsonGenerator) => {
      generator.closed = true;
    },
    isClosed: (generator: JsonGenerator) => generator.closed
  }
});
