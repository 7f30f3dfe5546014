import { createElement } from 'lwc';
import CorePager from 'c/corePager';

function render(pageNumber: number, pageCount: number): { root: ShadowRoot; turned: jest.Mock } {
  const element = createElement('c-core-pager', { is: CorePager });
  Object.assign(element, { label: 'Deals', pageNumber, pageCount });
  const turned = jest.fn();
  element.addEventListener('turn', (event) => {
    turned((event as CustomEvent<number>).detail);
  });
  document.body.appendChild(element);
  return { root: element.shadowRoot!, turned };
}

function button(root: ShadowRoot, id: string): HTMLButtonElement {
  return root.querySelector<HTMLButtonElement>(`[data-id="${id}"]`)!;
}

describe('c-core-pager', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks for the page before and the page after', async () => {
    const { root, turned } = render(2, 3);
    button(root, 'previous').click();
    button(root, 'next').click();
    expect(turned.mock.calls).toEqual([[1], [3]]);
    expect(root.querySelector('nav')?.getAttribute('aria-label')).toBe('Deals');
    await expect(root.host).toBeAccessible();
  });

  it('goes no further than the first and the last page', () => {
    expect(button(render(1, 2).root, 'previous').disabled).toBe(true);
    expect(button(render(1, 2).root, 'next').disabled).toBe(false);
    expect(button(render(2, 2).root, 'next').disabled).toBe(true);
  });

  it('shows nothing for a single page', () => {
    expect(render(1, 1).root.querySelector('nav')).toBeNull();
  });
});
