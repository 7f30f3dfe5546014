import { createElement } from 'lwc';
import { CurrentPageReference, lastNavigation } from 'lightning/navigation';
import CoreQueue from 'c/coreQueue';

type Anything = Record<string, unknown>;
const address = CurrentPageReference as unknown as { emit(page: unknown): void };

const COLUMNS = [
  { name: 'name', label: 'Number', kind: 'link' },
  { name: 'company', label: 'Customer', kind: 'text', decides: true },
  { name: 'amount', label: 'Amount', kind: 'currency', currencyField: 'currencyCode', sortable: true, decides: true },
  { name: 'score', label: 'Score', kind: 'number' },
  { name: 'status', label: 'Status', kind: 'badge', toneField: 'tone' },
  { name: 'at', label: 'Submitted', kind: 'date' }
];
const row = (number: number): Anything => ({
  id: `a0${number}`,
  name: `DR-${number}`,
  company: 'Acme <b>GmbH</b>',
  amount: 1000,
  currencyCode: 'EUR',
  score: number === 2 ? null : 71,
  status: 'In review',
  tone: 'warning',
  at: '2026-01-02T03:04:05Z'
});
const FILTERS = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'decided', label: 'Decided' }
];
const APPROVE = { name: 'approve', label: 'Approve', confirmLabel: 'Approve all', consequence: '{0} are approved.' };
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

interface Rendered {
  readonly element: HTMLElement & Anything;
  readonly root: ShadowRoot;
  /** Details of the events the queue fired, by name. */
  readonly heard: Record<string, unknown[]>;
}

