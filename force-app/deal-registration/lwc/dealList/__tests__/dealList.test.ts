import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { lastNavigation } from 'lightning/navigation';
import DealList from 'c/dealList';
import listDeals from '@salesforce/apex/DealRegistrationController.listDeals';

jest.mock(
  '@salesforce/apex/DealRegistrationController.listDeals',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const deals = listDeals as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const DEAL = {
  id: 'a01000000000001AAA',
  name: 'DR-000001',
  company: 'Acme <b>GmbH</b>',
  amount: 1000,
  currencyCode: 'EUR',
  closeDate: '2027-01-31',
  status: 'Approved',
  statusLabel: 'Approved',
  nextStep: 'Protected until June.',
  isWorking: false
};
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

async function render(): Promise<ShadowRoot> {
  const element = createElement('c-deal-list', { is: DealList });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
const state = (root: ShadowRoot): string | undefined => root.querySelector<HTMLElement & { state: string }>('c-core-state')?.state;

describe('c-deal-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('is loading until the first page is there', async () => {
    expect(state(await render())).toBe('loading');
  });

  it('shows each deal with status and next step, and markup in names as text', async () => {
    const root = await render();
    deals.emit({ deals: [DEAL], total: 1, pageSize: 10, pageNumber: 1 });
    await settled();
    expect(root.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(root.querySelector('tbody')?.textContent).toContain('Acme <b>GmbH</b>');
    expect(root.querySelector('tbody')?.textContent).toContain('Protected until June.');
    await expect(root.host).toBeAccessible();
  });

  it('is empty with an invitation when there are none', async () => {
    const root = await render();
    deals.emit({ deals: [], total: 0, pageSize: 10, pageNumber: 1 });
    await settled();
    expect(state(root)).toBe('empty');
  });

  it('asks for one status and starts at its first page', async () => {
    const root = await render();
    deals.emit({ deals: [DEAL], total: 30, pageSize: 10, pageNumber: 1 });
    await settled();
    root.querySelector('c-core-pager')?.dispatchEvent(new CustomEvent('turn', { detail: 2 }));
    await settled();
    expect(deals.getLastConfig()).toMatchObject({ pageNumber: 2 });
    root.querySelector('lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Approved' } }));
    await settled();
    expect(deals.getLastConfig()).toMatchObject({ status: 'Approved', pageNumber: 1 });
  });

  it('opens a deal', async () => {
    const root = await render();
    deals.emit({ deals: [DEAL], total: 1, pageSize: 10, pageNumber: 1 });
    await settled();
    root.querySelector<HTMLElement>('tbody a')?.click();
    expect(lastNavigation()?.attributes).toMatchObject({ recordId: DEAL.id });
  });

  it('shows an error with its reason, and missing access as such', async () => {
    const root = await render();
    deals.error({ message: 'Down' }, 500);
    await settled();
    expect(state(root)).toBe('error');
    deals.error({ message: 'No' }, 403);
    await settled();
    expect(state(root)).toBe('denied');
  });
});
