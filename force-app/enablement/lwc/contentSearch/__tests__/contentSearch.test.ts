import { createElement } from 'lwc';
import ContentSearch from 'c/contentSearch';
import search from '@salesforce/apex/ContentController.search';

jest.mock('@salesforce/apex/ContentController.search', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RecommendationFeedController.recordInteraction', () => ({ default: jest.fn() }), { virtual: true });

const asked = search as unknown as jest.Mock;
const CARD = {
  id: 'a01000000000001AAA',
  title: 'One',
  kind: 'FAQ',
  kindLabel: 'FAQ',
  hasFile: false,
  publishedOn: '2026-11-01',
  saved: false
};
const FOUND = {
  cards: [CARD],
  total: 1,
  nearest: [],
  facets: [{ name: 'kind', value: 'FAQ', label: 'FAQ', total: 1 }],
  answer: [],
  isPlain: false
};

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
};
async function render(searchOnOpen = false): Promise<ShadowRoot> {
  const element = createElement('c-content-search', { is: ContentSearch });
  Object.assign(element, { searchOnOpen });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
async function type(root: ShadowRoot, text: string): Promise<void> {
  const box = root.querySelector<HTMLElement>('[data-id="box"]')!;
  box.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  await settled();
}
const stateIn = (root: ShadowRoot): string => root.querySelector<HTMLElement & { state: string }>('c-core-state')!.state;

describe('c-content-search', () => {
  beforeAll(() => Object.assign(HTMLDialogElement.prototype, { showModal: jest.fn(), close: jest.fn() }));
  beforeEach(() => asked.mockReset().mockResolvedValue(FOUND));
  afterEach(() => document.body.replaceChildren());

  it('asks nothing by itself unless it is told to', async () => {
    await render();
    expect(asked).not.toHaveBeenCalled();
    await render(true);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('finds on Enter, counts, offers the kinds, and is accessible', async () => {
    const root = await render();
    await type(root, 'how long');
    expect(asked).toHaveBeenCalledWith({ text: 'how long', kinds: null, languages: null, offset: 0 });
    expect(root.querySelector('c-content-cards')).not.toBeNull();
    expect(root.querySelector<HTMLElement & { options: unknown[] }>('[data-id="kind"]')!.options).toHaveLength(2);
    await expect(root.host).toBeAccessible();
  });

  it('shows an answer with its source, which opens', async () => {
    asked.mockResolvedValue({ ...FOUND, answer: [{ text: 'Six weeks.', contentId: CARD.id, title: 'One' }] });
    const root = await render();
    await type(root, 'how long');
    const answer = root.querySelector('[data-id="answer"]')!;
    expect(answer.textContent).toContain('Six weeks.');
    answer.querySelector('button')!.click();
    await settled();
    expect(root.querySelector<HTMLElement & { contentId: string }>('c-content-viewer')!.contentId).toBe(CARD.id);
  });

  it('says that nothing was found, or offers the nearest', async () => {
    asked.mockResolvedValue({ ...FOUND, cards: [], total: 0, facets: [] });
    const root = await render();
    await type(root, 'zebra');
    expect(stateIn(root)).toBe('empty');
    asked.mockResolvedValue({ ...FOUND, cards: [], total: 0, facets: [], nearest: [CARD] });
    await type(root, 'zebras');
    expect(root.querySelector('[data-id="nearest"]')).not.toBeNull();
  });

  it('shows the answer to the last question only', async () => {
    const root = await render();
    let late: (value: unknown) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    await type(root, 'first');
    await type(root, 'second');
    late({ ...FOUND, note: 'of the first' });
    await settled();
    expect(root.querySelector('[data-id="note"]')).toBeNull();
  });

  it('says when it failed, and tries again', async () => {
    asked.mockRejectedValue({ body: { message: 'It broke' } });
    const root = await render(true);
    expect(stateIn(root)).toBe('error');
  });
});
