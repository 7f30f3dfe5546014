import { createHash } from 'node:crypto';

export const contentHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
