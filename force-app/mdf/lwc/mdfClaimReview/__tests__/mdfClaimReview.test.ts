import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import MdfClaimReview from 'c/mdfClaimReview';
import getReview from '@salesforce/apex/MdfReviewController.getReview';
import approveInPart from '@salesforce/apex/MdfReviewController.approveInPart';

jest.mock(
  '@salesforce/apex/MdfReviewController.getReview',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/MdfReviewController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfReviewController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfReviewController.askForInformation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfReviewController.retryReview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfReviewController.approveInPart', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const review = getReview as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const CARD = {
  claim: { id: 'a02000000000001AAA', status: 'In Review', statusLabel: 'In review', programCurrencyCode: 'EUR', documents: [] },
  aiStatus: 'Scored',
  score: 40,
  eligibleAmount: 100,
  factors: [],
  discrepancies: [{ rule: 'lines', severity: 'high', text: 'The lines do not sum.', amount: '19.00' }],
  lines: [{ documentId: 'a04000000000001AAA', lineNumber: 1, description: 'Hall', cost: 100, adjustedCost: null, reason: null }],
  canDecide: true,
  canRetry: false
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};
type Part = HTMLElement & Record<string, unknown>;
async function render(): Promise<ShadowRoot> {
  const element = createElement('c-mdf-claim-review', { is: MdfClaimReview });
  Object.assign(element, { recordId: CARD.claim.id });
  document.body.appendChild(element);
  review.emit(CARD);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
const part = async (root: ShadowRoot): Promise<void> => {
  const detail = { name: 'part', text: 'Less', comment: null, overrideReason: null };
  root.querySelector('c-core-recommendation-card')!.dispatchEvent(new CustomEvent('decide', { detail }));
  await settled();
};
const adjust = async (root: ShadowRoot, name: string, value: string): Promise<void> => {
  const field = [...root.querySelectorAll<Part>('c-core-form-field')].find((each) => each.name === name)!;
  field.dispatchEvent(new CustomEvent('change', { detail: { name, value } }));
  await settled();
};

describe('c-mdf-claim-review', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows discrepancies with their amounts and every decision', async () => {
    const root = await render();
    expect(root.querySelector('[data-id="discrepancies"]')?.textContent).toContain('The lines do not sum. 19.00');
    expect(root.querySelector<Part>('c-core-recommendation-card')!.decisions).toHaveLength(4);
    await expect(root.host).toBeAccessible();
  });

  it('approves in part only with a reason for each adjusted line', async () => {
    jest.mocked(approveInPart).mockResolvedValue(CARD as never);
    const root = await render();
    await adjust(root, 'cost', '60');
    await part(root);
    expect(approveInPart).not.toHaveBeenCalled();
    expect(root.querySelector<Part>('c-core-recommendation-card')!.actionError).toContain('Reason_Required');
    await adjust(root, 'reason', 'Dinner');
    await part(root);
    const adjustments = [{ documentId: 'a04000000000001AAA', lineNumber: 1, cost: 60, reason: 'Dinner' }];
    expect(approveInPart).toHaveBeenCalledWith(expect.objectContaining({ adjustments, messageToPartner: 'Less' }));
  });

  it('says so when it fails, and when access is missing', async () => {
    const element = createElement('c-mdf-claim-review', { is: MdfClaimReview });
    document.body.appendChild(element);
    review.error({ message: 'No' }, 403);
    await settled();
    expect(element.shadowRoot!.querySelector<Part>('c-core-recommendation-card')!.state).toBe('denied');
  });
});
