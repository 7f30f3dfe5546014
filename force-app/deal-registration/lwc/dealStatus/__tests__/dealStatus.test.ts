import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import DealStatus from 'c/dealStatus';
import { refreshApex } from '@salesforce/apex';
import getDeal from '@salesforce/apex/DealRegistrationController.getDeal';
import withdrawDeal from '@salesforce/apex/DealRegistrationController.withdrawDeal';

jest.mock(
  '@salesforce/apex/DealRegistrationController.getDeal',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/DealRegistrationController.getFormOptions',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/DealRegistrationController.withdrawDeal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealRegistrationController.checkDuplicates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealRegistrationController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealRegistrationController.submitDeal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const deal = getDeal as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const DEAL = {
  id: 'a01000000000001AAA',
  name: 'DR-000001',
  company: 'Acme',
  amount: 1000,
  currencyCode: 'EUR',
  closeDate: '2027-01-31',
  status: 'Submitted',
  statusLabel: 'Submitted',
  nextStep: 'We are looking at it.',
  message: null as string | null,
  isWorking: false,
  canEdit: false,
  canSubmit: false,
  canWithdraw: true
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

async function render(value: unknown): Promise<ShadowRoot> {
  const element = createElement('c-deal-status', { is: DealStatus });
  Object.assign(element, { recordId: DEAL.id });
  document.body.appendChild(element);
  deal.emit(value);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
const badge = (root: ShadowRoot): Element | null => root.querySelector('[data-id="status"]');
const text = (root: ShadowRoot, id: string): string | undefined => root.querySelector(`[data-id="${id}"]`)?.textContent?.trim();
const click = async (root: ShadowRoot, id: string): Promise<void> => {
  root.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
  await settled();
};

describe('c-deal-status', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('says where the registration stands and what happens next', async () => {
    const root = await render(DEAL);
    expect(badge(root)).toMatchObject({ label: 'Submitted', tone: 'neutral' });
    expect(text(root, 'next-step')).toBe('We are looking at it.');
    expect(root.querySelector('[aria-current="step"]')).not.toBeNull();
    await expect(root.host).toBeAccessible();
  });

  it('follows the work until it is done, without a reload', async () => {
    jest.useFakeTimers();
    const root = await render({ ...DEAL, isWorking: true });
    expect(root.querySelector('[data-id="working"]')).not.toBeNull();
    await jest.advanceTimersByTimeAsync(1000);
    expect(refreshApex).toHaveBeenCalledTimes(1);
    deal.emit({ ...DEAL, status: 'Approved', statusLabel: 'Approved', message: 'Welcome aboard.' });
    await settled();
    expect(root.querySelector('[data-id="working"]')).toBeNull();
    expect(text(root, 'message')).toBe('Welcome aboard.');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('stops asking when it leaves the page', async () => {
    jest.useFakeTimers();
    const root = await render({ ...DEAL, isWorking: true });
    root.host.remove();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refreshApex).not.toHaveBeenCalled();
  });

  it('withdraws only after a second yes', async () => {
    jest.mocked(withdrawDeal).mockResolvedValue({ ...DEAL, status: 'Withdrawn', statusLabel: 'Withdrawn', canWithdraw: false } as never);
    const root = await render(DEAL);
    await click(root, 'withdraw');
    expect(withdrawDeal).not.toHaveBeenCalled();
    await click(root, 'keep');
    expect(root.querySelector('[role="alertdialog"]')).toBeNull();
    await click(root, 'withdraw');
    await click(root, 'withdraw-yes');
    expect(withdrawDeal).toHaveBeenCalledWith({ dealId: DEAL.id });
    expect(badge(root)).toMatchObject({ label: 'Withdrawn' });
  });

  it('says why a withdrawal failed', async () => {
    jest.mocked(withdrawDeal).mockRejectedValue({ body: { message: 'Already decided.' } });
    const root = await render(DEAL);
    await click(root, 'withdraw');
    await click(root, 'withdraw-yes');
    expect(root.querySelector('[role="alert"]')?.textContent).toBe('Already decided.');
  });

  it('opens the form for a draft', async () => {
    const root = await render({ ...DEAL, status: 'Draft', canEdit: true, canSubmit: true });
    await click(root, 'edit');
    expect(root.querySelector('c-deal-form')).not.toBeNull();
  });

  it('says that the registration is not there', async () => {
    const element = createElement('c-deal-status', { is: DealStatus });
    document.body.appendChild(element);
    deal.error({ message: 'Not found' }, 404);
    await settled();
    expect(element.shadowRoot?.querySelector<HTMLElement & { state: string }>('c-core-state')?.state).toBe('error');
  });

  it.each(['saved', 'cancel'])('shows the status again, freshly read, once the form in its place says %s', async (done) => {
    const root = await render({ ...DEAL, status: 'Draft', statusLabel: 'Draft', canEdit: true, canSubmit: true });
    await click(root, 'edit');
    const form = root.querySelector('c-deal-form');
    expect(form).not.toBeNull();
    const event = new CustomEvent(done, { cancelable: true });
    form?.dispatchEvent(event);
    await settled();
    expect(event.defaultPrevented).toBe(true);
    expect(root.querySelector('c-deal-form')).toBeNull();
    expect(refreshApex).toHaveBeenCalled();
  });
});
