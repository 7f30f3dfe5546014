import { createElement } from 'lwc';
import CoreProfileMenu from 'c/coreProfileMenu';
import getProfile from '@salesforce/apex/NotificationController.getProfile';

jest.mock('@salesforce/apex/NotificationController.getProfile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/partners/s' }), { virtual: true });

const profile = getProfile as unknown as jest.Mock;
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

async function open(): Promise<ShadowRoot> {
  const element = createElement('c-core-profile-menu', { is: CoreProfileMenu });
  document.body.appendChild(element);
  await settled();
  const root = element.shadowRoot as ShadowRoot;
  root.querySelector('button')?.click();
  await settled();
  return root;
}

const logOut = (root: ShadowRoot): string | null | undefined => root.querySelector('[data-id="log-out"]')?.getAttribute('href');

describe('c-core-profile-menu', () => {
  beforeEach(() => profile.mockReset().mockResolvedValue({ name: 'Maya Osei', company: 'Brightline Systems', logoutUrl: null }));
  afterEach(() => document.body.replaceChildren());

  it('says who is signed in and for which company', async () => {
    const root = await open();
    expect(root.querySelector('button')?.textContent).toBe('MO');
    expect(root.querySelector('section')?.textContent).toContain('Maya Osei');
    expect(root.querySelector('section')?.textContent).toContain('Brightline Systems');
    await expect(root.host).toBeAccessible();
  });

  it('logs out where the platform says', async () => {
    profile.mockResolvedValue({ name: 'Maya', company: null, logoutUrl: 'https://acme.my.site.com/out' });
    expect(logOut(await open())).toBe('https://acme.my.site.com/out');
  });

  it('logs out below the path of the site where the platform says nothing', async () => {
    expect(logOut(await open())).toBe('/partners/secur/logout.jsp');
  });

  it('still logs out when the person cannot be read', async () => {
    profile.mockRejectedValue({ body: { message: 'The server is away' } });
    const root = await open();
    expect(root.querySelector('[role="alert"]')?.textContent).toBe('The server is away');
    expect(logOut(root)).toBe('/partners/secur/logout.jsp');
  });

  it('closes with Escape and gives the focus back', async () => {
    const root = await open();
    root.querySelector('section')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(root.querySelector('section')).toBeNull();
    expect(root.activeElement).toBe(root.querySelector('button'));
  });
});
