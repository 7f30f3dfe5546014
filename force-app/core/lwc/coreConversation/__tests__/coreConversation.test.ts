import { createElement } from 'lwc';
import CoreConversation from 'c/coreConversation';

type Talk = HTMLElement & Record<string, unknown> & { messageSent(): void };
const MESSAGES = [
  {
    id: 'm1',
    kind: 'question',
    authorName: 'Priya Raman',
    isOwn: false,
    text: 'Who <b>decides</b>?',
    sentAt: '2026-01-02T03:04:05Z',
    isOpen: true
  },
  {
    id: 'm2',
    kind: 'note',
    authorName: 'Maya Osei',
    isOwn: true,
    text: 'I will ask.',
    sentAt: '2026-01-03T03:04:05Z',
    files: [{ id: 'f1', name: 'offer.pdf', size: 2048 }]
  }
];

async function render(properties: Record<string, unknown> = {}): Promise<Talk> {
  const element = createElement('c-core-conversation', { is: CoreConversation }) as unknown as Talk;
  Object.assign(element, { state: 'ready', messages: MESSAGES, canWrite: true, ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}
const find = (talk: Talk, id: string): (HTMLElement & Record<string, unknown>) | null =>
  talk.shadowRoot!.querySelector(`[data-id="${id}"]`);
const write = async (talk: Talk, value: string): Promise<void> => {
  find(talk, 'text')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
};
const send = async (talk: Talk): Promise<void> => {
  find(talk, 'send')?.click();
  await Promise.resolve();
};
const heard = (talk: Talk, name: string): jest.Mock => {
  const listener = jest.fn();
  talk.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  return listener;
};

describe('c-core-conversation', () => {
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('shows who asked and answered what, in order, markup as text, and what waits', async () => {
    const talk = await render();
    const shown = [...talk.shadowRoot!.querySelectorAll('[data-id="message"]')];
    expect(shown.map((message) => message.querySelector('.text')?.textContent)).toEqual(['Who <b>decides</b>?', 'I will ask.']);
    expect(shown[0]?.querySelector('c-core-badge')).not.toBeNull();
    expect(shown[1]?.classList).toContain('message_own');
    await expect(talk).toBeAccessible();
  });

  it.each(['loading', 'error', 'denied', 'offline'])('shows the state %s', async (state) => {
    const talk = await render({ state, messages: [], message: 'Sorry' });
    expect(talk.shadowRoot!.querySelector('c-core-state')).toMatchObject({ state, message: 'Sorry' });
    expect(find(talk, 'send')).toBeNull();
    const retry = heard(talk, 'retry');
    talk.shadowRoot!.querySelector('c-core-state')?.dispatchEvent(new CustomEvent('retry'));
    expect(retry).toHaveBeenCalledTimes(1);
    await expect(talk).toBeAccessible();
  });

  it('can be begun where nobody has written yet, by those who may', async () => {
    expect(find(await render({ state: 'empty', messages: [] }), 'send')).not.toBeNull();
    const reader = await render({ state: 'empty', messages: [], canWrite: false });
    expect(reader.shadowRoot!.querySelector('c-core-state')).toMatchObject({ state: 'empty' });
  });

  it('answers the open question of the other side', async () => {
    const talk = await render();
    const sent = heard(talk, 'send');
    expect(find(talk, 'text')?.label).toContain('Write_Answer');
    expect(find(talk, 'send')?.disabled).toBe(true);
    await write(talk, '  The CFO  ');
    await send(talk);
    expect(sent).toHaveBeenCalledWith({ text: 'The CFO', fileKeys: [], answerTo: 'm1' });
  });

  it('does not take its own open question for one to answer', async () => {
    const talk = await render({ messages: [{ ...MESSAGES[0], isOwn: true }] });
    const sent = heard(talk, 'send');
    await write(talk, 'Still waiting');
    await send(talk);
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ answerTo: null }));
  });

  it('keeps what was typed until it is sent, also when that fails or the page is left', async () => {
    const talk = await render({ draftKey: 'talk.1' });
    await write(talk, 'Half a sentence');
    await send(talk);
    talk.sendError = 'Down.';
    await Promise.resolve();
    expect(find(talk, 'send-error')?.textContent).toContain('Core_Talk_Not_Sent');
    expect(find(talk, 'text')?.value).toBe('Half a sentence');
    talk.remove();
    const again = await render({ draftKey: 'talk.1' });
    expect(find(again, 'text')?.value).toBe('Half a sentence');
    again.messageSent();
    await Promise.resolve();
    expect(find(again, 'text')?.value).toBe('');
    expect(find(await render({ draftKey: 'talk.1' }), 'text')?.value).toBe('');
  });

  it('says how much is too long instead of cutting it', async () => {
    const talk = await render({ maxLength: 5 });
    await write(talk, 'too long');
    expect(find(talk, 'text')?.error).toContain('Core_Talk_Too_Long');
    expect(find(talk, 'send')?.disabled).toBe(true);
  });

  it('sends with its files, and waits for those on their way', async () => {
    const talk = await render({ sendFile: jest.fn() });
    const sent = heard(talk, 'send');
    const upload = talk.shadowRoot!.querySelector('c-core-file-upload')!;
    let isBusy = true;
    Object.defineProperty(upload, 'isBusy', { get: () => isBusy });
    Object.defineProperty(upload, 'files', { get: () => [{ key: 'k1' }] });
    await write(talk, 'See the offer');
    await send(talk);
    expect(sent).not.toHaveBeenCalled();
    expect(find(talk, 'files-wait')).not.toBeNull();
    isBusy = false;
    upload.dispatchEvent(new CustomEvent('sent'));
    await Promise.resolve();
    expect(find(talk, 'files-wait')).toBeNull();
    await send(talk);
    expect(sent).toHaveBeenCalledWith({ text: 'See the offer', fileKeys: ['k1'], answerTo: 'm1' });
  });

  it('opens an attached file', async () => {
    const talk = await render();
    const opened = heard(talk, 'openfile');
    find(talk, 'file')?.click();
    expect(opened).toHaveBeenCalledWith({ id: 'f1' });
  });

  it('offers nothing to write to those who only read', async () => {
    expect(find(await render({ canWrite: false }), 'text')).toBeNull();
  });
});
