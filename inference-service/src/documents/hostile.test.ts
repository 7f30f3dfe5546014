import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles } from '../../tests/documents/hostile.ts';
import { germanInvoice } from '../../tests/documents/invoices.ts';
import { pdfFile } from '../../tests/documents/pdf-file.ts';
import { createDocumentReader, ReaderBusy, type DocumentReader } from './index.ts';

const LONGEST_MS = 30_000;
let reader: DocumentReader;
beforeAll(() => {
  reader = createDocumentReader({ limits: { milliseconds: LONGEST_MS } });
});
afterAll(() => reader.close());

describe('a hostile file', () => {
  const files = hostileFiles();

  it('is one of more than 30 kinds', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  for (const { name, bytes, fileName, expected } of files) {
    it(`ends in a named reason: ${name}`, async () => {
      const reading = await reader.read({ bytes, fileName });
      const codes = reading.reasons.map(({ code }) => code);
      expect(
        codes.some((code) => [expected].flat().includes(code)),
        `reasons: ${JSON.stringify(reading.reasons)}`
      ).toBe(true);
      // A reader that failed for no known reason is a fault of ours.
      if (![expected].flat().includes('reader_failed')) expect(codes).not.toContain('reader_failed');
    });
  }

  it('leaves the reader able to read the next document', async () => {
    const reading = await reader.read({ bytes: pdfFile([{ texts: germanInvoice() }]) });
    expect(reading.outcome).toBe('read');
    expect(reading.fields.total?.value).toBe('1428.00');
  });
});

describe('the pool', () => {
  it('ends a reading that takes too long, says so, and reads the next', async () => {
    const hasty = createDocumentReader({ limits: { milliseconds: -1_990 } });
    const slow = await hasty.read({ bytes: pdfFile(Array.from({ length: 150 }, () => ({ texts: germanInvoice() }))) });
    expect(slow.reasons).toEqual([expect.objectContaining({ code: 'timed_out', severity: 'fatal' })]);
    const next = await hasty.read({ bytes: Buffer.from('a;b\n1;2\n3;4\n'), limits: { milliseconds: LONGEST_MS } });
    expect(next.outcome).toBe('read');
    await hasty.close();
  });

  it('refuses work when its queue is full', async () => {
    const small = createDocumentReader({ queue: 1 });
    const input = { bytes: pdfFile([{ texts: germanInvoice() }]) };
    const taken = [small.read(input), small.read(input)];
    await expect(small.read(input)).rejects.toBeInstanceOf(ReaderBusy);
    await Promise.all(taken);
    await small.close();
  });

  it('gives up a reading when its caller does', async () => {
    const own = createDocumentReader();
    const caller = new AbortController();
    const reading = own.read({ bytes: pdfFile([{ texts: germanInvoice() }]) }, caller.signal);
    caller.abort(new Error('the caller left'));
    await expect(reading).rejects.toThrow('the caller left');
    await own.close();
  });
});
