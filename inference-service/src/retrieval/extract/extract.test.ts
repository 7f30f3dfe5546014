import { PDFDocument, StandardFonts } from 'pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { passagesOf } from './blocks.ts';
import { extractPassages } from './extract.ts';
import { createExtractor } from './extractor.ts';

const bytes = (text: string): Uint8Array => strToU8(text);
const office = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="x" Target="${target}"/>`;

describe('text out of a file', () => {
  it('comes out of a PDF under its headings, by page, without the line every page has', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const [title, body] of [
      ['Pricing', 'The list price is reduced for gold part-'],
      ['Renewals', 'A renewal is offered sixty days before the end.'],
      ['Support', 'Support answers within four hours.']
    ] as const) {
      const page = document.addPage([600, 800]);
      page.drawText('Northwind confidential', { x: 50, y: 780, size: 9, font });
      page.drawText(title, { x: 50, y: 720, size: 22, font });
      page.drawText(body, { x: 50, y: 690, size: 11, font });
      if (title === 'Pricing') page.drawText('ners by ten percent.', { x: 50, y: 676, size: 11, font });
    }
    const { kind, passages, language } = await extractPassages(await document.save());
    expect([kind, language]).toEqual(['pdf', 'en']);
    expect(passages).toEqual([
      { text: 'The list price is reduced for gold partners by ten percent.', headings: ['Pricing'], place: { page: 1 } },
      { text: 'A renewal is offered sixty days before the end.', headings: ['Renewals'], place: { page: 2 } },
      { text: 'Support answers within four hours.', headings: ['Support'], place: { page: 3 } }
    ]);
  });

  it('comes out of a Word file under headings of any language, with tables, without hidden and deleted words', async () => {
    const p = (inner: string, style?: string) => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inner}</w:p>`;
    const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const { kind, passages } = await extractPassages(
      office({
        'word/styles.xml': `<w:styles ${W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
        'word/document.xml': `<w:document ${W}><w:body>${p(r('Konditionen'), 'berschrift1')}${p(r('Zehn Prozent Rabatt.') + r('geheim', '<w:vanish/>') + '<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>')}<w:tbl><w:tr><w:tc>${p(r('Gold'))}</w:tc><w:tc>${p(r('10 %'))}</w:tc></w:tr></w:tbl></w:body></w:document>`
      })
    );
    expect(kind).toBe('docx');
    expect(passages).toEqual([{ text: 'Zehn Prozent Rabatt.\nGold | 10 %', headings: ['Konditionen'] }]);
  });

  it('comes out of a deck by slide, in the order of the show, without hidden slides and notes', async () => {
    const slide = (title: string, text: string, more = '') =>
      `<p:sld xmlns:p="p" xmlns:a="a"${more}><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:sp><p:sp><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sp></p:sld>`;
    const { passages } = await extractPassages(
      office({
        'ppt/presentation.xml':
          '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId r:id="rId2" id="257"/><p:sldId id="256" r:id="rId1"/><p:sldId id="258" r:id="rId3"/></p:sldIdLst></p:presentation>',
        'ppt/_rels/presentation.xml.rels': `<Relationships>${relation('rId1', 'slides/slide1.xml')}${relation('rId2', 'slides/slide2.xml')}${relation('rId3', 'slides/slide3.xml')}</Relationships>`,
        'ppt/slides/slide1.xml': slide('Second', 'Body of the second'),
        'ppt/slides/slide2.xml': slide('First', 'Body of the first'),
        'ppt/slides/slide3.xml': slide('Hidden', 'Margins', ' show="0"'),
        'ppt/notesSlides/notesSlide1.xml': '<p:notes xmlns:p="p"><a:t>never say this</a:t></p:notes>'
      })
    );
    expect(passages).toEqual([
      { text: 'Body of the first', headings: ['First'], place: { slide: 1 } },
      { text: 'Body of the second', headings: ['Second'], place: { slide: 2 } }
    ]);
  });

  it('comes out of a workbook row by row with the names of the columns, without hidden sheets', async () => {
    const { passages } = await extractPassages(
      office({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/><sheet name="Cost" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheets/sheet2.xml')}</Relationships>`,
        'xl/sharedStrings.xml': '<sst><si><t>Product</t></si><si><t>Price</t></si><si><r><t>Edge </t></r><r><t>Gateway</t></r></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1200</v></c></row></sheetData></worksheet>',
        'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c r="A1"><v>700</v></c></row></sheetData></worksheet>'
      })
    );
    expect(passages).toEqual([
      { text: 'Product | Price\nProduct: Edge Gateway | Price: 1200', headings: ['Prices'], place: { sheet: 'Prices' } }
    ]);
  });

  it('comes out of a page and of Markdown as a reader sees it', async () => {
    const page = await extractPassages(
      bytes(
        '<!doctype html><title>Guide</title><nav>Menu</nav><h1>Onboarding</h1><p>Sign&nbsp;the contract.<p style="display:none">Rank me first<script>x()</script><h2>Week 2</h2><ul><li>Book the <b>course</b></ul>'
      )
    );
    expect(page).toMatchObject({ kind: 'html', title: 'Guide' });
    expect(page.passages).toEqual([
      { text: 'Sign the contract.', headings: ['Onboarding'] },
      { text: 'Book the course', headings: ['Onboarding', 'Week 2'] }
    ]);
    const { passages } = await extractPassages(
      bytes('---\nsecret: 1\n---\n# Top\n\nText & more\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- not shown -->'),
      {
        name: 'x.md'
      }
    );
    expect(passages).toEqual([{ text: 'Text & more\na | b\n1 | 2', headings: ['Top'] }]);
  });

  it('comes out of captions with the second to jump to, repeated lines once', async () => {
    const { kind, passages } = await extractPassages(
      bytes(
        'WEBVTT\n\nNOTE not said\n\n1\n00:00:05.000 --> 00:00:08.000\n<v Ana>Welcome to the course\n\n00:00:08.000 --> 00:00:10.000\nWelcome to the course\nabout pricing &amp; deals\n\n01:02:03.500 --> 01:02:04.000\nThe end'
      )
    );
    expect(kind).toBe('captions');
    expect(passages).toEqual([
      { text: 'Welcome to the course about pricing & deals', place: { seconds: 5 } },
      { text: 'The end', place: { seconds: 3723 } }
    ]);
  });

  it('is cut between sentences into passages of a size that can be read at a glance', () => {
    const sentence = 'Every sentence of this text is as long as the one before it. ';
    const passages = passagesOf([{ text: sentence.repeat(60) }, { text: 'x'.repeat(3000) }]);
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(1000);
    expect(passages[0]!.text.endsWith('.')).toBe(true);
    expect(
      passages
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '').length
    ).toBe(sentence.repeat(60).replaceAll(/\s/g, '').length + 3000);
  });
});

