import { compareFingerprints, type Fingerprints } from '../../documents/index.ts';
import type { Claim, ClaimedDocument } from './contract.ts';

export type Duplicate = {
  document: string;
  other: Claim['otherDocuments'][number] | undefined;
  /** A second document of the same claim, when it is that. */
  within: string | undefined;
  same: 'invoice' | 'content' | 'text' | 'picture';
  probability: number;
};

/** Documents that stand on another claim too, or twice on this one. */
export function duplicatesOf(claim: Claim): Duplicate[] {
  return claim.documents.flatMap((document, position) => {
    const earlier = claim.documents.slice(0, position).flatMap((twin) => compared(document, twin, undefined, twin.ref) ?? []);
    const elsewhere = claim.otherDocuments.flatMap((other) => compared(document, other, other, undefined) ?? []);
    const [strongest] = [...earlier, ...elsewhere].sort((a, b) => b.probability - a.probability);
    return strongest ? [strongest] : [];
  });
}

function compared(
  document: ClaimedDocument,
  twin: Pick<ClaimedDocument, 'invoiceKey' | 'fingerprints'>,
  other: Duplicate['other'],
  within: string | undefined
): Duplicate | undefined {
  const found = (same: Duplicate['same'], probability: number) => ({ document: document.ref, other, within, same, probability });
  if (document.invoiceKey && document.invoiceKey === twin.invoiceKey) return found('invoice', 1);
  if (!document.fingerprints || !twin.fingerprints) return undefined;
  const { same, probability } = compareFingerprints(prints(document.fingerprints), prints(twin.fingerprints));
  return same ? found(same, probability) : undefined;
}

function prints({ content, words, facts, pictures }: NonNullable<ClaimedDocument['fingerprints']>): Fingerprints {
  return { content, text: words, facts, pictures };
}
