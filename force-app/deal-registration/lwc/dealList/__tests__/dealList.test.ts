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
type Queue = HTMLElement & Record<string, unknown>;
const queueIn = (root: ShadowRoot): Queue => root.querySelector<Queue>('c-core-queue')!;

describe('c-deal-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('is loading until the first page is there', async () => {
    expect(queueIn(await render()).state).toBe('loading');
  });

  it('shows each deal with status and next step', async () => {
    const root = await render();
    deals.emit({ deals: [DEAL], total: 1, pageSize: 10, pageNumber: 1 });
    await settled();
    expect(queueIn(root)).toMatchObject({ state: 'ready', total: 1 });
    expect(queueIn(root).rows).toMatchObject([{ company: DEAL.company, nextStep: DEAL.nextStep, tone: 'success' }]);
    await expect(root.host).toBeAccessible();
  });

  it('is empty with an invitation when there are none', async () => {
    const root = await render();
    deals.emit({ deals: [], total: 0, pageSize: 10, pageNumber: 1 });
    await settled();
    expect(queueIn(root).state).toBe('empty');
    expect(queueIn(root).emptyTitle).toContain('Empty_Title');
  });

  it('asks for the wanted status and page', async () => {
    const root = await render();
    queueIn(root).dispatchEvent(new CustomEvent('query', { detail: { filter: 'Approved', pageNumber: 2 } }));
    await settled();
    expect(deals.getLastConfig()).toMatchObject({ status: 'Approved', pageNumber: 2 });
    queueIn(root).dispatchEvent(new CustomEvent('query', { detail: { filter: '', pageNumber: 1 } }));
    await settled();
    expect(deals.getLastConfig()).toMatchObject({ status: null, pageNumber: 1 });
  });

  it('leads to the form', async () => {
    const root = await render();
    root.querySelector<HTMLElement>('[data-id="new"]')?.click();
    expect(lastNavigation()).toMatchObject({ type: 'comm__namedPage', attributes: { name: 'New_Deal__c' } });
  });

  it('shows an error with its reason, and missing access as such', async () => {
    const root = await render();
    deals.error({ message: 'Down' }, 500);
    await settled();
    expect(queueIn(root)).toMatchObject({ state: 'error', message: 'Down' });
    deals.error({ message: 'No' }, 403);
    await settled();
    expect(queueIn(root).state).toBe('denied');
  });
});
