/** Reads business documents: bytes in, fields with their places and confidence out. Knows no capability. */
export { createDocumentReader, ReaderBusy, type DocumentReader, type ReaderOptions } from './pool.ts';
export { compareFingerprints, type FingerprintMatch } from './fingerprint/compare.ts';
export * from './types.ts';
