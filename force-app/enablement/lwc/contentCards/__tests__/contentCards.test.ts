import { createElement } from 'lwc';
import ContentCards from 'c/contentCards';

const CARD = {
  id: 'a01000000000001AAA',
  title: '<img src=x> One',
  summary: 'About it',
  kind: 'Video',
  kindLabel: 'Video',
  language: 'de',
  minutes: 5,
  hasFile: false,
  publishedOn: '2026-11-01',
  reason: 'New in the library',
  saved: true
};

async function render(options: object): Promise<ShadowRoot> {
  const element = createElement('c-content-cards', { is: ContentCards });
  Object.assign(element, { label: 'Items', cards: [CARD], ...options });
  document.body.appendChild(element);
  await Promise.resolve();
  return element.shadowRoot as ShadowRoot;
}

describe('c-content-cards', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows text as text, with the reason, and is accessible', async () => {
    const root = await render({ actions: true, dismissible: true });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('[data-action="open"]')!.textContent).toContain(CARD.title);
    expect(root.querySelector('[data-id="reason"]')!.textContent).toBe(CARD.reason);
    await expect(root.host).toBeAccessible();
  });

  it('says what is wanted and changes nothing', async () => {
    const root = await render({ actions: true, dismissible: true });
    const wanted: unknown[] = [];
    root.host.addEventListener('cardaction', (event) => wanted.push((event as CustomEvent).detail));
    for (const action of ['open', 'Unsaved', 'Dismissed']) root.querySelector<HTMLElement>(`[data-action="${action}"]`)!.click();
    expect(wanted).toEqual(['open', 'Unsaved', 'Dismissed'].map((action) => ({ id: CARD.id, action })));
  });

  it('goes from the title to save to dismiss by keyboard', async () => {
    const root = await render({ actions: true, dismissible: true });
    const order = [...root.querySelectorAll<HTMLElement>('[data-action]')].map(({ dataset }) => dataset.action);
    expect(order).toEqual(['open', 'Unsaved', 'Dismissed']);
  });
});
