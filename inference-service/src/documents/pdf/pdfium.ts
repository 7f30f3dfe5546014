import { PDFiumModule } from '@hyzyla/pdfium';
import { Unreadable } from '../unreadable.ts';

/**
 * PDFium compiled to WebAssembly: whatever a hostile file does stays inside the module's memory. It is built without a script engine and
 * no form environment is ever opened, so scripts of a document cannot run. The package types a part of what it exports; the rest, as
 * PDFium's headers (fpdfview.h, fpdf_text.h, fpdf_attachment.h) declare it, is typed here.
 */
export type Pdfium = {
  HEAPU8: Uint8Array;
  HEAPF32: Float32Array;
  HEAP32: Int32Array;
  wasmExports: { malloc(bytes: number): number; free(at: number): void };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(at: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_PageToDevice(
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    atX: number,
    atY: number,
    outX: number,
    outY: number
  ): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, size: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, size: number, outSize: number): number;
  _FPDFDoc_GetJavaScriptActionCount(document: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, at: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, color: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number
  ): void;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
};

let loading: Promise<Pdfium> | undefined;
let loaded: Pdfium | undefined;

/** Bytes of memory the thread's instance has taken so far. */
export const heldByPdfium = (): number => loaded?.HEAPU8.byteLength ?? 0;

/** One instance a thread; loading takes about 50 ms. */
export function pdfium(): Promise<Pdfium> {
  loading ??= (PDFiumModule as unknown as (options: object) => Promise<Pdfium>)({}).then((module) => {
    module._FPDF_InitLibraryWithConfig({ version: 2, m_pIsolate: null, m_pUserFontPaths: null, m_v8EmbedderSlot: 0, m_pPlatform: null });
    loaded = module;
    return module;
  });
  return loading;
}

const PASSWORD_NEEDED = 4;
const SECURITY_UNKNOWN = 5;

export type PdfDocument = { module: Pdfium; handle: number; pages: number };

/** Opens the document, runs `work` and closes it. Throws `Unreadable` when it is encrypted or broken. */
export async function withPdf<T>(bytes: Uint8Array, work: (document: PdfDocument) => T | Promise<T>): Promise<T> {
  const module = await pdfium();
  const at = module.wasmExports.malloc(bytes.length);
  if (at === 0) throw new Unreadable('out_of_memory', 'The document does not fit into the memory of the reader');
  module.HEAPU8.set(bytes, at);
  const handle = module._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (handle === 0) {
      const code = module._FPDF_GetLastError();
      if (code === PASSWORD_NEEDED) throw new Unreadable('encrypted', 'The PDF is protected by a password');
      if (code === SECURITY_UNKNOWN) throw new Unreadable('encrypted', 'The PDF is protected in a way that cannot be opened');
      throw new Unreadable('malformed', 'The PDF is damaged');
    }
    return await work({ module, handle, pages: module._FPDF_GetPageCount(handle) });
  } finally {
    if (handle !== 0) module._FPDF_CloseDocument(handle);
    module.wasmExports.free(at);
  }
}

export type PdfPage = { module: Pdfium; handle: number; number: number; width: number; height: number };

/** Null when the page cannot be loaded; other pages may still be fine. */
export function withPage<T>({ module, handle }: PdfDocument, number: number, work: (page: PdfPage) => T): T | null {
  const page = module._FPDF_LoadPage(handle, number - 1);
  if (page === 0) return null;
  try {
    return work({ module, handle: page, number, width: module._FPDF_GetPageWidthF(page), height: module._FPDF_GetPageHeightF(page) });
  } finally {
    module._FPDF_ClosePage(page);
  }
}

export type Attachment = { name: string; bytes: Uint8Array };
const MOST_ATTACHMENTS = 20;

/** Embedded files up to `largest` bytes each; `leftOut` counts those that are larger, broken or too many. */
export function attachmentsOf({ module, handle }: PdfDocument, largest: number): { attachments: Attachment[]; leftOut: number } {
  const count = module._FPDFDoc_GetAttachmentCount(handle);
  const attachments: Attachment[] = [];
  let leftOut = Math.max(0, count - MOST_ATTACHMENTS);
  const length = module.wasmExports.malloc(8);
  for (let i = 0; i < Math.min(count, MOST_ATTACHMENTS); i += 1) {
    const attachment = module._FPDFDoc_GetAttachment(handle, i);
    if (attachment === 0 || module._FPDFAttachment_GetFile(attachment, 0, 0, length) === 0) {
      leftOut += 1;
      continue;
    }
    const size = module.HEAP32[length >> 2]! >>> 0;
    if (size === 0 || size > largest) {
      leftOut += 1;
      continue;
    }
    const buffer = module.wasmExports.malloc(size);
    if (buffer === 0 || module._FPDFAttachment_GetFile(attachment, buffer, size, length) === 0) leftOut += 1;
    else attachments.push({ name: attachmentName(module, attachment), bytes: module.HEAPU8.slice(buffer, buffer + size) });
    if (buffer !== 0) module.wasmExports.free(buffer);
  }
  module.wasmExports.free(length);
  return { attachments, leftOut };
}

function attachmentName(module: Pdfium, attachment: number): string {
  const size = module._FPDFAttachment_GetName(attachment, 0, 0);
  if (size < 2 || size > 2048) return '';
  const buffer = module.wasmExports.malloc(size);
  module._FPDFAttachment_GetName(attachment, buffer, size);
  const name = Buffer.from(module.HEAPU8.slice(buffer, buffer + size - 2)).toString('utf16le');
  module.wasmExports.free(buffer);
  return name;
}

export const scriptsIn = ({ module, handle }: PdfDocument): number => Math.max(0, module._FPDFDoc_GetJavaScriptActionCount(handle));
