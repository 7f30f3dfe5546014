import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { photographedAgain } from '../../../bench/documents/duplicates.ts';
import { germanInvoice } from '../../../tests/documents/invoices.ts';
import { pdfFile } from '../../../tests/documents/pdf-file.ts';
import { readDocument } from '../read.ts';
import type { Fingerprints } from '../types.ts';
import { compareFingerprints } from './compare.ts';

const KEY = 'secret of the org';
const prints = async (bytes: Uint8Array, fingerprintKey = KEY): Promise<Fingerprints> =>
  (await readDocument({ bytes, fingerprintKey })).fingerprints;
const invoice = (change: Parameters<typeof germanInvoice>[0] = {}): Uint8Array => pdfFile([{ texts: germanInvoice(change) }]);

function receipt(lines: readonly string[]): Buffer {
  const canvas = createCanvas(560, 760);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f6f4f0';
  context.fillRect(0, 0, 560, 760);
  context.fillStyle = '#222';
  context.font = '26px sans-serif';
  lines.forEach((line, i) => context.fillText(line, 50, 60 + i * 52));
  return canvas.toBuffer('image/jpeg', 88);
}
const meal = (date: string, time: string, number: string): string[] => [
  'GREEN TABLE KITCHEN LTD',
  '45 Harbour Street',
  'LEEDS LS2 7QT',
  `Date: ${date} ${time}`,
  `Receipt No: ${number}`,
  'Noodle soup 8.40',
  'Rice bowl 7.90',
  'Iced tea 2.60',
  'TOTAL 18.90',
  'CASH 20.00',
  'CHANGE 1.10'
];

describe('the fingerprint of a document', () => {
  it('finds the same bytes', async () => {
    const bytes = invoice();
    expect(compareFingerprints(await prints(bytes), await prints(bytes))).toMatchObject({ same: 'content', probability: 1 });
  });

  it('finds the same invoice saved anew', async () => {
    const again = pdfFile([{ texts: germanInvoice().map((each) => ({ ...each, x: each.x + 3 })) }]);
    const match = compareFingerprints(await prints(invoice()), await prints(again));
    expect(match.same).toBe('text');
    expect(match.evidence).toContainEqual({ kind: 'number', share: 1 });
  });

  it('tells the next invoice of the same vendor from this one', async () => {
    const next = invoice({ number: 'RE-2026-0816', date: '15.04.2026' });
    expect(compareFingerprints(await prints(invoice()), await prints(next)).same).toBeNull();
  });

  it('says nothing without the key', async () => {
    expect(
      compareFingerprints(await prints(invoice()), await prints(pdfFile([{ texts: germanInvoice().slice().reverse() }]), 'another org'))
        .same
    ).toBeNull();
  });

  it('finds a receipt photographed again, and not another meal in the same place', async () => {
    const first = receipt(meal('21/03/2026', '13:05', '004711'));
    const again = await photographedAgain(first, 3);
    const other = receipt(meal('28/03/2026', '12:41', '005102'));
    const [a, b, c] = [await prints(first), await prints(again), await prints(other)];
    expect(compareFingerprints(a, b).same).not.toBeNull();
    expect(compareFingerprints(a, c).same).toBeNull();
    expect(compareFingerprints(b, c).same).toBeNull();
  });
});
