import { createElement } from 'lwc';
import CoreFormField from 'c/coreFormField';

type Control = HTMLElement & Record<string, unknown> & { setCustomValidity: jest.Mock; reportValidity: jest.Mock; focus: jest.Mock };

async function render(properties: Record<string, unknown>): Promise<{ element: HTMLElement & Record<string, unknown>; control: Control }> {
  const element = createElement('c-core-form-field', { is: CoreFormField });
  Object.assign(element, { name: 'company', label: 'Company' }, properties);
  document.body.appendChild(element);
  await Promise.resolve();
  const control = element.shadowRoot!.querySelector<Control>('[data-id="control"]')!;
  control.setCustomValidity = jest.fn();
  control.reportValidity = jest.fn();
  control.focus = jest.fn();
  return { element: element as unknown as HTMLElement & Record<string, unknown>, control };
}

describe('c-core-form-field', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['text', 'LIGHTNING-INPUT'],
    ['number', 'LIGHTNING-INPUT'],
    ['date', 'LIGHTNING-INPUT'],
    ['textarea', 'LIGHTNING-TEXTAREA'],
    ['choice', 'LIGHTNING-COMBOBOX']
  ])('is the right control for %s, labelled and accessible', async (type, tag) => {
    const { element, control } = await render({ type, help: 'As on the invoice', value: 'x', options: [{ label: 'X', value: 'x' }] });
    expect(control.tagName).toBe(tag);
    expect(control).toMatchObject({ label: 'Company', fieldLevelHelp: 'As on the invoice', value: 'x' });
    await expect(element).toBeAccessible();
  });

  it('says once what was typed, although the control lets its event through', async () => {
    const { element, control } = await render({});
    const heard: unknown[] = [];
    element.addEventListener('change', (event) => heard.push((event as CustomEvent).detail));
    control.dispatchEvent(new CustomEvent('change', { detail: { value: 'Acme' }, bubbles: true, composed: true }));
    expect(heard).toEqual([{ name: 'company', value: 'Acme' }]);
  });

  it('says whether a box is ticked', async () => {
    const { element, control } = await render({ type: 'checkbox', name: 'agreed' });
    const heard: unknown[] = [];
    element.addEventListener('change', (event) => heard.push((event as CustomEvent).detail));
    control.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(heard).toEqual([{ name: 'agreed', value: true }]);
  });

  it('says when the person moves on', async () => {
    const { element, control } = await render({});
    const left = jest.fn();
    element.addEventListener('leave', (event) => left((event as CustomEvent).detail));
    control.dispatchEvent(new CustomEvent('blur'));
    expect(left).toHaveBeenCalledWith({ name: 'company' });
  });

  it('shows an error at the field and takes it away again', async () => {
    const { element, control } = await render({});
    element.error = 'Complete this field.';
    await Promise.resolve();
    expect(control.setCustomValidity).toHaveBeenLastCalledWith('Complete this field.');
    expect(control.reportValidity).toHaveBeenCalledTimes(1);
    element.error = undefined;
    await Promise.resolve();
    expect(control.setCustomValidity).toHaveBeenLastCalledWith('');
  });

  it('puts the focus into its control', async () => {
    const { element, control } = await render({});
    (element as unknown as CoreFormField).focus();
    expect(control.focus).toHaveBeenCalledTimes(1);
  });
});
