import { createElement } from 'lwc';
import CoreRecommendationCard from 'c/coreRecommendationCard';

type Anything = Record<string, unknown>;
const RECOMMENDATION = {
  aiStatus: 'Scored',
  mode: 'Assist',
  score: 71.4,
  confidence: 'High',
  sampleSize: 412,
  confidenceReason: 'Many alike',
  recommendedAction: 'Route for review',
  explanation: 'Records like this are won often.',
  replyDraft: 'Thank you for registering Acme.',
  scoredAt: '2026-11-23T10:00:00Z',
  baseline: { label: 'Average', points: 50 },
  factors: [{ name: 'amount', label: 'Amount', value: '1000', points: 21.4, text: 'Often won' }],
  missing: ['Contact', 'Budget'],
  modelNote: null,
  model: 'm1',
  modelVersion: '3',
  lastError: null,
  nextAttemptAt: null,
  canRetryScoring: true
};
const APPROVE = { name: 'approve', label: 'Approve', confirmLabel: 'Approve it', kind: 'approve', takesComment: true };
const REJECT = { name: 'reject', label: 'Reject', confirmLabel: 'Reject it', kind: 'reject', asksFor: 'Message', offersDraft: true };
const ASK = { name: 'ask', label: 'Ask', confirmLabel: 'Send', kind: 'other', asksFor: 'Question' };

