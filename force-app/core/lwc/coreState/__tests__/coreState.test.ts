import { createElement } from 'lwc';
import CoreState from 'c/coreState';

function render(properties: Partial<Pick<CoreState, 'state' | 'message' | 'emptyTitle' | 'skeleton' | 'skeletonRows'>>): HTMLElement {
  const element = createElement('c-core-state', { is: CoreState });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-core-state', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['loading', '[role="status"]'],
    ['error', '[role="alert"] lightning-button'],
    ['denied', '[role="alert"]'],
    ['offline', '[role="alert"] lightning-button'],
    ['ready', 'slot']
  ] as const)('shows the %s state and is accessible', async (state, selector) => {
    const element = render({ state, message: 'Something happened' });
    expect(element.shadowRoot?.querySelector(selector)).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each(['lines', 'table', 'form', 'card', 'tiles'] as const)('outlines a %s that is loading, for eyes only', (skeleton) => {
    const root = render({ state: 'loading', skeleton, skeletonRows: 4 }).shadowRoot!;
    expect(root.querySelectorAll(`.row_${skeleton}`)).toHaveLength(4);
    expect(root.querySelector('.skeleton')?.getAttribute('aria-hidden')).toBe('true');
    expect(root.querySelector('lightning-spinner')).toBeNull();
  });

  it('shows why there is nothing', () => {
    const element = render({ state: 'empty', message: 'Nothing here', emptyTitle: 'Empty' });
    expect(element.shadowRoot?.textContent).toContain('Nothing here');
    expect(element.shadowRoot?.textContent).toContain('Empty');
  });

  it('asks its owner to try again', () => {
    const element = render({ state: 'error', message: 'broken' });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    element.shadowRoot?.querySelector<HTMLElement>('lightning-button')?.click();
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('tries again by itself when the connection is back, and only when it was lost', () => {
    const retry = jest.fn();
    render({ state: 'offline' }).addEventListener('retry', retry);
    render({ state: 'error' }).addEventListener('retry', () => retry('not asked for'));
    window.dispatchEvent(new Event('online'));
    expect(retry).toHaveBeenCalledTimes(1);
    document.body.replaceChildren();
    window.dispatchEvent(new Event('online'));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