async function render(properties: Anything = {}): Promise<Rendered> {
  const element = createElement('c-core-queue', { is: CoreQueue }) as unknown as HTMLElement & Anything;
  const heard: Record<string, unknown[]> = {};
  for (const name of ['query', 'open', 'bulk', 'undo', 'export', 'retry']) {
    heard[name] = [];
    element.addEventListener(name, (event) => heard[name]?.push((event as CustomEvent).detail));
  }
  Object.assign(element, {
    heading: 'Deals to decide',
    state: 'ready',
    columns: COLUMNS,
    rows: [row(1), row(2)],
    total: 45,
    filters: FILTERS,
    filter: 'waiting',
    objectApiName: 'Deal__c',
    ...properties
  });
  document.body.appendChild(element);
  await settled();
  return { element, root: element.shadowRoot!, heard };
}
const find = <T extends Element = HTMLElement & Anything>(root: ShadowRoot, selector: string): T | null => root.querySelector<T>(selector);
const click = async (root: ShadowRoot, selector: string): Promise<void> => {
  find(root, selector)?.click();
  await settled();
};
const tick = async (root: ShadowRoot, selector: string, checked = true): Promise<void> => {
  const box = find<HTMLInputElement>(root, selector)!;
  box.checked = checked;
  box.dispatchEvent(new Event('change'));
  await settled();
};
const change = async (root: ShadowRoot, selector: string, value: string): Promise<void> => {
  find(root, selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
};

describe('c-core-queue', () => {
  beforeAll(() => Object.assign(HTMLDialogElement.prototype, { showModal: jest.fn(), close: jest.fn() }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('shows each row by its columns, a dash for what is missing, and markup as text', async () => {
    const { root } = await render();
    const cells = [...root.querySelectorAll('tbody tr')].map((each) => [...each.querySelectorAll('th, td')]);
    expect(cells).toHaveLength(2);
    expect(cells[0]?.[0]?.querySelector('a')?.getAttribute('href')).toBe('/a01');
    expect(cells[0]?.[1]?.textContent).toBe('Acme <b>GmbH</b>');
    expect(find(root, 'lightning-formatted-number')).toMatchObject({ value: 1000, currencyCode: 'EUR' });
    expect(cells[1]?.[3]?.textContent).toBe('–');
    expect(find(root, 'c-core-badge')).toMatchObject({ label: 'In review', tone: 'warning' });
    expect(root.querySelectorAll('.cell_number')).toHaveLength(6);
    await expect(root.host).toBeAccessible();
  });

  it('keeps the facts that decide for a phone', async () => {
    const { root } = await render();
    expect([...root.querySelectorAll('tbody tr:first-child .cell_decides')].map((cell) => cell.getAttribute('data-label'))).toEqual([
      'Customer',
      'Amount'
    ]);
  });

  it.each(['loading', 'error', 'denied', 'offline', 'empty'])(
    'shows the state %s, and no count of nothing while loading',
    async (state) => {
      const { root } = await render({ state, rows: [], total: 0, message: 'Sorry' });
      expect(find(root, 'c-core-state')).toMatchObject({ state, message: 'Sorry' });
      expect(find(root, '[data-id="count"]')?.textContent === '').toBe(state === 'loading');
      await expect(root.host).toBeAccessible();
    }
  );

  it('asks for another filter from its first page', async () => {
    const { root, heard } = await render({ pageNumber: 3 });
    await click(root, '[data-value="decided"]');
    expect(heard.query).toEqual([{ filter: 'decided', search: '', sort: '', descending: false, pageNumber: 1 }]);
    expect(find(root, '[data-value="waiting"]')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('offers many filters as a list', async () => {
    const filters = Array.from({ length: 9 }, (_, index) => ({ value: `f${index}`, label: `F${index}` }));
    const { root, heard } = await render({ filters, filter: 'f0' });
    expect(find(root, '[data-chip]')).toBeNull();
    await change(root, '[data-id="filter"]', 'f3');
    expect(heard.query?.[0]).toMatchObject({ filter: 'f3' });
  });

  it('searches when the typing stops, and says what was not found', async () => {
    jest.useFakeTimers();
    const { root, heard } = await render({ searchable: true });
    await change(root, '[data-id="search"]', 'ac');
    await change(root, '[data-id="search"]', 'acme ');
    await jest.advanceTimersByTimeAsync(300);
    expect(heard.query).toEqual([expect.objectContaining({ search: 'acme', pageNumber: 1 })]);
    const empty = await render({ searchable: true, search: 'acme', state: 'empty', rows: [], total: 0 });
    expect(find(empty.root, 'c-core-state')?.message).toContain('Core_Queue_Nothing_Found');
    await click(empty.root, '[data-id="clear-search"]');
    expect(empty.heard.query?.[0]).toMatchObject({ search: '' });
  });

  it('orders by a column, and the other way round on the second click', async () => {
    const { root, heard, element } = await render();
    expect(root.querySelectorAll('[data-sort]')).toHaveLength(1);
    await click(root, '[data-sort]');
    expect(heard.query?.[0]).toMatchObject({ sort: 'amount', descending: false });
    Object.assign(element, { sort: 'amount', descending: false });
    await settled();
    expect(find(root, 'th[aria-sort]')?.getAttribute('aria-sort')).toBe('ascending');
    await click(root, '[data-sort]');
    expect(heard.query?.[1]).toMatchObject({ sort: 'amount', descending: true });
    await change(root, '[data-id="sort"]', 'amount down');
    expect(heard.query?.[2]).toMatchObject({ sort: 'amount', descending: true });
  });

  it('turns pages', async () => {
    const { root, heard } = await render();
    expect(find(root, 'c-core-pager')).toMatchObject({ pageNumber: 1, pageCount: 3 });
    find(root, 'c-core-pager')?.dispatchEvent(new CustomEvent('turn', { detail: 2 }));
    expect(heard.query).toEqual([expect.objectContaining({ pageNumber: 2 })]);
  });

  it('opens a row, unless its owner does or the person wants a new tab', async () => {
    const { root, heard, element } = await render();
    const link = find(root, 'tbody a')!;
    await click(root, 'tbody a');
    expect(lastNavigation()).toMatchObject({ attributes: { recordId: 'a01', objectApiName: 'Deal__c' } });
    element.addEventListener('open', (event) => event.preventDefault());
    root.querySelectorAll<HTMLElement>('tbody a')[1]?.click();
    expect(lastNavigation()).toMatchObject({ attributes: { recordId: 'a01' } });
    expect(heard.open).toEqual([{ id: 'a01' }, { id: 'a02' }]);
    const elsewhere = new MouseEvent('click', { ctrlKey: true, cancelable: true });
    link.dispatchEvent(elsewhere);
    expect(elsewhere.defaultPrevented).toBe(false);
  });

  describe('with bulk actions', () => {
    const bulk = { bulkActions: [APPROVE] };

    it('does nothing before the person has looked at what it covers', async () => {
      const { root, heard } = await render(bulk);
      expect(find(root, '[data-bulk]')?.disabled).toBe(true);
      await tick(root, '[data-id="select-all"]');
      await click(root, '[data-bulk]');
      expect(root.querySelectorAll('[data-id="look"]')).toHaveLength(2);
      expect(find(root, '[data-id="consequence"]')?.textContent).toBe('2 are approved.');
      await expect(root.host).toBeAccessible();
      expect(heard.bulk).toEqual([]);
      await click(root, '[data-take-out][data-id="a01"]');
      await click(root, '[data-id="confirm"]');
      expect(heard.bulk).toEqual([{ name: 'approve', ids: ['a02'], text: null }]);
    });

    it('closes the look when the last row is taken out, and when the person leaves', async () => {
      const { root, heard } = await render(bulk);
      await tick(root, '[data-select]');
      await click(root, '[data-bulk]');
      await click(root, '[data-take-out]');
      expect(find(root, '[data-id="confirm"]')).toBeNull();
      await tick(root, '[data-select]');
      await click(root, '[data-bulk]');
      find(root, 'c-core-dialog')?.dispatchEvent(new CustomEvent('close'));
      await settled();
      expect(find(root, '[data-id="confirm"]')).toBeNull();
      expect(heard.bulk).toEqual([]);
    });

    it('asks for the text that an action needs', async () => {
      const { root, heard } = await render({ bulkActions: [{ ...APPROVE, asksFor: 'Message', textRequired: true }] });
      await tick(root, '[data-select]');
      await click(root, '[data-bulk]');
      expect(find(root, '[data-id="confirm"]')?.disabled).toBe(true);
      await change(root, '[data-id="action-text"]', ' Welcome ');
      await click(root, '[data-id="confirm"]');
      expect(heard.bulk).toEqual([{ name: 'approve', ids: ['a01'], text: 'Welcome' }]);
    });

    it('keeps the look and the selection when the action fails', async () => {
      const { root, element } = await render(bulk);
      await tick(root, '[data-select]');
      await click(root, '[data-bulk]');
      await click(root, '[data-id="confirm"]');
      element.actionError = 'The service is busy.';
      await settled();
      expect(find(root, '[data-id="dialog-error"]')?.textContent).toBe('The service is busy.');
      expect(root.querySelectorAll('[data-id="look"]')).toHaveLength(1);
    });

    it('says what was done and what was not, and takes it back on request', async () => {
      const { root, element, heard } = await render(bulk);
      await tick(root, '[data-select]');
      await click(root, '[data-bulk]');
      await click(root, '[data-id="confirm"]');
      element.outcome = { title: '1 of 2 done', problems: [{ id: 'a02', name: 'DR-2', message: 'needs a reason' }], canUndo: true };
      await settled();
      expect(find(root, '[data-id="outcome"]')?.textContent).toContain('1 of 2 done');
      expect(find(root, '[data-id="problem"]')?.textContent).toBe('DR-2: needs a reason');
      expect(find(root, '[data-id="confirm"]')).toBeNull();
      expect(find<HTMLInputElement>(root, '[data-select]')?.checked).toBe(false);
      await expect(root.host).toBeAccessible();
      await click(root, '[data-id="undo"]');
      expect(heard.undo).toEqual([{ name: 'approve', ids: ['a01'], text: null }]);
      expect(find(root, '[data-id="outcome"]')).toBeNull();
    });

    it('forgets the selection of rows that are gone', async () => {
      const { root, element } = await render(bulk);
      await tick(root, '[data-id="select-all"]');
      element.rows = [row(2), row(3)];
      await settled();
      expect([...root.querySelectorAll<HTMLInputElement>('[data-select]')].map(({ checked }) => checked)).toEqual([true, false]);
    });
  });

  it('exports only where its owner can', async () => {
    expect(find((await render()).root, '[data-id="export"]')).toBeNull();
    const { root, heard } = await render({ canExport: true });
    await click(root, '[data-id="export"]');
    expect(heard.export).toHaveLength(1);
  });

  describe('with a place in the address', () => {
    const PAGE = { type: 'standard__namedPage', attributes: { pageName: 'home' } };

    it('writes where it is, replacing what the address said', async () => {
      const { root } = await render({ placeKey: 'deals' });
      address.emit(PAGE);
      await click(root, '[data-value="decided"]');
      expect(lastNavigation()).toMatchObject({ ...PAGE, replace: true, state: { c__deals: 'filter=decided&pageNumber=1' } });
    });

    it('goes back to it once, and only to what it knows', async () => {
      const { heard } = await render({ placeKey: 'deals', searchable: true });
      address.emit({ ...PAGE, state: { c__deals: 'filter=decided&search=acme&sort=amount&descending=true&pageNumber=2' } });
      address.emit({ ...PAGE, state: { c__deals: 'filter=waiting' } });
      expect(heard.query).toEqual([{ filter: 'decided', search: 'acme', sort: 'amount', descending: true, pageNumber: 2 }]);
      const hostile = await render({ placeKey: 'deals' });
      address.emit({ ...PAGE, state: { c__deals: 'filter=nonsense&search=x&sort=company&pageNumber=-9' } });
      expect(hostile.heard.query).toEqual([]);
    });
  });
});
