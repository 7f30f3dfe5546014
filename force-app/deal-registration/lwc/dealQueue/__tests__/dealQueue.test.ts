import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import DealQueue from 'c/dealQueue';
import { refreshApex } from '@salesforce/apex';
import listQueue from '@salesforce/apex/DealReviewController.listQueue';
import exportCsv from '@salesforce/apex/DealReviewController.exportCsv';
import decideMany from '@salesforce/apex/DealReviewController.decideMany';

jest.mock(
  '@salesforce/apex/DealReviewController.listQueue',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/DealReviewController.decideMany', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DealReviewController.exportCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn().mockResolvedValue(undefined) }), { virtual: true });

const queue = listQueue as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const row = (number: number) => ({
  id: `a0100000000000${number}AAA`,
  name: `DR-00000${number}`,
  company: 'Acme',
  partnerName: 'Brightline',
  status: 'In Review',
  statusLabel: 'In review',
  amount: 1000,
  currencyCode: 'EUR',
  score: number === 1 ? 71.4 : null,
  recommendedAction: 'Route for review',
  conflictRisk: 5
});
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

async function render(page: unknown = { rows: [row(1), row(2)], total: 2, pageSize: 20, pageNumber: 1 }): Promise<ShadowRoot> {
  const element = createElement('c-deal-queue', { is: DealQueue });
  document.body.appendChild(element);
  queue.emit(page);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
type Queue = HTMLElement & Record<string, unknown>;
const queueIn = (root: ShadowRoot): Queue => root.querySelector<Queue>('c-core-queue')!;
const fire = async (root: ShadowRoot, name: string, detail?: unknown): Promise<void> => {
  queueIn(root).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const place = (filter: string, pageNumber = 1) => ({ filter, pageNumber, search: '', sort: '', descending: false });

describe('c-deal-queue', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('passes on what waits, with whole scores and the badge of each status', async () => {
    const root = await render();
    expect(queueIn(root)).toMatchObject({ state: 'ready', total: 2, objectApiName: 'Deal_Registration__c' });
    expect(queueIn(root).rows).toMatchObject([
      { name: 'DR-000001', score: 71, icon: 'utility:clock' },
      { name: 'DR-000002', score: null }
    ]);
    await expect(root.host).toBeAccessible();
  });

  it('approves what was selected and tells what could not be', async () => {
    jest.mocked(decideMany).mockResolvedValue([
      { dealId: row(1).id, name: 'DR-000001', success: true, message: null },
      { dealId: row(2).id, name: 'DR-000002', success: false, message: 'needs a reason' }
    ]);
    const root = await render();
    await fire(root, 'bulk', { name: 'approve', ids: [row(1).id, row(2).id], text: null });
    expect(decideMany).toHaveBeenCalledWith(expect.objectContaining({ dealIds: [row(1).id, row(2).id], decision: 'approve' }));
    expect(queueIn(root).outcome).toMatchObject({ problems: [{ id: row(2).id, name: 'DR-000002', message: 'needs a reason' }] });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('says what went wrong when nothing could be done', async () => {
    jest.mocked(decideMany).mockRejectedValue({ body: { message: 'Locked' } });
    const root = await render();
    await fire(root, 'bulk', { name: 'approve', ids: [row(1).id], text: null });
    expect(queueIn(root)).toMatchObject({ actionError: 'Locked', busy: false, outcome: null });
  });

  it('offers no bulk decision on what is already decided, and shows how it was', async () => {
    const root = await render();
    expect(queueIn(root).bulkActions).toHaveLength(1);
    await fire(root, 'query', place('decided', 2));
    expect(queue.getLastConfig()).toMatchObject({ filter: 'decided', pageNumber: 2 });
    expect(queueIn(root).bulkActions).toEqual([]);
    expect(queueIn(root).columns).toContainEqual(expect.objectContaining({ name: 'statusLabel' }));
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

  it('says so when nothing waits, when it fails, and when access is missing', async () => {
    const root = await render({ rows: [], total: 0, pageSize: 20, pageNumber: 1 });
    expect(queueIn(root).state).toBe('empty');
    queue.error({ message: 'Down' }, 500);
    await settled();
    expect(queueIn(root)).toMatchObject({ state: 'error', message: 'Down' });
    queue.error({ message: 'No' }, 403);
    await settled();
    expect(queueIn(root).state).toBe('denied');
  });
});
