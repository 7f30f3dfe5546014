import { createCanvas } from '@napi-rs/canvas';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ciiInvoice, germanInvoice } from '../../tests/documents/invoices.ts';
import { pdfFile } from '../../tests/documents/pdf-file.ts';
import { readDocument } from './read.ts';

const withXml = (xml: Uint8Array, texts = germanInvoice()): Uint8Array =>
  pdfFile([{ texts }], { attachments: [{ name: 'factur-x.xml', bytes: xml }] });

describe('an e-invoice', () => {
  it('is read from the XML in the PDF, with the place of each value on the page', async () => {
    const reading = await readDocument({ bytes: withXml(ciiInvoice()) });
    expect(reading).toMatchObject({
      outcome: 'read',
      source: 'xml',
      kind: { value: 'invoice', confidence: 1 },
      structured: { syntax: 'CII', findings: [] }
    });
    expect(reading.fields.vendor?.value).toBe('Lumenta Messebau GmbH');
    expect(reading.fields.total).toMatchObject({ value: '1428.00', confidence: 1 });
    const { x, y } = reading.fields.total!.place!.box;
    expect([Math.round(x), Math.round(y)]).toEqual([480, expect.toSatisfy((at: number) => Math.abs(at - 352) < 6)]);
    expect(reading.differences).toEqual([]);
    expect(reading.lines.map(({ amount }) => amount?.value)).toEqual(['700.00', '500.00']);
  });

  it('hides the account number', async () => {
    const reading = await readDocument({ bytes: ciiInvoice() });
    expect(reading.fields.iban?.value).toBe('DE89 **** 3000');
    expect(JSON.stringify(reading)).not.toContain('0532');
  });

  it('whose page says another total than its XML is a difference', async () => {
    const reading = await readDocument({
      bytes: withXml(ciiInvoice(), germanInvoice({ total: '4.428,00', net: '4.200,00', tax: '228,00' }))
    });
    expect(reading.fields.total?.value).toBe('1428.00');
    expect(reading.differences).toContainEqual(expect.objectContaining({ field: 'total', structured: '1428.00', visible: '4428.00' }));
  });

  it.each([
    ['whose net and tax do not make its total', { gross: '1429.00' }, 'BR-CO-15'],
    ['whose price and quantity do not make the line', { linePrice: '300.00' }, 'PEPPOL-EN16931-R120'],
    ['without a seller', { seller: '' }, 'BR-06'],
    ['without a number', { number: '' }, 'BR-02'],
    ['whose tax is not its rate of the base', { tax: '128.00', gross: '1328.00' }, 'BR-CO-17']
  ])('%s is named by its rule', async (_, change, rule) => {
    const reading = await readDocument({ bytes: ciiInvoice(change) });
    expect(reading.structured?.findings).toContainEqual(expect.objectContaining({ rule, severity: 'error' }));
  });

  it('is read in UTF-16, too', async () => {
    const text = ciiInvoice().toString('utf8').replace('UTF-8', 'UTF-16');
    const reading = await readDocument({ bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]) });
    expect(reading.fields.vendor?.value).toBe('Lumenta Messebau GmbH');
  });
});

describe('the text of a PDF', () => {
  it('gives the fields of an invoice', async () => {
    const { fields, source, language, checks, taxes } = await readDocument({ bytes: pdfFile([{ texts: germanInvoice() }]) });
    expect(source).toBe('text');
    expect(language).toBe('de');
    expect(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field?.value]))).toMatchObject({
      vendor: 'Lumenta Messebau GmbH',
      invoiceNumber: 'RE-2026-0815',
      issueDate: '2026-03-14',
      serviceFrom: '2026-03-10',
      dueDate: '2026-04-13',
      currency: 'EUR',
      net: '1200.00',
      tax: '228.00',
      total: '1428.00',
      iban: 'DE89 **** 3000',
      vendorTaxId: 'DE123456788',
      buyer: 'Nordwind IT Services AG'
    });
    expect(checks.filter(({ holds }) => holds === false)).toEqual([]);
    expect(taxes[0]?.rate?.value).toBe('19');
  });

  it('gives its line items', async () => {
    const { lines } = await readDocument({ bytes: pdfFile([{ texts: germanInvoice() }]) });
    expect(
      lines.map(({ description, quantity, unitPrice, amount }) => [description?.value, quantity?.value, unitPrice?.value, amount?.value])
    ).toEqual([
      ['Messestand aufbauen', '2', '350.00', '700.00'],
      ['Flyer A5 gedruckt', '1000', '0.50', '500.00']
    ]);
  });

  it.each([90, 180, 270])('is read upright when the page is turned by %i degrees', async (rotate) => {
    const { fields } = await readDocument({ bytes: pdfFile([{ texts: germanInvoice(), rotate }]) });
    expect(fields.total?.value).toBe('1428.00');
    expect(fields.issueDate?.value).toBe('2026-03-14');
  });

  it('of an invoice that does not add up fails its check', async () => {
    const { checks } = await readDocument({ bytes: pdfFile([{ texts: germanInvoice({ tax: '238,00' }) }]) });
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'net_and_tax_are_total', holds: false }));
  });
});

