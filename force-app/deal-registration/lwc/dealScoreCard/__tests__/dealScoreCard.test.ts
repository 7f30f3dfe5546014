import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { lastNavigation } from 'lightning/navigation';
import Toast from 'lightning/toast';
import DealScoreCard from 'c/dealScoreCard';
import { refreshApex } from '@salesforce/apex';
import getScoreCard from '@salesforce/apex/DealReviewController.getScoreCard';
import approve from '@salesforce/apex/DealReviewController.approve';
import reject from '@salesforce/apex/DealReviewController.reject';
import askForInformation from '@salesforce/apex/DealReviewController.askForInformation';
import retryScoring from '@salesforce/apex/DealReviewController.retryScoring';
import retryConversion from '@salesforce/apex/DealReviewController.retryConversion';

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

type Card = HTMLElement & Record<string, unknown> & { closeDecision: jest.Mock };
function cardIn(root: ShadowRoot): Card {
  const card = root.querySelector<Card>('c-core-recommendation-card')!;
  card.closeDecision = jest.fn();
  return card;
}
const fire = async (card: Card, name: string, detail?: unknown): Promise<void> => {
  card.dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const decision = (name: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  name,
  text: null,
  comment: null,
  overrideReason: null,
  ...changes
});
const names = (card: Card): string[] => (card.decisions as { name: string }[]).map(({ name }) => name);

describe('c-deal-score-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('passes the recommendation on as it is, with status, sub-scores and conflicts', async () => {
    const root = await render();
    const card = cardIn(root);
    expect(card).toMatchObject({ state: 'ready', statusLabel: 'In review', statusTone: 'neutral' });
    expect(card.recommendation).toMatchObject({ score: 71.4, confidence: 'High', recommendedAction: 'Route for review' });
    expect(card.subScores).toMatchObject([{ value: 70 }, { value: 60 }, { value: 10, higherIsWorse: true }]);
    expect(root.querySelector('c-deal-conflicts')).not.toBeNull();
    await expect(root.host).toBeAccessible();
  });

  it('approves, shows what became of it and says so', async () => {
    jest.mocked(approve).mockResolvedValue({ ...CARD, status: 'Approved', statusLabel: 'Approved' } as never);
    const told = jest.spyOn(Toast, 'show');
    const card = cardIn(await render());
    await fire(card, 'decide', decision('approve', { comment: 'ok', overrideReason: 'Different subsidiary' }));
    expect(approve).toHaveBeenCalledWith({ dealId: CARD.id, comment: 'ok', overrideReason: 'Different subsidiary' });
    expect(card).toMatchObject({ statusLabel: 'Approved', statusTone: 'success', busy: false });
    expect(card.closeDecision).toHaveBeenCalledTimes(1);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ variant: 'success' }), expect.anything());
  });

  it('asks why when the decision goes against the recommendation', async () => {
    const card = cardIn(await render({ overrideNeededFor: ['reject'] }));
    expect(card.decisions).toMatchObject([{ name: 'approve', needsReason: false }, { name: 'reject', needsReason: true }, { name: 'ask' }]);
  });

  it('rejects with a message to the partner, which may be the draft', async () => {
    jest.mocked(reject).mockResolvedValue(CARD as never);
    const card = cardIn(await render());
    expect((card.decisions as unknown[])[1]).toMatchObject({ offersDraft: true, asksFor: expect.stringContaining('Card_Message') });
    await fire(card, 'decide', decision('reject', { text: 'Sorry', comment: 'internal' }));
    expect(reject).toHaveBeenCalledWith({ dealId: CARD.id, messageToPartner: 'Sorry', comment: 'internal', overrideReason: null });
  });

  it('asks the partner a question', async () => {
    jest.mocked(askForInformation).mockResolvedValue(CARD as never);
    const card = cardIn(await render());
    await fire(card, 'decide', decision('ask', { text: 'Who decides?' }));
    expect(askForInformation).toHaveBeenCalledWith({ dealId: CARD.id, question: 'Who decides?', overrideReason: null });
  });

  it('leaves the panel open and says why when the decision fails', async () => {
    jest.mocked(reject).mockRejectedValue({ body: { message: 'Somebody else decided.' } });
    const card = cardIn(await render());
    await fire(card, 'decide', decision('reject', { text: 'Sorry' }));
    expect(card).toMatchObject({ actionError: 'Somebody else decided.', busy: false });
    expect(card.closeDecision).not.toHaveBeenCalled();
  });

  it('scores again, and follows scoring that is under way', async () => {
    jest.useFakeTimers();
    jest.mocked(retryScoring).mockResolvedValue({ ...CARD, aiStatus: 'Queued', score: null } as never);
    const card = cardIn(await render({ aiStatus: 'Not scored', score: null }));
    await fire(card, 'scoreagain');
    expect(retryScoring).toHaveBeenCalledWith({ dealId: CARD.id });
    jest.mocked(refreshApex).mockClear();
    await jest.advanceTimersByTimeAsync(1000);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ canDecide: false, canAskForInformation: false }, []],
    [{ canDecide: false, canAskForInformation: true }, ['ask']],
    [{ canDecide: true, canAskForInformation: true }, ['approve', 'reject', 'ask']]
  ])('offers with %j only %j', async (rights, offered) => {
    expect(names(cardIn(await render(rights)))).toEqual(offered);
  });

  it('opens the opportunity, and makes it again when that failed', async () => {
    jest.mocked(retryConversion).mockResolvedValue(CARD as never);
    const root = await render({ opportunityId: '006000000000001AAA', conversionError: 'Stage is missing' });
    root.querySelector<HTMLElement>('[data-id="opportunity"]')?.click();
    expect(lastNavigation()).toMatchObject({ attributes: { objectApiName: 'Opportunity', recordId: '006000000000001AAA' } });
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('Stage is missing');
    root.querySelector<HTMLElement>('[data-id="retry-conversion"]')?.click();
    await settled();
    expect(retryConversion).toHaveBeenCalledWith({ dealId: CARD.id });
  });

  it('shows an error with its reason, and missing access as such', async () => {
    const element = createElement('c-deal-score-card', { is: DealScoreCard });
    document.body.appendChild(element);
    adapter.error({ message: 'Down' }, 500);
    await settled();
    expect(cardIn(element.shadowRoot!)).toMatchObject({ state: 'error', message: 'Down' });
    adapter.error({ message: 'No' }, 403);
    await settled();
    expect(cardIn(element.shadowRoot!)).toMatchObject({ state: 'denied' });
  });
});
