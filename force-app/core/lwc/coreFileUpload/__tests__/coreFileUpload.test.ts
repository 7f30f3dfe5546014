import { createElement } from 'lwc';
import CoreFileUpload from 'c/coreFileUpload';

type Upload = HTMLElement &
  Record<string, unknown> & { files: { key: string; isSent: boolean; file: File }[]; isBusy: boolean; clear(): void };

const file = (name: string, bytes = 10, type = 'application/pdf'): File => new File([new Uint8Array(bytes)], name, { type });
/** Long enough for a reader of jsdom to have read. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

async function render(properties: Record<string, unknown> = {}): Promise<Upload> {
  const element = createElement('c-core-file-upload', { is: CoreFileUpload }) as unknown as Upload;
  Object.assign(element, { label: 'Receipts', ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const find = (upload: Upload, id: string): HTMLElement | null => upload.shadowRoot!.querySelector(`[data-id="${id}"]`);
const texts = (upload: Upload, id: string): string[] =>
  [...upload.shadowRoot!.querySelectorAll(`[data-id="${id}"]`)].map((element) => element.textContent?.trim() ?? '');
async function choose(upload: Upload, ...files: File[]): Promise<void> {
  const input = find(upload, 'input') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new CustomEvent('change'));
  await settled();
}
async function drop(upload: Upload, ...files: File[]): Promise<Event> {
  const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } });
  find(upload, 'zone')?.dispatchEvent(event);
  await settled();
  return event;
}

describe('c-core-file-upload', () => {
  afterEach(() => document.body.replaceChildren());

  it('says before anything is chosen how large a file may be and what happens to photos', async () => {
    const upload = await render({ camera: true, help: 'The final invoice' });
    expect(find(upload, 'limits')?.textContent).toContain('Core_Upload_Limits');
    expect(find(upload, 'camera')?.getAttribute('capture')).toBe('environment');
    await expect(upload).toBeAccessible();
  });

  it('takes files from the disk and from a drop, and hands them to its owner', async () => {
    const upload = await render({ multiple: true });
    const chosen: string[] = [];
    upload.addEventListener('chosen', (event) => chosen.push((event as CustomEvent<{ file: File }>).detail.file.name));
    await choose(upload, file('a.pdf'), file('b.pdf'));
    expect((await drop(upload, file('c.pdf'))).defaultPrevented).toBe(true);
    expect(chosen).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(upload.files.map((held) => [held.file.name, held.isSent])).toEqual([
      ['a.pdf', false],
      ['b.pdf', false],
      ['c.pdf', false]
    ]);
    expect(upload.isBusy).toBe(false);
    await expect(upload).toBeAccessible();
  });

  it('takes the last one where only one is wanted', async () => {
    const upload = await render();
    await choose(upload, file('a.pdf'), file('b.pdf'));
    await choose(upload, file('c.pdf'));
    expect(upload.files.map((held) => held.file.name)).toEqual(['c.pdf']);
  });

  it('refuses, before anything is sent, what is too large, empty, of another kind, there already or too many', async () => {
    const send = jest.fn().mockResolvedValue(undefined);
    const upload = await render({ multiple: true, maxBytes: 100, maxFiles: 2, accept: '.pdf', send });
    await drop(upload, file('big.pdf', 101), file('empty.pdf', 0), file('tool.exe'), file('a.pdf'), file('a.pdf'));
    expect(find(upload, 'problems')?.getAttribute('role')).toBe('alert');
    const said = find(upload, 'problems')?.textContent ?? '';
    for (const problem of ['Too_Large', 'Empty', 'Wrong_Kind', 'Twice']) expect(said).toContain(problem);
    await choose(upload, file('b.pdf'), file('c.pdf'));
    expect(find(upload, 'problems')?.textContent).toContain('Too_Many');
    expect(send.mock.calls.map(([chunk]) => (chunk as { name: string }).name)).toEqual(['a.pdf', 'b.pdf']);
    await expect(upload).toBeAccessible();
  });

  it('sends chunk by chunk in order, and says when a file has arrived', async () => {
    const send = jest.fn().mockResolvedValue(undefined);
    const upload = await render({ chunkBytes: 4, send });
    const sent = jest.fn();
    upload.addEventListener('sent', (event) => sent((event as CustomEvent).detail));
    await choose(upload, file('a.pdf', 10));
    expect(send.mock.calls.map(([chunk]) => (chunk as { index: number; count: number }).index)).toEqual([0, 1, 2]);
    expect(sent).toHaveBeenCalledWith({ key: '1' });
    expect(upload.files[0]?.isSent).toBe(true);
    expect(upload.isBusy).toBe(false);
  });

  it('shows how far it is, and that something is on its way', async () => {
    let goOn = (): void => undefined;
    const send = jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockReturnValueOnce(new Promise<void>((resolve) => (goOn = resolve)));
    const upload = await render({ chunkBytes: 5, send });
    await choose(upload, file('a.pdf', 10));
    expect(upload.shadowRoot!.querySelector('progress')?.getAttribute('value')).toBe('50');
    expect(upload.isBusy).toBe(true);
    await expect(upload).toBeAccessible();
    goOn();
    await settled();
    expect(upload.shadowRoot!.querySelector('progress')).toBeNull();
  });

  it('says at the file why it was not sent, and goes on where it stopped', async () => {
    const send = jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockRejectedValueOnce({ body: { message: 'Session lost.' } });
    const upload = await render({ chunkBytes: 4, send });
    await choose(upload, file('a.pdf', 10));
    expect(texts(upload, 'stage')[0]).toContain('Core_Upload_Failed');
    send.mockResolvedValue(undefined);
    find(upload, 'retry')?.click();
    await settled();
    expect(send.mock.calls.map(([chunk]) => (chunk as { index: number }).index)).toEqual([0, 1, 1, 2]);
    expect(upload.files[0]?.isSent).toBe(true);
  });

  it('goes on with the next file when one fails', async () => {
    const send = jest.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
    const upload = await render({ multiple: true, send });
    await choose(upload, file('a.pdf'), file('b.pdf'));
    expect(upload.files.map(({ isSent }) => isSent)).toEqual([false, true]);
  });

  it('lets go of a file, also while it is being sent, and returns to where one chooses', async () => {
    let goOn = (): void => undefined;
    const send = jest.fn().mockReturnValue(new Promise<void>((resolve) => (goOn = resolve)));
    const upload = await render({ chunkBytes: 4, send });
    const removed = jest.fn();
    upload.addEventListener('removed', (event) => removed((event as CustomEvent).detail));
    await choose(upload, file('a.pdf', 10));
    find(upload, 'remove')?.click();
    goOn();
    await settled();
    expect(send).toHaveBeenCalledTimes(1);
    expect(removed).toHaveBeenCalledWith({ key: '1' });
    expect(upload.files).toEqual([]);
    expect(upload.shadowRoot!.activeElement).toBe(find(upload, 'input'));
  });

  it('takes nothing while disabled, and forgets all when its owner has kept them', async () => {
    const closed = await render({ disabled: true });
    await drop(closed, file('a.pdf'));
    expect(closed.files).toEqual([]);
    const upload = await render();
    await choose(upload, file('a.pdf'));
    upload.clear();
    await settled();
    expect(find(upload, 'file')).toBeNull();
  });

  it('shows what is wrong with the files as a whole', async () => {
    const upload = await render({ error: 'Add the invoice.' });
    expect(find(upload, 'error')?.textContent).toBe('Add the invoice.');
    await expect(upload).toBeAccessible();
  });
});
