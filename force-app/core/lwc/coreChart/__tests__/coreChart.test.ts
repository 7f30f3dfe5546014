import { createElement } from 'lwc';
import CoreChart from 'c/coreChart';

const POINTS = [
  { label: 'Jan', value: 50 },
  { label: 'Feb', value: null },
  { label: 'Mar', value: -50 },
  { label: 'Apr', value: 1150 }
];

async function render(properties: Record<string, unknown> = {}): Promise<ShadowRoot> {
  const element = createElement('c-core-chart', { is: CoreChart });
  Object.assign(element, { heading: 'Registrations', unit: 'Number', points: POINTS, ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element.shadowRoot!;
}
const number = (element: Element | null | undefined, name: string): number => Number(element?.getAttribute(name));
const press = async (root: ShadowRoot, key: string): Promise<void> => {
  root.querySelector('[data-mark][tabindex="0"]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await Promise.resolve();
};

describe('c-core-chart', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws bars to one scale from zero, to the left what is below it, and a gap where there is no figure', async () => {
    const root = await render();
    const rows = [...root.querySelectorAll('.row')];
    expect(rows.map((row) => row.querySelector('.number')?.textContent)).toEqual(['50', '–', '-50', '1,150']);
    const bars = rows.map((row) => row.querySelector('rect'));
    // From -50 to 1150: zero stands at 50 of 1200.
    expect([number(bars[0], 'x'), number(bars[0], 'width')]).toEqual([4.17, 4.16]);
    expect(bars[1]).toBeNull();
    expect(number(bars[2], 'x')).toBe(0);
    expect(number(bars[3], 'x') + number(bars[3], 'width')).toBe(100);
    expect(number(root.querySelector('.zero'), 'x1')).toBe(4.17);
    await expect(root.host).toBeAccessible();
  });

  it('draws a trend that does not bridge a gap', async () => {
    const root = await render({ kind: 'trend' });
    expect(root.querySelectorAll('polyline')).toHaveLength(2);
    expect(root.querySelectorAll('[data-mark]')).toHaveLength(3);
    await expect(root.host).toBeAccessible();
  });

  it('goes from point to point with the arrow keys, one stop for the tab key', async () => {
    const root = await render({ kind: 'trend' });
    const current = (): string | null | undefined => root.querySelector('[data-mark][tabindex="0"]')?.getAttribute('aria-label');
    expect(root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(current()).toBe('Jan: 50');
    await press(root, 'ArrowRight');
    expect(current()).toBe('Mar: -50');
    expect(root.activeElement?.getAttribute('aria-label')).toBe('Mar: -50');
    await press(root, 'End');
    await press(root, 'ArrowRight');
    expect(current()).toBe('Apr: 1,150');
    await press(root, 'Home');
    await press(root, 'ArrowLeft');
    expect(current()).toBe('Jan: 50');
  });

  it.each(['bars', 'trend'])('offers the data of %s as a table, and the way back', async (kind) => {
    const root = await render({ kind });
    root.querySelector<HTMLElement>('[data-id="table"]')?.click();
    await Promise.resolve();
    expect([...root.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual(['Jan50', 'Feb–', 'Mar-50', 'Apr1,150']);
    await expect(root.host).toBeAccessible();
    root.querySelector<HTMLElement>('[data-id="table"]')?.click();
    await Promise.resolve();
    expect(root.querySelector('table')).toBeNull();
  });

  it.each([
    ['percent', 0.256, '25.6%'],
    ['currency', 1234, '€1,234']
  ])('writes %s as the reader does', async (format, value, text) => {
    const root = await render({ format, currencyCode: 'EUR', points: [{ label: 'x', value }] });
    expect(root.querySelector('.number')?.textContent).toBe(text);
  });

  it.each([[[]], [[{ label: 'Jan', value: null }]]])('says that there is nothing for %j', async (points) => {
    const root = await render({ points, emptyText: 'Nothing yet' });
    expect(root.querySelector('[data-id="empty"]')?.textContent).toBe('Nothing yet');
    await expect(root.host).toBeAccessible();
  });

  it('draws one point and a row of zeros', async () => {
    const single = await render({ kind: 'trend', points: [{ label: 'Jan', value: 3 }] });
    expect(single.querySelector<HTMLElement>('[data-mark]')?.style.left).toBe('50.00%');
    const zeros = await render({ points: [{ label: 'a', value: 0 }] });
    expect(zeros.querySelector('rect')).toBeNull();
    expect(zeros.querySelector('.number')?.textContent).toBe('0');
  });
});
