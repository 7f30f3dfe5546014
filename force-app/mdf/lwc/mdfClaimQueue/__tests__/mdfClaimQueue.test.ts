import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import MdfClaimQueue from 'c/mdfClaimQueue';
import { refreshApex } from '@salesforce/apex';
import listQueue from '@salesforce/apex/MdfReviewController.listQueue';
import exportCsv from '@salesforce/apex/MdfReviewController.exportCsv';
import approveMany from '@salesforce/apex/MdfReviewController.approveMany';

jest.mock(
  '@salesforce/apex/MdfReviewController.listQueue',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/MdfReviewController.exportCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfReviewController.approveMany', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const list = listQueue as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const row = (number: number) => ({
  id: `a0200000000000${number}AAA`,
  name: `MC-00000${number}`,
  partnerName: 'Brightline',
  status: 'In Review',
  statusLabel: 'In review',
  amountClaimed: 500,
  currencyCode: 'EUR',
  eligibleAmount: 250,
  programCurrencyCode: 'EUR',
  score: number === 1 ? 12.6 : null,
  recommendedAction: 'Approve'
});
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

async function render(page: unknown = { rows: [row(1), row(2)], total: 2, pageSize: 20, pageNumber: 1 }): Promise<ShadowRoot> {
  const element = createElement('c-mdf-claim-queue', { is: MdfClaimQueue });
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

describe('c-mdf-claim-queue', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('shows claimed and eligible amounts with whole scores', async () => {
    const root = await render();
    expect(queueIn(root)).toMatchObject({ state: 'ready', total: 2, objectApiName: 'MDF_Claim__c' });
    expect(queueIn(root).rows).toMatchObject([{ name: 'MC-000001', score: 13, icon: 'utility:clock' }, { score: null }]);
    await expect(root.host).toBeAccessible();
  });

  it('decides several at once only among the clean ones', async () => {
    const root = await render();
    expect(queueIn(root).bulkActions).toEqual([]);
    await show(root, 'clean');
    expect(list.getLastConfig()).toMatchObject({ filter: 'clean', pageNumber: 1 });
    expect(queueIn(root).bulkActions).toHaveLength(1);
  });

  it('approves what was selected and names what could not be', async () => {
    jest.mocked(approveMany).mockResolvedValue([
      { recordId: row(1).id, name: 'MC-000001', success: true, message: null },
      { recordId: row(2).id, name: 'MC-000002', success: false, message: 'not clean' }
    ]);
    const root = await render();
    await fire(root, 'bulk', { name: 'approve', ids: [row(1).id, row(2).id], text: 'fine' });
    expect(approveMany).toHaveBeenCalledWith({ claimIds: [row(1).id, row(2).id], comment: 'fine' });
    expect(queueIn(root).outcome).toMatchObject({ problems: [{ id: row(2).id, message: 'not clean' }] });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('keeps the selection and says why when nothing could be done', async () => {
    jest.mocked(approveMany).mockRejectedValue({ body: { message: 'Locked' } });
    const root = await render();
    await fire(root, 'bulk', { name: 'approve', ids: [row(1).id], text: null });
    expect(queueIn(root)).toMatchObject({ actionError: 'Locked', busy: false, outcome: null });
  });

  it('hands over the rows of the filter as a file', async () => {
    jest.mocked(exportCsv).mockResolvedValue('Name');
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await fire(await render(), 'export');
    expect(exportCsv).toHaveBeenCalledWith({ filter: 'waiting' });
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
