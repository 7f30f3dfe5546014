import { createElement } from 'lwc';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import MdfClaimForm from 'c/mdfClaimForm';
import getForm from '@salesforce/apex/MdfClaimController.getForm';
import saveDraft from '@salesforce/apex/MdfClaimController.saveDraft';
import submitClaim from '@salesforce/apex/MdfClaimController.submitClaim';
import addFile from '@salesforce/apex/MdfClaimController.addFile';
import getClaim from '@salesforce/apex/MdfClaimController.getClaim';
import correctDocument from '@salesforce/apex/MdfClaimController.correctDocument';

jest.mock(
  '@salesforce/apex/MdfClaimController.getForm',
  () => ({
    default: jest
      .requireActual<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest')
      .createApexTestWireAdapter(jest.fn())
  }),
  { virtual: true }
);
jest.mock('@salesforce/apex/MdfClaimController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.submitClaim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.addFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.getClaim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.correctDocument', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.removeDocument', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.readAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MdfClaimController.draftSummary', () => ({ default: jest.fn() }), { virtual: true });

const options = getForm as unknown as ReturnType<typeof createApexTestWireAdapter<unknown>>;
const REQUEST = {
  id: 'a03000000000001AAA',
  name: 'MR-1',
  title: 'Road show',
  currencyCode: 'EUR',
  balance: 500,
  claimBy: '2026-12-31',
  activityStart: '2026-10-01',
  activityEnd: '2026-10-02'
};
const FORM = { requests: [REQUEST], documentKinds: [], maxInlineBytes: 2000000, maxReadableBytes: 3000000, maxDocuments: 10 };
const DOCUMENT = {
  id: 'a04000000000001AAA',
  fileName: 'invoice.pdf',
  kind: 'Invoice',
  readStatus: 'Read',
  readStatusLabel: 'Read',
  vendor: 'Hall GmbH',
  total: 119,
  values: [{ name: 'vendor', value: 'Hall GmbH', confidence: 0.95 }],
  corrected: []
};
const claim = (changes: Record<string, unknown> = {}): never =>
  ({
    id: 'a02000000000001AAA',
    name: 'MC-1',
    requestId: REQUEST.id,
    programCurrencyCode: 'EUR',
    status: 'Draft',
    documents: [],
    missing: [],
    blocking: [],
    isReading: false,
    ...changes
  }) as never;
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
};

async function render(form: unknown = FORM): Promise<ShadowRoot> {
  const element = createElement('c-mdf-claim-form', { is: MdfClaimForm });
  document.body.appendChild(element);
  options.emit(form);
  await settled();
  return element.shadowRoot as ShadowRoot;
}
type Part = HTMLElement & Record<string, unknown>;
const field = (root: ShadowRoot, name: string): Part => root.querySelector<Part>(`[data-field="${name}"]`)!;
const type = async (root: ShadowRoot, name: string, value: string): Promise<void> => {
  field(root, name).dispatchEvent(new CustomEvent('change', { detail: { name, value } }));
  await settled();
};
const click = async (root: ShadowRoot, id: string): Promise<void> => {
  root.querySelector<HTMLElement>(`[data-id="${id}"]`)!.click();
  await settled();
};
const sendFile = async (root: ShadowRoot): Promise<void> => {
  const send = root.querySelector<Part>('c-core-file-upload')!.send as (chunk: unknown) => Promise<void>;
  await send({ name: 'invoice.pdf', base64: 'AAAA', index: 0, count: 1 });
  await settled();
};

