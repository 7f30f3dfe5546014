/** Writes small PDFs for tests: text at places, pictures, embedded files, and what hostile ones contain. Nothing here is anybody's document. */
export type PdfText = { text: string; x: number; y: number; size?: number };
export type PdfPageContent = {
  texts?: PdfText[];
  jpeg?: { bytes: Uint8Array; width: number; height: number };
  rotate?: number;
  width?: number;
  height?: number;
};
export type PdfFileOptions = { attachments?: { name: string; bytes: Uint8Array }[]; script?: string; encrypted?: boolean };

/** WinAnsi octal escapes for what is not ASCII. */
function literal(text: string): string {
  const bytes = [...text].map((character) => (character === '€' ? 0x80 : character.charCodeAt(0) & 0xff));
  return `(${bytes.map((byte) => (byte < 32 || byte > 126 || byte === 40 || byte === 41 || byte === 92 ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte))).join('')})`;
}

/** Y counts from the top, in points. */
export function pdfFile(
  pages: readonly PdfPageContent[],
  { attachments = [], script, encrypted = false }: PdfFileOptions = {}
): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
  const stream = (dictionary: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
      bytes,
      Buffer.from('\nendstream', 'latin1')
    ]);
  const catalog = add('');
  const tree = add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map(({ texts = [], jpeg, rotate = 0, width = 595, height = 842 }) => {
    const image = jpeg
      ? add(
          stream(
            `/Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
            jpeg.bytes
          )
        )
      : 0;
    const drawn = texts.map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${height - y} Td ${literal(text)} Tj ET`);
    if (image) drawn.push(`q ${width} 0 0 ${height} 0 0 cm /I1 Do Q`);
    const content = add(stream('', Buffer.from(drawn.join('\n'), 'latin1')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >>${image ? ` /XObject << /I1 ${image} 0 R >>` : ''} >> >>`
    );
  });
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
    'latin1'
  );
  const names = attachments.map(({ name, bytes }) => {
    const file = add(stream('/Type /EmbeddedFile /Subtype /text#2Fxml', bytes));
    return `(${name}) ${add(`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${file} 0 R >> /AFRelationship /Alternative >>`)} 0 R`;
  });
  const action = script === undefined ? 0 : add(`<< /S /JavaScript /JS ${literal(script)} >>`);
  objects[catalog - 1] = Buffer.from(
    `<< /Type /Catalog /Pages ${tree} 0 R /Names << ${names.length > 0 ? `/EmbeddedFiles << /Names [${names.join(' ')}] >>` : ''} ${action ? `/JavaScript << /Names [(run) ${action} 0 R] >>` : ''} >>${action ? ` /OpenAction ${action} 0 R` : ''} >>`,
    'latin1'
  );
  const encryption = encrypted
    ? add(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >>`)
    : 0;
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  objects.forEach((body, i) => {
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += object.length;
    parts.push(object);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root ${catalog} 0 R${encryption ? ` /Encrypt ${encryption} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]` : ''} >>`;
  parts.push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1')
  );
  return Buffer.concat(parts);
}
