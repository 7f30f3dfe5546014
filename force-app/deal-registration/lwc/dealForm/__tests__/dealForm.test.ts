import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { lastNavigation } from 'lightning/navigation';
import DealForm from 'c/dealForm';
import getFormOptions from '@salesforce/apex/DealRegistrationController.getFormOptions';
import getDeal from '@salesforce/apex/DealRegistrationController.getDeal';
import checkDuplicates from '@salesforce/apex/DealRegistrationController.checkDuplicates';
import saveDraft from '@salesforce/apex/DealRegistrationController.saveDraft';
import submitDeal from '@salesforce/apex/DealRegistrationController.submitDeal';

jest.mock(
  '@salesforce/apex/DealRegistrationController.getFormOptions',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/DealRegistrationController.getDeal',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/DealRegistrationController.checkDuplicates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealRegistrationController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealRegistrationController.submitDeal', () => ({ default: jest.fn() }), { virtual: true });

type TestAdapter = ReturnType<typeof createApexTestWireAdapter<unknown>>;
const options = getFormOptions as unknown as TestAdapter;
const deal = getDeal as unknown as TestAdapter;

const OPTIONS = {
  industries: [{ label: 'Retail', value: 'Retail' }],
  products: [{ label: 'Analytics', value: 'Analytics' }],
  currencyCode: 'EUR',
  partnerName: 'Brightline',
  maxLengths: { company: 80 },
  minCloseDate: '2026-11-01',
  maxCloseDate: '2031-11-01'
};
const SAVED = { id: 'a01000000000001AAA', name: 'DR-000001' };

type Field = HTMLElement & { value: unknown; error?: string };

const settled = (): Promise<void> => Promise.resolve().then(() => undefined);

async function render(properties: { recordId?: string } = {}): Promise<ShadowRoot> {
  const element = createElement('c-deal-form', { is: DealForm });
  Object.assign(element, properties);
  document.body.appendChild(element);
  options.emit(OPTIONS);
  await settled();
  return element.shadowRoot as ShadowRoot;
}

function type(root: ShadowRoot, name: string, value: string): void {
  root.querySelector(`[data-field="${name}"]`)?.dispatchEvent(new CustomEvent('change', { detail: { name, value } }));
}

function fill(root: ShadowRoot): void {
  for (const [name, value] of Object.entries({
    company: 'Acme',
    country: 'Germany',
    product: 'Analytics',
    amount: '1000',
    closeDate: '2027-01-31'
  }))
    type(root, name, value);
}

const click = (root: ShadowRoot, id: string): void => root.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();

describe('c-deal-form', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    window.sessionStorage.clear();
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('submits what was typed, numbers as numbers, and opens the registration', async () => {
    jest.mocked(submitDeal).mockResolvedValue(SAVED as never);
    const root = await render();
    fill(root);
    click(root, 'submit');
    await jest.advanceTimersByTimeAsync(0);
    expect(submitDeal).toHaveBeenCalledTimes(1);
    expect(submitDeal).toHaveBeenCalledWith({
      deal: { id: null, company: 'Acme', country: 'Germany', product: 'Analytics', amount: 1000, closeDate: '2027-01-31' }
    });
    expect(lastNavigation()?.attributes).toMatchObject({ recordId: SAVED.id });
  });

  it('says what is missing beside each field and sends nothing', async () => {
    const root = await render();
    click(root, 'submit');
    await settled();
    expect(submitDeal).not.toHaveBeenCalled();
    expect(root.querySelector<Field>('[data-field="company"]')?.error).toContain('Core_Field_Required');
    expect(root.querySelector('[data-id="problems"]')).not.toBeNull();
  });

  it('complains while typing only about fields that were touched', async () => {
    const root = await render();
    type(root, 'amount', '-5');
    await settled();
    expect(root.querySelector<Field>('[data-field="amount"]')?.error).toContain('Form_Bad_Amount');
    expect(root.querySelector<Field>('[data-field="company"]')?.error).toBeUndefined();
  });

  it('saves a draft with nothing but a company', async () => {
    jest.mocked(saveDraft).mockResolvedValue(SAVED as never);
    const root = await render();
    type(root, 'company', 'Acme');
    click(root, 'save-draft');
    await jest.advanceTimersByTimeAsync(0);
    expect(saveDraft).toHaveBeenCalledWith({ deal: { id: null, company: 'Acme' } });
  });

  it('asks about duplicates once per pause in typing and shows the hint', async () => {
    jest.mocked(checkDuplicates).mockResolvedValue({ level: 'possible', message: 'May already be registered.' });
    const root = await render();
    type(root, 'company', 'Acm');
    type(root, 'company', 'Acme');
    await jest.advanceTimersByTimeAsync(400);
    expect(checkDuplicates).toHaveBeenCalledTimes(1);
    expect(root.querySelector('[data-id="duplicate-hint"]')?.textContent).toContain('May already be registered.');
  });

  it('goes on without the hint when the check fails', async () => {
    jest.mocked(checkDuplicates).mockRejectedValue(new Error('down'));
    const root = await render();
    type(root, 'company', 'Acme');
    await jest.advanceTimersByTimeAsync(400);
    expect(root.querySelector('[data-id="duplicate-hint"]')?.textContent?.trim()).toBe('');
  });

  it('keeps what was typed when saving fails, and says why', async () => {
    jest.mocked(submitDeal).mockRejectedValue({ body: { message: 'The server is busy.' } });
    const root = await render();
    fill(root);
    click(root, 'submit');
    await jest.advanceTimersByTimeAsync(0);
    expect(root.querySelector('[data-id="save-error"]')).not.toBeNull();
    expect(root.querySelector<Field>('[data-field="company"]')?.value).toBe('Acme');
  });

  it('brings back what was typed before the page was lost', async () => {
    const first = await render();
    type(first, 'company', 'Acme');
    document.body.replaceChildren();
    const second = await render();
    expect(second.querySelector<Field>('[data-field="company"]')?.value).toBe('Acme');
  });

  it('sends once when the button is pressed twice', async () => {
    jest.mocked(submitDeal).mockResolvedValue(SAVED as never);
    const root = await render();
    fill(root);
    click(root, 'submit');
    click(root, 'submit');
    await jest.advanceTimersByTimeAsync(0);
    expect(submitDeal).toHaveBeenCalledTimes(1);
  });

  it('shows an existing registration and asks for the answer to a question', async () => {
    const root = await render({ recordId: SAVED.id });
    deal.emit({ ...SAVED, company: 'Acme', currencyCode: 'EUR', status: 'Info Requested', amount: 10 });
    await settled();
    expect(root.querySelector<Field>('[data-field="company"]')?.value).toBe('Acme');
    expect(root.querySelector('[data-field="reply"]')).not.toBeNull();
    expect(root.querySelector('[data-id="save-draft"]')).toBeNull();
  });

  it('shows that access is missing', async () => {
    const element = createElement('c-deal-form', { is: DealForm });
    document.body.appendChild(element);
    options.error({ message: 'no' }, 403);
    await settled();
    expect(element.shadowRoot?.querySelector<HTMLElement & { state: string }>('c-core-state')?.state).toBe('denied');
  });

  it('is accessible', async () => {
    jest.useRealTimers();
    const root = await render();
    await expect(root.host).toBeAccessible();
  });
});
