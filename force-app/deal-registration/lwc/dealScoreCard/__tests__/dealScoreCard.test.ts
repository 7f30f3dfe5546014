import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import DealScoreCard from 'c/dealScoreCard';
import { refreshApex } from '@salesforce/apex';
import getScoreCard from '@salesforce/apex/DealReviewController.getScoreCard';
import approve from '@salesforce/apex/DealReviewController.approve';
import reject from '@salesforce/apex/DealReviewController.reject';
import askForInformation from '@salesforce/apex/DealReviewController.askForInformation';
import retryScoring from '@salesforce/apex/DealReviewController.retryScoring';

jest.mock(
  '@salesforce/apex/DealReviewController.getScoreCard',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/DealReviewController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealReviewController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealReviewController.askForInformation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealReviewController.retryScoring', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealReviewController.retryConversion', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const adapter = getScoreCard as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const CARD = {
  id: 'a01000000000001AAA',
  name: 'DR-000001',
  company: 'Acme',
  status: 'In Review',
  statusLabel: 'In review',
  aiStatus: 'Scored',
  score: 71.4,
  confidence: 'High',
  sampleSize: 412,
  recommendedAction: 'Route for review',
  explanation: 'Deals like this are won often.',
  replyDraft: 'Thank you for registering Acme.',
  scoredAt: '2026-11-23T10:00:00Z',
  partnerFit: 60,
  dealQuality: 70,
  conflictRisk: 10,
  baseline: { label: 'Average', points: 50 },
  factors: [{ name: 'amount', label: 'Amount', area: 'deal', value: '1000', points: 21.4, text: 'Often won' }],
  conflicts: [],
  missing: [],
  modelNote: null,
  model: 'm1',
  modelVersion: 3,
  mode: 'Assist',
  canDecide: true,
  canAskForInformation: true,
  canRetryScoring: true,
  overrideNeededFor: [] as string[]
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

async function render(changes: Partial<typeof CARD> | Record<string, unknown> = {}): Promise<ShadowRoot> {
  const element = createElement('c-deal-score-card', { is: DealScoreCard });
  Object.assign(element, { recordId: CARD.id });
  document.body.appendChild(element);
  adapter.emit({ ...CARD, ...changes });
  await settled();
  return element.shadowRoot as ShadowRoot;
}
const text = (root: ShadowRoot, id: string): string | undefined => root.querySelector(`[data-id="${id}"]`)?.textContent?.trim();
const click = async (root: ShadowRoot, selector: string): Promise<void> => {
  root.querySelector<HTMLElement>(selector)?.click();
  await settled();
};
const type = async (root: ShadowRoot, id: string, value: string): Promise<void> => {
  root.querySelector(`[data-id="${id}"]`)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};
const confirmDisabled = (root: ShadowRoot): boolean | undefined =>
  root.querySelector<HTMLElement & { disabled: boolean }>('[data-id="confirm"]')?.disabled;

describe('c-deal-score-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('never shows the score without confidence, action and reasons', async () => {
    const root = await render();
    expect(text(root, 'score')).toBe('71');
    expect(text(root, 'action')).toBe('Route for review');
    expect(text(root, 'confidence')).toContain('Card_Sample');
    expect(root.querySelector<HTMLElement & { factors: unknown[] }>('c-deal-factors')?.factors).toHaveLength(1);
    expect(text(root, 'explanation')).toBe('Deals like this are won often.');
    await expect(root.host).toBeAccessible();
  });

  it('approves with one confirmation', async () => {
    jest
      .mocked(approve)
      .mockResolvedValue({ ...CARD, status: 'Approved', statusLabel: 'Approved', canDecide: false, canAskForInformation: false } as never);
    const root = await render();
    await click(root, '[data-decision="approve"]');
    await click(root, '[data-id="confirm"]');
    expect(approve).toHaveBeenCalledWith({ dealId: CARD.id, comment: null, overrideReason: null });
    expect(text(root, 'status')).toBe('Approved');
    expect(root.querySelector('[data-id="decision-panel"]')).toBeNull();
  });

  it('asks why when the decision goes against the recommendation', async () => {
    jest.mocked(approve).mockResolvedValue(CARD as never);
    const root = await render({ recommendedAction: 'Reject as duplicate', overrideNeededFor: ['approve'] });
    await click(root, '[data-decision="approve"]');
    expect(confirmDisabled(root)).toBe(true);
    await type(root, 'override', 'Different subsidiary');
    expect(confirmDisabled(root)).toBe(false);
    await click(root, '[data-id="confirm"]');
    expect(approve).toHaveBeenCalledWith({ dealId: CARD.id, comment: null, overrideReason: 'Different subsidiary' });
  });

  it('never rejects without a message to the partner, and offers the draft', async () => {
    jest.mocked(reject).mockResolvedValue(CARD as never);
    const root = await render();
    await click(root, '[data-decision="reject"]');
    expect(confirmDisabled(root)).toBe(true);
    await click(root, '[data-id="use-draft"]');
    await type(root, 'comment', 'internal');
    await click(root, '[data-id="confirm"]');
    expect(reject).toHaveBeenCalledWith({ dealId: CARD.id, messageToPartner: CARD.replyDraft, comment: 'internal', overrideReason: null });
  });

  it('asks the partner a question', async () => {
    jest.mocked(askForInformation).mockResolvedValue(CARD as never);
    const root = await render();
    await click(root, '[data-decision="ask"]');
    await type(root, 'text', 'Who decides?');
    await click(root, '[data-id="confirm"]');
    expect(askForInformation).toHaveBeenCalledWith({ dealId: CARD.id, question: 'Who decides?', overrideReason: null });
  });

  it('keeps the panel and what was typed when the decision fails', async () => {
    jest.mocked(reject).mockRejectedValue({ body: { message: 'Somebody else decided.' } });
    const root = await render();
    await click(root, '[data-decision="reject"]');
    await type(root, 'text', 'Sorry');
    await click(root, '[data-id="confirm"]');
    expect(text(root, 'action-error')).toBe('Somebody else decided.');
    expect(root.querySelector<HTMLElement & { value: string }>('[data-id="text"]')?.value).toBe('Sorry');
  });

  it('says that a registration was not scored, why, and lets a person decide and try again', async () => {
    jest.mocked(retryScoring).mockResolvedValue({ ...CARD, aiStatus: 'Queued', score: null } as never);
    const root = await render({ aiStatus: 'Not scored', score: null, lastError: 'The service did not answer.' });
    expect(text(root, 'not-scored')).toContain('The service did not answer.');
    expect(root.querySelector('[data-decision="approve"]')).not.toBeNull();
    await click(root, '[data-id="retry-scoring"]');
    expect(retryScoring).toHaveBeenCalledWith({ dealId: CARD.id });
    expect(root.querySelector('[data-id="queued"]')).not.toBeNull();
  });

  it('follows scoring that is under way', async () => {
    jest.useFakeTimers();
    await render({ aiStatus: 'Queued', score: null });
    await jest.advanceTimersByTimeAsync(1000);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('offers no decision to someone who may not decide', async () => {
    const root = await render({ canDecide: false, canAskForInformation: false });
    expect(root.querySelector('[data-decision]')).toBeNull();
  });

  it('marks shadow mode', async () => {
    const root = await render({ mode: 'Shadow' });
    expect(root.querySelector('[role="note"]')).not.toBeNull();
  });

  it('shows markup in explanations as text', async () => {
    const root = await render({ explanation: '<script>alert(1)</script>' });
    expect(root.querySelector('script')).toBeNull();
    expect(text(root, 'explanation')).toContain('<script>');
  });
});
