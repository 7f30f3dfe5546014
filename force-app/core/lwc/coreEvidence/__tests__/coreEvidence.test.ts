import { createElement } from 'lwc';
import CoreEvidence from 'c/coreEvidence';

const EVIDENCE = [
  { strength: 'strong', text: 'Same website' },
  { strength: 'weak', text: 'Similar name', source: { id: 'page-2', label: 'Page 2' } },
  { strength: 'against', text: 'Different countries', source: null }
];

function render(properties: Record<string, unknown>): ShadowRoot {
  const element = createElement('c-core-evidence', { is: CoreEvidence });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element.shadowRoot!;
}

describe('c-core-evidence', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what speaks for and against, for those who do not see the icon too', async () => {
    const root = render({ evidence: EVIDENCE, strongLabel: 'Same company' });
    expect([...root.querySelectorAll('li')].map((row) => row.textContent?.trim())).toEqual([
      'Same website',
      'Similar name',
      'Different countries'
    ]);
    const icons = [...root.querySelectorAll<HTMLElement & { iconName: string; alternativeText: string }>('lightning-icon')];
    expect(icons.map(({ iconName }) => iconName)).toEqual(['utility:check', 'utility:question_mark', 'utility:close']);
    expect(icons[0]?.alternativeText).toBe('Same company');
    await expect(root.host).toBeAccessible();
  });

  it('opens the place it was found', () => {
    const root = render({ evidence: EVIDENCE });
    const opened = jest.fn();
    root.host.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    root.querySelector<HTMLElement>('lightning-button')?.click();
    expect(root.querySelectorAll('lightning-button')).toHaveLength(1);
    expect(opened).toHaveBeenCalledWith({ id: 'page-2' });
  });

  it('shows nothing when there is none', () => {
    expect(render({ evidence: [] }).querySelector('ul')).toBeNull();
  });
});
