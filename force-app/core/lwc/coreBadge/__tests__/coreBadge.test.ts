import { createElement } from 'lwc';
import CoreBadge from 'c/coreBadge';

function render(properties: Partial<Pick<CoreBadge, 'label' | 'tone' | 'icon'>>): ShadowRoot {
  const element = createElement('c-core-badge', { is: CoreBadge });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element.shadowRoot!;
}

const icon = (root: ShadowRoot): string | undefined => root.querySelector<HTMLElement & { iconName: string }>('lightning-icon')?.iconName;

describe('c-core-badge', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['success', 'slds-theme_success', 'utility:success'],
    ['warning', 'slds-theme_warning', 'utility:warning'],
    ['error', 'slds-theme_error', 'utility:error'],
    ['info', 'slds-badge_lightest', 'utility:info']
  ] as const)('says %s with text, icon and colour', async (tone, theme, name) => {
    const root = render({ label: 'Approved', tone });
    expect(root.textContent?.trim()).toBe('Approved');
    expect(root.querySelector('.slds-badge')?.classList).toContain(theme);
    expect(icon(root)).toBe(name);
    await expect(root.host).toBeAccessible();
  });

  it('takes the icon that says more', () => {
    expect(icon(render({ label: 'In review', icon: 'utility:clock' }))).toBe('utility:clock');
  });

  it('shows nothing without a text', () => {
    expect(render({ label: null, tone: 'error' }).querySelector('.slds-badge')).toBeNull();
  });
});