describe('c-mdf-claim-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
    localStorage.clear();
    jest.clearAllMocks();
    jest.useRealTimers();
  });

  it('takes files once a request is chosen, and starts from what was approved', async () => {
    const root = await render();
    expect(root.querySelector<Part>('c-core-file-upload')!.disabled).toBe(true);
    await type(root, 'requestId', REQUEST.id);
    expect(root.querySelector<Part>('c-core-file-upload')!.disabled).toBe(false);
    expect(field(root, 'activityStart').value).toBe('2026-10-01');
    expect(field(root, 'currencyCode').value).toBe('EUR');
    await expect(root.host).toBeAccessible();
  });

  it('makes the draft with the first file, once, and shows what was read as read', async () => {
    jest.mocked(saveDraft).mockResolvedValue(claim());
    jest.mocked(addFile).mockResolvedValue(claim({ documents: [DOCUMENT], missing: ['No proof of attendance yet.'] }));
    const root = await render();
    await type(root, 'requestId', REQUEST.id);
    await sendFile(root);
    await sendFile(root);
    expect(saveDraft).toHaveBeenCalledTimes(1);
    expect(addFile).toHaveBeenCalledWith({ claimId: 'a02000000000001AAA', fileName: 'invoice.pdf', base64: 'AAAA', kind: null });
    const fields = root.querySelector('c-mdf-document-fields')!.shadowRoot!;
    expect(fields.querySelector('[data-origin="vendor"]')?.textContent).toContain('Read');
    expect(root.querySelector('[data-id="missing"]')?.textContent).toContain('No proof of attendance yet.');
    await expect(root.host).toBeAccessible();
  });

  it('asks until the files are read', async () => {
    jest.useFakeTimers();
    jest.mocked(saveDraft).mockResolvedValue(claim());
    jest.mocked(addFile).mockResolvedValue(claim({ documents: [{ ...DOCUMENT, readStatus: 'Waiting' }], isReading: true }));
    jest.mocked(getClaim).mockResolvedValue(claim({ documents: [DOCUMENT] }));
    const root = await render();
    await type(root, 'requestId', REQUEST.id);
    await sendFile(root);
    expect(root.querySelector('[data-id="reading"]')).not.toBeNull();
    await jest.advanceTimersByTimeAsync(5000);
    expect(getClaim).toHaveBeenCalledTimes(1);
    expect(root.querySelector('[data-id="reading"]')).toBeNull();
  });

  it('keeps what a person corrected', async () => {
    jest.mocked(saveDraft).mockResolvedValue(claim());
    jest.mocked(addFile).mockResolvedValue(claim({ documents: [DOCUMENT] }));
    jest.mocked(correctDocument).mockResolvedValue(claim({ documents: [{ ...DOCUMENT, total: 120, corrected: ['total'] }] }));
    const root = await render();
    await type(root, 'requestId', REQUEST.id);
    await sendFile(root);
    const fields = root.querySelector('c-mdf-document-fields')!.shadowRoot!;
    await type(fields, 'total', '120');
    await click(fields, 'save');
    const kept = { id: DOCUMENT.id, vendor: 'Hall GmbH', total: 120, kind: 'Invoice' };
    expect(correctDocument).toHaveBeenCalledWith({ document: expect.objectContaining(kept) });
    expect(fields.querySelector('[data-origin="total"]')?.textContent).toContain('Corrected');
  });

  it('says what is wrong before it submits, and asks for the rate of another currency', async () => {
    jest.mocked(submitClaim).mockResolvedValue(claim({ status: 'Submitted' }));
    const root = await render();
    await type(root, 'requestId', REQUEST.id);
    await type(root, 'currencyCode', 'usd');
    await type(root, 'amountClaimed', '-1');
    await click(root, 'submit');
    expect(submitClaim).not.toHaveBeenCalled();
    expect(field(root, 'amountClaimed').error).toContain('Bad_Amount');
    expect(field(root, 'exchangeRate').error).toBeTruthy();
    await type(root, 'currencyCode', 'EUR');
    await type(root, 'amountClaimed', '100');
    await type(root, 'activitySummary', 'Done');
    await click(root, 'submit');
    expect(submitClaim).toHaveBeenCalledWith({
      claim: expect.objectContaining({ requestId: REQUEST.id, amountClaimed: 100, currencyCode: 'EUR', activitySummary: 'Done' })
    });
  });

  it('keeps what was typed when it cannot be saved', async () => {
    jest.mocked(saveDraft).mockRejectedValue({ body: { message: 'Down' } });
    const root = await render();
    await type(root, 'requestId', REQUEST.id);
    await type(root, 'activitySummary', 'Done');
    await click(root, 'save-draft');
    expect(root.querySelector('[data-id="error"]')).not.toBeNull();
    expect(field(root, 'activitySummary').value).toBe('Done');
  });

  it('says so when there is nothing to claim from, and when access is missing', async () => {
    const root = await render({ ...FORM, requests: [] });
    expect(root.querySelector('[data-id="no-requests"]')).not.toBeNull();
    options.error({ message: 'No' }, 403);
    await settled();
    expect(root.querySelector<Part>('c-core-state')!.state).toBe('denied');
  });
});
