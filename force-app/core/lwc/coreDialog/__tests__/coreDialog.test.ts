import { createElement } from 'lwc';
import CoreDialog from 'c/coreDialog';

type Element = HTMLElement & { open: boolean; busy: boolean; heading: string };

/** jsdom has no dialogs: what the browser does of itself is proved in e2e/components.test.ts. */
function withDialogs(): void {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    }
  });
}

async function render(properties: Partial<Element>): Promise<{ element: Element; dialog: HTMLDialogElement; closed: jest.Mock }> {
  const element = createElement('c-core-dialog', { is: CoreDialog }) as unknown as Element;
  Object.assign(element, { heading: 'Approve three registrations' }, properties);
  const closed = jest.fn();
  element.addEventListener('close', closed);
  document.body.appendChild(element);
  await Promise.resolve();
  return { element, dialog: element.shadowRoot!.querySelector('dialog')!, closed };
}

describe('c-core-dialog', () => {
  beforeAll(withDialogs);
  afterEach(() => document.body.replaceChildren());

  it('is named by its heading and accessible', async () => {
    const { element, dialog } = await render({ open: true });
    expect(dialog.open).toBe(true);
    expect(element.shadowRoot?.querySelector('h2')?.textContent).toBe('Approve three registrations');
    await expect(element).toBeAccessible();
  });

  it('shows nothing while closed', async () => {
    const { element, dialog } = await render({});
    expect(dialog.open).toBe(false);
    expect(element.shadowRoot?.querySelector('[data-id="panel"]')).toBeNull();
  });

  it.each([
    ['Escape', (dialog: HTMLDialogElement) => dialog.dispatchEvent(new Event('cancel', { cancelable: true }))],
    ['its button', (dialog: HTMLDialogElement) => dialog.querySelector<HTMLElement>('[data-id="close"]')?.click()],
    ['a click beside it', (dialog: HTMLDialogElement) => dialog.click()]
  ])('asks its owner to close it on %s', async (_way, leave) => {
    const { dialog, closed } = await render({ open: true });
    leave(dialog);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(dialog.open).toBe(true);
  });

  it('cannot be left while its owner is at work', async () => {
    const { dialog, closed } = await render({ open: true, busy: true });
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(closed).not.toHaveBeenCalled();
  });

  it('gives the focus back when it closes, and when it is taken away open', async () => {
    const button = document.body.appendChild(document.createElement('button'));
    for (const end of ['close', 'remove']) {
      button.focus();
      const { element } = await render({ open: true });
      button.blur();
      if (end === 'close') element.open = false;
      else element.remove();
      await Promise.resolve();
      expect(document.activeElement).toBe(button);
    }
  });
});