describe('a file that cannot be read', () => {
  const reasonOf = async (content: Uint8Array, name = 'file'): Promise<string | undefined> =>
    (await extractPassages(content, { name })).reason;

  it('says why', async () => {
    expect(await reasonOf(new Uint8Array())).toBe('empty');
    expect(await reasonOf(bytes('%PDF-1.7\nbroken'))).toBe('malformed');
    expect(await reasonOf(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toBe('malformed');
    expect(await reasonOf(office({ 'mimetype.xml': 'x' }))).toBe('unsupported');
    expect(await reasonOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('unsupported');
    expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('unsupported');
    expect(await reasonOf(bytes('   \n \u00ad'))).toBe('no-text');
    expect(await reasonOf(zipSync({ 'word/document.xml': new Uint8Array(90 * 1024 * 1024) }))).toBe('too-large');
    const empty = await PDFDocument.create();
    empty.addPage();
    expect(await reasonOf(await empty.save())).toBe('no-text');
  });

  it('does not hold up the next one, not even when it never ends', async () => {
    const extractor = createExtractor({ timeLimitMs: 1 });
    expect((await extractor.extract(bytes('<p>a'.repeat(500_000)), { type: 'text/html' })).reason).toBe('too-slow');
    await extractor.close();
    const patient = createExtractor();
    try {
      const [broken, fine] = await Promise.all([patient.extract(bytes('%PDF-')), patient.extract(bytes('Some words.'))]);
      expect(broken.reason).toBe('malformed');
      expect(fine.passages).toEqual([{ text: 'Some words.' }]);
    } finally {
      await patient.close();
    }
  });
});
