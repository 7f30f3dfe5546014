import { createElement } from 'lwc';
import CoreState from 'c/coreState';

function render(properties: Partial<Pick<CoreState, 'state' | 'message' | 'emptyTitle'>>): HTMLElement {
  const element = createElement('c-core-state', { is: CoreState });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-core-state', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['loading', 'lightning-spinner'],
    ['error', '[role="alert"] lightning-button'],
    ['denied', '[role="alert"]'],
    ['ready', 'slot']
  ] as const)('shows the %s state and is accessible', async (state, selector) => {
    const element = render({ state, message: 'Something happened' });
    expect(element.shadowRoot?.querySelector(selector)).not.toBeNull();
    await expect(element).toBeAccessible();
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
});
