import { createElement } from 'lwc';
import { lastNavigation } from 'lightning/navigation';
import CoreNotificationBell, { type NotificationItem } from 'c/coreNotificationBell';
import getBell from '@salesforce/apex/NotificationController.getBell';
import markRead from '@salesforce/apex/NotificationController.markRead';
import getPreferences from '@salesforce/apex/NotificationController.getPreferences';
import setPreference from '@salesforce/apex/NotificationController.setPreference';

jest.mock('@salesforce/apex/NotificationController.getBell', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NotificationController.markRead', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NotificationController.getPreferences', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NotificationController.setPreference', () => ({ default: jest.fn() }), { virtual: true });

const bell = getBell as unknown as jest.Mock;
const read = markRead as unknown as jest.Mock;
const preferences = getPreferences as unknown as jest.Mock;
const prefer = setPreference as unknown as jest.Mock;

const ITEM: NotificationItem = {
  id: 'a05000000000001AAA',
  title: 'Acme <b>GmbH</b>: Approved',
  body: 'Protected until June.',
  at: '2026-11-30T09:00:00.000Z',
  isRead: false,
  targetId: 'a01000000000001AAA',
  targetObject: 'Deal_Registration__c'
};
const OLD: NotificationItem = { ...ITEM, id: 'a05000000000002AAA', isRead: true, targetId: null, targetObject: null };
const KIND = { kind: 'Deal_Status', label: 'A registration changes its status', bell: true, email: true, hasMail: true };
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

async function render(): Promise<ShadowRoot> {
  const element = createElement('c-core-notification-bell', { is: CoreNotificationBell });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}

function by<T extends HTMLElement = HTMLElement>(root: ShadowRoot, id: string): T | null {
  return root.querySelector<T>(`[data-id="${id}"]`);
}

async function click(root: ShadowRoot, id: string): Promise<void> {
  by(root, id)?.click();
  await settled();
}

const state = (root: ShadowRoot): string | undefined => root.querySelector<HTMLElement & { state: string }>('c-core-state')?.state;

describe('c-core-notification-bell', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    bell.mockReset().mockResolvedValue({ unread: 1, items: [ITEM, OLD] });
    read.mockReset().mockResolvedValue({ unread: 0, items: [{ ...ITEM, isRead: true }, OLD] });
    preferences.mockReset().mockResolvedValue([KIND]);
    prefer.mockReset().mockImplementation((wanted: object) => Promise.resolve([{ ...KIND, ...wanted }]));
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('says how many are new, and by name to a screen reader', async () => {
    const root = await render();
    expect(root.querySelector('.count')?.textContent).toBe('1');
    expect(by(root, 'bell')?.getAttribute('aria-expanded')).toBe('false');
    bell.mockResolvedValue({ unread: 100, items: [] });
    jest.advanceTimersByTime(30_000);
    await settled();
    expect(root.querySelector('.count')?.textContent).toContain('Many');
  });

  it('opens with the newest, markup in titles as text, and takes the focus', async () => {
    const root = await render();
    await click(root, 'bell');
    expect(root.querySelectorAll('li')).toHaveLength(2);
    expect(by(root, 'panel')?.textContent).toContain('Acme <b>GmbH</b>: Approved');
    expect(root.activeElement).toBe(by(root, 'panel'));
    expect(by(root, 'bell')?.getAttribute('aria-expanded')).toBe('true');
    jest.useRealTimers();
    await expect(root.host).toBeAccessible();
  });

  it('opens the record of a notification, which is then read', async () => {
    const root = await render();
    await click(root, 'bell');
    await click(root, ITEM.id);
    expect(lastNavigation()?.attributes).toMatchObject({ recordId: ITEM.targetId, objectApiName: ITEM.targetObject });
    expect(read).toHaveBeenCalledWith({ notificationIds: [ITEM.id] });
    expect(root.querySelector('.count')).toBeNull();
    expect(by(root, 'panel')).toBeNull();
  });

  it('offers no link where there is nothing to open', async () => {
    const root = await render();
    await click(root, 'bell');
    expect(by(root, OLD.id)?.tagName).toBe('BUTTON');
    expect(by(root, ITEM.id)?.getAttribute('href')).toContain(ITEM.targetId);
  });

  it('marks all as read', async () => {
    const root = await render();
    await click(root, 'bell');
    await click(root, 'mark-all');
    expect(read).toHaveBeenCalledWith({ notificationIds: null });
    expect(by(root, 'mark-all')).toBeNull();
  });

  it('closes with Escape and gives the focus back', async () => {
    const root = await render();
    await click(root, 'bell');
    by(root, 'panel')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(by(root, 'panel')).toBeNull();
    expect(root.activeElement).toBe(by(root, 'bell'));
  });

  it('is empty, failed or denied in words, and tries again', async () => {
    bell.mockResolvedValue({ unread: 0, items: [] });
    const root = await render();
    await click(root, 'bell');
    expect(state(root)).toBe('empty');
    document.body.replaceChildren();

    bell.mockRejectedValue({ body: { message: 'The server is away' } });
    const failed = await render();
    await click(failed, 'bell');
    expect(state(failed)).toBe('error');
    bell.mockResolvedValue({ unread: 0, items: [OLD] });
    failed.querySelector('c-core-state')?.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(state(failed)).toBe('ready');
  });

  it('keeps what it shows when the network is gone for a moment', async () => {
    const root = await render();
    await click(root, 'bell');
    bell.mockRejectedValue(new Error('offline'));
    jest.advanceTimersByTime(30_000);
    await settled();
    expect(root.querySelectorAll('li')).toHaveLength(2);
  });

  it('asks again while it is on the page, and no longer', async () => {
    const root = await render();
    jest.advanceTimersByTime(30_000);
    expect(bell).toHaveBeenCalledTimes(2);
    root.host.remove();
    jest.advanceTimersByTime(120_000);
    expect(bell).toHaveBeenCalledTimes(2);
  });

  it('lets a person switch a kind off, by bell or by mail, and says that it is saved', async () => {
    const root = await render();
    await click(root, 'bell');
    await click(root, 'settings');
    const mail = root.querySelector<HTMLInputElement>('[data-channel="email"]');
    if (!mail) throw new Error('No choice by mail');
    mail.checked = false;
    mail.dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(prefer).toHaveBeenCalledWith({ kind: 'Deal_Status', bell: true, email: false });
    expect([...root.querySelectorAll('[role="status"]')].map((each) => each.textContent).join()).toContain('Saved');
    jest.useRealTimers();
    await expect(root.host).toBeAccessible();
  });

  it('offers mail only where mail is sent, and says so when there is nothing to choose', async () => {
    preferences.mockResolvedValue([{ ...KIND, hasMail: false }]);
    const root = await render();
    await click(root, 'bell');
    await click(root, 'settings');
    expect(root.querySelector('[data-channel="email"]')).toBeNull();
    await click(root, 'back');
    preferences.mockResolvedValue([]);
    await click(root, 'settings');
    expect(state(root)).toBe('empty');
  });
});
