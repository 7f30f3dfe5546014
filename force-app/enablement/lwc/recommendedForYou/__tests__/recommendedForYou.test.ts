import { createElement } from 'lwc';
import RecommendedForYou from 'c/recommendedForYou';
import getFeed from '@salesforce/apex/RecommendationFeedController.getFeed';
import recordInteraction from '@salesforce/apex/RecommendationFeedController.recordInteraction';
import recordShown from '@salesforce/apex/RecommendationFeedController.recordShown';

jest.mock('@salesforce/apex/RecommendationFeedController.getFeed', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RecommendationFeedController.recordInteraction', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RecommendationFeedController.recordShown', () => ({ default: jest.fn() }), { virtual: true });

const feed = getFeed as unknown as jest.Mock;
const record = recordInteraction as unknown as jest.Mock;
const shown = recordShown as unknown as jest.Mock;
const CARD = {
  id: 'a01000000000001AAA',
  title: 'Battle card <b>one</b>',
  summary: 'Where they are weak',
  kind: 'Battle card',
  kindLabel: 'Battle card',
  language: 'en',
  hasFile: false,
  publishedOn: '2026-11-01',
  reason: 'You registered a deal against Vantora',
  saved: false
};
const OTHER = { ...CARD, id: 'a01000000000002AAA', title: 'Playbook two', kind: 'Playbook' };

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
};
async function render(): Promise<ShadowRoot> {
  const element = createElement('c-recommended-for-you', { is: RecommendedForYou });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
type Cards = HTMLElement & { cards: readonly unknown[] };
const cardsIn = (root: ShadowRoot): Cards | null => root.querySelector<Cards>('c-content-cards');
const stateIn = (root: ShadowRoot): string => root.querySelector<HTMLElement & { state: string }>('c-core-state')!.state;
const act = (root: ShadowRoot, id: string, action: string): unknown =>
  cardsIn(root)!.dispatchEvent(new CustomEvent('cardaction', { detail: { id, action } }));

describe('c-recommended-for-you', () => {
  beforeAll(() => Object.assign(HTMLDialogElement.prototype, { showModal: jest.fn(), close: jest.fn() }));
  beforeEach(() => {
    feed.mockReset().mockResolvedValue({ cards: [CARD, OTHER], isPersonal: true });
    record.mockReset().mockResolvedValue(undefined);
    shown.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => document.body.replaceChildren());

  it('is loading until the feed is there', async () => {
    feed.mockReturnValue(new Promise(() => undefined));
    expect(stateIn(await render())).toBe('loading');
  });

  it('shows each item with its reason, records that it did, and is accessible', async () => {
    const root = await render();
    expect(cardsIn(root)!.cards).toEqual([CARD, OTHER]);
    expect(shown).toHaveBeenCalledWith({ contentIds: [CARD.id, OTHER.id], surface: 'Home' });
    await expect(root.host).toBeAccessible();
  });

  it('says why the list is plain', async () => {
    feed.mockResolvedValue({ cards: [CARD], isPersonal: false, note: 'Not available right now.' });
    expect((await render()).querySelector('[data-id="note"]')!.textContent).toBe('Not available right now.');
  });

  it('is empty, denied or failed, and says so', async () => {
    feed.mockResolvedValue({ cards: [], isPersonal: true });
    expect(stateIn(await render())).toBe('empty');
    feed.mockRejectedValue({ body: { message: 'It broke' } });
    const root = await render();
    expect(stateIn(root)).toBe('error');
    feed.mockResolvedValue({ cards: [CARD], isPersonal: true });
    root.querySelector('c-core-state')!.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(stateIn(root)).toBe('ready');
  });

  it('takes away what is dismissed, asks for the next, and brings it back on undo', async () => {
    const root = await render();
    feed.mockResolvedValue({ cards: [OTHER], isPersonal: true });
    act(root, CARD.id, 'Dismissed');
    await settled();
    expect(record).toHaveBeenCalledWith(expect.objectContaining({ contentId: CARD.id, kind: 'Dismissed' }));
    expect(cardsIn(root)!.cards).toEqual([OTHER]);
    feed.mockResolvedValue({ cards: [CARD, OTHER], isPersonal: true });
    root.querySelector<HTMLElement>('[data-id="undo"]')!.click();
    await settled();
    expect(record).toHaveBeenLastCalledWith(expect.objectContaining({ contentId: CARD.id, kind: 'Restored' }));
    expect(cardsIn(root)!.cards).toHaveLength(2);
  });

  it('puts back what could not be dismissed', async () => {
    const root = await render();
    record.mockRejectedValue({ body: { message: 'Offline' } });
    act(root, CARD.id, 'Dismissed');
    await settled();
    expect(cardsIn(root)!.cards).toHaveLength(2);
  });

  it('marks what is saved', async () => {
    const root = await render();
    act(root, CARD.id, 'Saved');
    await settled();
    expect(cardsIn(root)!.cards[0]).toMatchObject({ saved: true });
  });

  it('opens an item in place and records it', async () => {
    const root = await render();
    act(root, CARD.id, 'open');
    await settled();
    expect(root.querySelector<HTMLElement & { contentId: string }>('c-content-viewer')!.contentId).toBe(CARD.id);
    expect(record).toHaveBeenCalledWith(expect.objectContaining({ kind: 'Opened' }));
  });
});
