import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, TOKEN, sha256, ORG, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ DOCUMENT_BODY_LIMIT_MB: '1' });
});
afterAll(() => service.stop());

const read = (body: Uint8Array, query = '', headers: Record<string, string> = {}) =>
  service.request('POST', `/v1/documents/read${query}`, body, { 'Content-Type': 'application/octet-stream', ...headers });

async function invoicePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const lines: [number, number, string][] = [
    [50, 790, 'Harbour Print Ltd'],
    [50, 775, '12 Quay Street, Bristol BS1 4DJ'],
    [50, 730, 'INVOICE'],
    [50, 705, 'Invoice number: HP-20417'],
    [50, 690, 'Invoice date: 12 October 2026'],
    [50, 640, 'Description'],
    [400, 640, 'Amount'],
    [50, 620, 'Banners for the customer day'],
    [400, 620, 'GBP 400.00'],
    [330, 580, 'Subtotal'],
    [400, 580, 'GBP 400.00'],
    [330, 565, 'VAT 20%'],
    [400, 565, 'GBP 80.00'],
    [330, 550, 'Total'],
    [400, 550, 'GBP 480.00']
  ];
  for (const [x, y, text] of lines) page.drawText(text, { x, y, font, size: 10 });
  return pdf.save();
}

describe('POST /v1/documents/read', () => {
  it('gives the fields of an invoice with where they stand and how sure they are', async () => {
    const { status, body } = await read(await invoicePdf(), '?fileName=invoice.pdf');
    expect(status).toBe(200);
    const values = Object.fromEntries(body.fields.map((field: { name: string; value: string }) => [field.name, field.value]));
    expect(values).toMatchObject({ invoiceNumber: 'HP-20417', issueDate: '2026-10-12', total: '480.00', currency: 'GBP' });
    for (const field of body.fields) {
      expect(field.confidence).toBeGreaterThan(0);
      if (['invoiceNumber', 'issueDate', 'total'].includes(field.name)) expect(field.place).toMatchObject({ pageNumber: 1 });
    }
    expect(body.fingerprints.content).toMatch(/^[0-9a-f]{64}$/);
    expect(body.text).toBeNull();
  });

  it('answers a file that cannot be read with the reason', async () => {
    const { status, body } = await read(new TextEncoder().encode('%PDF-1.7 and then nothing that makes sense'), '?fileName=a.pdf');
    expect([status, body.outcome]).toEqual([200, 'unreadable']);
    expect(body.reasons[0]).toMatchObject({ severity: 'fatal' });
    expect(body.readability).toBe(0);
  });

  it('refuses what is too large before it is read', async () => {
    const { status, body } = await read(new Uint8Array(2 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, 'payload_too_large']);
  });

  it('refuses a token without the scope', async () => {
    const narrow = await startTestService({ TOKENS: `${ORG}:${sha256(TOKEN)}:content:read` });
    try {
      const answer = await narrow.request('POST', '/v1/documents/read', new Uint8Array(10), { 'Content-Type': 'application/octet-stream' });
      expect(answer.status).toBe(403);
    } finally {
      await narrow.stop();
    }
  });
});
