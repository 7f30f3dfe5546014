import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import DealQueue from 'c/dealQueue';
import { refreshApex } from '@salesforce/apex';
import listQueue from '@salesforce/apex/DealReviewController.listQueue';
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
const approveButton = (root: ShadowRoot) => root.querySelector<HTMLElement & { disabled: boolean }>('[data-id="approve-selected"]');

describe('c-deal-queue', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows what waits, a dash where there is no score', async () => {
    const root = await render();
    expect([...root.querySelectorAll('tbody strong')].map((cell) => cell.textContent)).toEqual(['71', '–']);
    await expect(root.host).toBeAccessible();
  });

  it('approves what was selected and tells what could not be', async () => {
    jest.mocked(decideMany).mockResolvedValue([
      { dealId: row(1).id, name: 'DR-000001', success: true, message: null },
      { dealId: row(2).id, name: 'DR-000002', success: false, message: 'needs a reason' }
    ]);
    const root = await render();
    expect(approveButton(root)?.disabled).toBe(true);
    const all = root.querySelector<HTMLInputElement>('[data-id="select-all"]');
    if (all) all.checked = true;
    all?.dispatchEvent(new Event('change'));
    await settled();
    approveButton(root)?.click();
    await settled();
    expect(decideMany).toHaveBeenCalledWith(expect.objectContaining({ dealIds: [row(1).id, row(2).id], decision: 'approve' }));
    expect(root.querySelector('[data-id="action-error"]')).not.toBeNull();
    expect(refreshApex).toHaveBeenCalled();
  });

  it('offers no bulk decision on what is already decided', async () => {
    const root = await render();
    root.querySelector('lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'decided' } }));
    await settled();
    expect(queue.getLastConfig()).toMatchObject({ filter: 'decided' });
    expect(approveButton(root)).toBeNull();
  });

  it('says so when nothing waits', async () => {
    const root = await render({ rows: [], total: 0, pageSize: 20, pageNumber: 1 });
    expect(root.querySelector<HTMLElement & { state: string }>('c-core-state')?.state).toBe('empty');
  });
});
