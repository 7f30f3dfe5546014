import { createElement } from 'lwc';
import { lastNavigation } from 'lightning/navigation';
import DealConflicts from 'c/dealConflicts';

const CONFLICT = {
  recordId: 'a01000000000002AAA',
  name: 'DR-000002',
  kind: 'registration' as const,
  probability: 0.968,
  samePartner: false,
  partnerName: 'Nordwind',
  status: 'Approved',
  registeredOn: '2026-08-01',
  evidence: [
    { field: 'name', strength: 'strong' as const, text: 'Same name apart from the legal form' },
    { field: 'country', strength: 'against' as const, text: 'Different countries' }
  ]
};

async function render(conflicts: unknown[]): Promise<ShadowRoot> {
  const element = createElement('c-deal-conflicts', { is: DealConflicts });
  Object.assign(element, { conflicts });
  document.body.appendChild(element);
  await Promise.resolve();
  return element.shadowRoot as ShadowRoot;
}

describe('c-deal-conflicts', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each match with its likelihood and the evidence for and against', async () => {
    const root = await render([CONFLICT]);
    expect(root.querySelectorAll('[data-id="conflict"]')).toHaveLength(1);
    expect(root.querySelector('c-core-evidence')).toMatchObject({ evidence: CONFLICT.evidence });
    expect(root.querySelector('[data-id="conflict"] strong')?.textContent).toContain('Card_Match');
  });

  it('opens the record that conflicts', async () => {
    const root = await render([CONFLICT]);
    root.querySelector<HTMLElement>('a')?.click();
    expect(lastNavigation()?.attributes).toMatchObject({ recordId: CONFLICT.recordId });
  });

  it('does not link a record that the user may not open', async () => {
    const root = await render([{ ...CONFLICT, recordId: null, name: null }]);
    expect(root.querySelector('a')).toBeNull();
  });

  it('says when there is none', async () => {
    const root = await render([]);
    expect(root.querySelector('ul')).toBeNull();
    expect(root.querySelector('p')).not.toBeNull();
  });

  it('is accessible', async () => {
    const root = await render([CONFLICT]);
    await expect(root.host).toBeAccessible();
  });
});
