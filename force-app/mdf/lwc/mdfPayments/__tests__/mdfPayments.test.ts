import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import MdfPayments from 'c/mdfPayments';
import { refreshApex } from '@salesforce/apex';
import listPayments from '@salesforce/apex/MdfPaymentController.listPayments';
import exportLedger from '@salesforce/apex/MdfPaymentController.exportLedger';
import markPaid from '@salesforce/apex/MdfPaymentController.markPaid';

jest.mock(
  '@salesforce/apex/MdfPaymentController.listPayments',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/MdfPaymentController.exportLedger', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfPaymentController.markPaid', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const list = listPayments as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const row = (number: number) => ({
  claimId: `a0200000000000${number}AAA`,
  claimName: `MC-00000${number}`,
  partnerName: 'Brightline',
  amount: 250,
  currencyCode: 'EUR',
  costCentre: '4711'
});
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

async function render(page: unknown = { rows: [row(1), row(2)], total: 2, pageSize: 20, pageNumber: 1 }): Promise<ShadowRoot> {
  const element = createElement('c-mdf-payments', { is: MdfPayments });
  document.body.appendChild(element);
  list.emit(page);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
type Queue = HTMLElement & Record<string, unknown>;
const queueIn = (root: ShadowRoot): Queue => root.querySelector<Queue>('c-core-queue')!;
const fire = async (root: ShadowRoot, name: string, detail?: unknown): Promise<void> => {
  queueIn(root).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const show = (root: ShadowRoot, filter: string): Promise<void> =>
  fire(root, 'query', { filter, pageNumber: 1, search: '', sort: '', descending: false });

describe('c-mdf-payments', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('lists what is due, with where it is booked', async () => {
    const root = await render();
    expect(queueIn(root)).toMatchObject({ state: 'ready', total: 2 });
    expect(queueIn(root).rows).toMatchObject([{ id: row(1).claimId, costCentre: '4711' }, { id: row(2).claimId }]);
    await expect(root.host).toBeAccessible();
  });

  it('marks what was paid with reference and the day it is here, and names what could not be', async () => {
    jest.useFakeTimers({ now: new Date('2026-11-30T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    jest.mocked(markPaid).mockResolvedValue([{ claimId: row(1).claimId, claimName: 'MC-000001', success: false, message: 'already paid' }]);
    const root = await render();
    await fire(root, 'bulk', { name: 'markPaid', ids: [row(1).claimId], text: 'SEPA 7' });
    expect(markPaid).toHaveBeenCalledWith({ payments: [{ claimId: row(1).claimId, reference: 'SEPA 7', paidOn: '2026-11-30' }] });
    expect(queueIn(root).outcome).toMatchObject({ problems: [{ name: 'MC-000001', message: 'already paid' }] });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('says why when nothing could be marked', async () => {
    jest.mocked(markPaid).mockRejectedValue({ body: { message: 'Locked' } });
    const root = await render();
    await fire(root, 'bulk', { name: 'markPaid', ids: [row(1).claimId], text: 'SEPA 7' });
    expect(queueIn(root)).toMatchObject({ actionError: 'Locked', busy: false });
  });

  it('shows references of what is paid and marks nothing twice', async () => {
    const root = await render();
    await show(root, 'paid');
    expect(queueIn(root).bulkActions).toEqual([]);
    expect(queueIn(root).columns).toContainEqual(expect.objectContaining({ name: 'paymentReference' }));
  });

  it('hands over the rows of the filter as a file', async () => {
    jest.mocked(exportLedger).mockResolvedValue('Name');
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await fire(await render(), 'export');
    expect(exportLedger).toHaveBeenCalledWith({ filter: 'due' });
    expect(URL.createObjectURL).toHaveBeenCalledTimes(1);
  });

  it('says so when nothing is there, when it fails, and when access is missing', async () => {
    const root = await render({ rows: [], total: 0, pageSize: 20, pageNumber: 1 });
    expect(queueIn(root).state).toBe('empty');
    list.error({ message: 'Down' }, 500);
    await settled();
    expect(queueIn(root)).toMatchObject({ state: 'error', message: 'Down' });
    list.error({ message: 'No' }, 403);
    await settled();
    expect(queueIn(root).state).toBe('denied');
  });
});