async function render(properties: Anything = {}, recommendation: Anything = {}): Promise<HTMLElement & Anything> {
  const element = createElement('c-core-recommendation-card', { is: CoreRecommendationCard }) as unknown as HTMLElement & Anything;
  Object.assign(element, {
    heading: 'Score card',
    state: 'ready',
    recommendation: { ...RECOMMENDATION, ...recommendation },
    decisions: [APPROVE, REJECT, ASK],
    ...properties
  });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const find = (card: HTMLElement, id: string): (HTMLElement & Anything) | null => card.shadowRoot!.querySelector(`[data-id="${id}"]`);
const text = (card: HTMLElement, id: string): string | undefined => find(card, id)?.textContent?.trim();
const click = async (target: Element | null | undefined): Promise<void> => {
  (target as HTMLElement | null)?.click();
  await Promise.resolve();
};
const choose = (card: HTMLElement, name: string): Promise<void> => click(card.shadowRoot!.querySelector(`[data-decision="${name}"]`));
const type = async (card: HTMLElement, id: string, value: string): Promise<void> => {
  find(card, id)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
};
const decisions = (card: HTMLElement): jest.Mock => {
  const decided = jest.fn();
  card.addEventListener('decide', (event) => decided((event as CustomEvent).detail));
  return decided;
};

describe('c-core-recommendation-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('never shows the score without confidence, sample, action and reasons', async () => {
    const card = await render({ sampleLabel: 'from {0} past deals' });
    expect(text(card, 'score')).toBe('71');
    expect(text(card, 'action')).toBe('Route for review');
    expect(card.shadowRoot!.querySelector('c-core-confidence')).toMatchObject({ level: 'High', sampleSize: 412, reason: 'Many alike' });
    expect(card.shadowRoot!.querySelector('c-core-factors')).toMatchObject({ factors: RECOMMENDATION.factors, score: 71.4 });
    expect(text(card, 'explanation')).toBe('Records like this are won often.');
    expect(text(card, 'missing')).toContain('Contact, Budget');
    await expect(card).toBeAccessible();
  });

  it('puts the decision before the reasons', async () => {
    const card = await render();
    const approve = card.shadowRoot!.querySelector('[data-decision="approve"]')!;
    expect(approve.compareDocumentPosition(find(card, 'explanation')!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('shows what the score is made of, and no gauge for what is not known', async () => {
    const subScores = [
      { name: 'fit', label: 'Fit', value: 60.4 },
      { name: 'risk', label: 'Risk', value: 130, higherIsWorse: true },
      { name: 'none', label: 'None', value: null }
    ];
    const card = await render({ subScores });
    const gauges = [...card.shadowRoot!.querySelectorAll<HTMLElement>('.gauge__bar')];
    expect(gauges.map(({ style }) => style.width)).toEqual(['60%', '100%']);
    expect(gauges[1]?.className).toContain('gauge__bar_risk');
  });

  it.each(['loading', 'error', 'denied', 'offline'])('shows the state %s', async (state) => {
    const card = await render({ state, recommendation: null, message: 'Down' });
    expect(card.shadowRoot!.querySelector('c-core-state')).toMatchObject({ state, message: 'Down' });
    expect(find(card, 'score')).toBeNull();
    await expect(card).toBeAccessible();
  });

  it('decides with one confirmation, and closes only when its owner says it is done', async () => {
    const card = await render();
    const decided = decisions(card);
    await choose(card, 'approve');
    await type(card, 'comment', ' known customer ');
    await click(find(card, 'confirm'));
    expect(decided).toHaveBeenCalledWith({ name: 'approve', text: null, comment: 'known customer', overrideReason: null });
    expect(find(card, 'decision-panel')).not.toBeNull();
    (card as unknown as CoreRecommendationCard).closeDecision();
    await Promise.resolve();
    expect(find(card, 'decision-panel')).toBeNull();
  });

  it('asks why when the decision goes against the recommendation', async () => {
    const card = await render({ decisions: [{ ...APPROVE, needsReason: true }] });
    const decided = decisions(card);
    await choose(card, 'approve');
    expect(find(card, 'confirm')?.disabled).toBe(true);
    await expect(card).toBeAccessible();
    await type(card, 'override', '   ');
    expect(find(card, 'confirm')?.disabled).toBe(true);
    await type(card, 'override', 'Different subsidiary');
    await click(find(card, 'confirm'));
    expect(decided).toHaveBeenCalledWith({ name: 'approve', text: null, comment: null, overrideReason: 'Different subsidiary' });
  });

  it('takes no decision without the text it needs, and offers the draft for it', async () => {
    const card = await render();
    const decided = decisions(card);
    await choose(card, 'reject');
    expect(find(card, 'confirm')?.disabled).toBe(true);
    await click(find(card, 'use-draft'));
    expect(find(card, 'use-draft')).toBeNull();
    await click(find(card, 'confirm'));
    expect(decided).toHaveBeenCalledWith({ name: 'reject', text: RECOMMENDATION.replyDraft, comment: null, overrideReason: null });
  });

  it('offers no draft where none is wanted, and no comment where none is kept', async () => {
    const card = await render();
    await choose(card, 'ask');
    expect(find(card, 'use-draft')).toBeNull();
    expect(find(card, 'comment')).toBeNull();
  });

  it('keeps the panel and what was typed when the decision fails', async () => {
    const card = await render();
    await choose(card, 'reject');
    await type(card, 'text', 'Sorry');
    await click(find(card, 'confirm'));
    Object.assign(card, { busy: false, actionError: 'Somebody else decided.' });
    await Promise.resolve();
    expect(text(card, 'action-error')).toBe('Somebody else decided.');
    expect(find(card, 'text')?.value).toBe('Sorry');
  });

  it('cannot be confirmed twice', async () => {
    const card = await render();
    await choose(card, 'approve');
    card.busy = true;
    await Promise.resolve();
    expect(find(card, 'confirm')?.disabled).toBe(true);
  });

  it('says that a record was not scored, why and when it is tried again, and lets a person decide meanwhile', async () => {
    const card = await render({}, { aiStatus: 'Not scored', score: null, lastError: 'No answer.', nextAttemptAt: '2026-11-23T10:00:00Z' });
    const again = jest.fn();
    card.addEventListener('scoreagain', again);
    expect(text(card, 'not-scored')).toContain('No answer.');
    expect(card.shadowRoot!.querySelectorAll('[data-decision]')).toHaveLength(3);
    await click(find(card, 'score-again'));
    expect(again).toHaveBeenCalledTimes(1);
    await expect(card).toBeAccessible();
  });

  it.each([
    [{ aiStatus: 'Queued', score: null }, 'queued'],
    [{ aiStatus: null, score: null }, 'off'],
    [{ mode: 'Shadow' }, 'shadow']
  ])('marks %j', async (recommendation, id) => {
    const card = await render({}, recommendation);
    expect(find(card, id)).not.toBeNull();
    await expect(card).toBeAccessible();
  });

  it('offers nothing to somebody who may not decide', async () => {
    const card = await render({ decisions: [] }, { canRetryScoring: false });
    expect(card.shadowRoot!.querySelector('.actions')).toBeNull();
  });

  it('says who decided, and that it was against the recommendation', async () => {
    const decided = { decidedAt: '2026-11-23T10:00:00Z', decidedByName: 'Priya', decisionComment: 'ok', overrideReason: 'Known' };
    const card = await render({ decided, decisions: [] });
    expect(text(card, 'decided')).toContain('Card_Decided');
    expect(text(card, 'decided')).toContain('Known');
  });

  it('shows the clock while a decision is awaited, and says when it has run out', async () => {
    expect(text(await render({ dueAt: '2000-01-01T00:00:00Z' }), 'due')).toContain('Core_Card_Overdue');
    expect(text(await render({ dueAt: '2999-01-01T00:00:00Z' }), 'due')).toContain('Core_Card_Due');
    expect(find(await render({ dueAt: '2999-01-01T00:00:00Z', decisions: [] }), 'due')).toBeNull();
  });

  it('shows markup in explanations as text', async () => {
    const card = await render({}, { explanation: '<script>alert(1)</script>' });
    expect(card.shadowRoot!.querySelector('script')).toBeNull();
    expect(text(card, 'explanation')).toContain('<script>');
  });
});