describe('a picture', () => {
  const receipt = [
    'BRIGHT PAPER SHOP LTD',
    '12 Mill Road',
    'LEEDS LS1 4AB',
    'Date: 21/03/2026 14:05',
    'Receipt No: 004711',
    'A4 Copy paper 2 x 4.50 9.00',
    'Blue pens 3.25',
    'TOTAL 12.25',
    'CASH 20.00',
    'CHANGE 7.75'
  ];
  function photographed(
    lines: readonly string[],
    quarters = 0,
    angle = 0,
    format: 'image/png' | 'image/jpeg' | 'image/webp' = 'image/png'
  ): Buffer {
    const [width, height] = quarters % 2 === 0 ? [640, 700] : [700, 640];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#f4f2ee';
    context.fillRect(0, 0, width, height);
    context.translate(width / 2, height / 2);
    context.rotate((quarters * Math.PI) / 2 + angle);
    context.translate(-320, -350);
    context.fillStyle = '#222';
    context.font = '30px sans-serif';
    lines.forEach((line, i) => context.fillText(line, 60, 80 + i * 60));
    return format === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer(format, 85);
  }

  it.each([
    ['upright', 0, 0],
    ['on its side', 1, 0],
    ['on its head', 2, 0],
    ['on its other side', 3, 0],
    ['askew by four degrees', 0, 0.07]
  ])('%s is read', async (_, quarters, angle) => {
    const { fields, source } = await readDocument({ bytes: photographed(receipt, quarters, angle) });
    expect(source).toBe('ocr');
    expect([fields.total?.value, fields.issueDate?.value]).toEqual(['12.25', '2026-03-21']);
  });

  it('says how far the page was turned, with boxes on the upright page', async () => {
    const { pages, fields } = await readDocument({ bytes: photographed(receipt, 1) });
    expect(pages[0]).toMatchObject({ turned: 270, width: 640, height: 700 });
    const { box } = fields.total!.place!;
    expect(Math.abs(box.y + box.height / 2 - (80 + 7 * 60 - 10))).toBeLessThan(20);
  });

  it('in German keeps the letters the first reader cannot write', async () => {
    const { text } = await readDocument({
      bytes: photographed([
        'Rechnung der Bäckerei Größler',
        'Straße der Künste 5',
        'Datum: 03.05.2026',
        'Süße Brötchen und Brot',
        'Summe netto 10,00',
        'MwSt. und Betrag 0,70',
        'Gesamtbetrag 10,70'
      ])
    });
    expect(text).toContain('Größler');
    expect(text).toMatch(/Straße/);
    expect(text).toMatch(/Brötchen/);
  });

  it('without a word says so', async () => {
    const { outcome, reasons } = await readDocument({ bytes: photographed([]) });
    expect(outcome).toBe('partly');
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'no_text_found' }));
  });

  it('in a PDF without text is read as well', async () => {
    const jpeg = photographed(receipt, 0, 0, 'image/jpeg');
    const { fields, source } = await readDocument({
      bytes: pdfFile([{ jpeg: { bytes: jpeg, width: 640, height: 700 }, width: 320, height: 350 }])
    });
    expect([source, fields.total?.value]).toEqual(['ocr', '12.25']);
  });
});

describe('office files and mails', () => {
  it('give their text and what kind of proof they are', async () => {
    const docx = zipSync({
      'word/document.xml': strToU8(
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Attendance list of the workshop</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ida Falk &amp; Sons</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>signed</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>'
      )
    });
    const reading = await readDocument({ bytes: docx });
    expect(reading).toMatchObject({ outcome: 'read', format: 'docx', kind: { value: 'proof_of_attendance' } });
    expect(reading.text).toBe('Attendance list of the workshop\nIda Falk & Sons\tsigned');
  });

  it('give the cells of a workbook, shared texts among them', async () => {
    const xlsx = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': strToU8('<sst><si><t>Lead</t></si><si><r><t>Nord</t></r><r><t>wind</t></r></si></sst>'),
      'xl/worksheets/sheet1.xml': strToU8(
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Count</t></is></c></row><row><c t="s"><v>1</v></c><c><v>42</v></c></row></sheetData></worksheet>'
      )
    });
    expect((await readDocument({ bytes: xlsx })).text).toBe('Lead\tCount\nNordwind\t42');
  });

  it('give the rows of a table and the words of a mail', async () => {
    expect((await readDocument({ bytes: Buffer.from('name;leads\n"Falk; Ida";12\nRoth;7\n') })).text).toBe(
      'name\tleads\nFalk; Ida\t12\nRoth\t7'
    );
    const mail = await readDocument({
      bytes: Buffer.from(
        'From: Ida <ida@example.com>\r\nTo: x@example.com\r\nSubject: Your event\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\nThanks for joining us at the booth.\r\n'
      )
    });
    expect(mail).toMatchObject({ format: 'eml', outcome: 'read' });
    expect(mail.text).toContain('Thanks for joining us at the booth.');
  });
});
