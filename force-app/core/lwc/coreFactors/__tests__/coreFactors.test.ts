import { createElement } from 'lwc';
import CoreFactors from 'c/coreFactors';

const factor = (name: string, points: number) => ({ name, label: name, value: '1', points, text: `because of ${name}` });
const FACTORS = [factor('a', 2), factor('b', -10), factor('c', 0.5), factor('d', 5), factor('e', 1), factor('f', -1.5)];

async function render(properties: Record<string, unknown> = {}): Promise<ShadowRoot> {
  const element = createElement('c-core-factors', { is: CoreFactors });
  Object.assign(element, { factors: FACTORS, baseline: { label: 'Average', points: 50 }, score: 47, ...properties });
  document.body.appendChild(element);
  await Promise.resolve();
  return element.shadowRoot!;
}
const points = (root: ShadowRoot): string[] => [...root.querySelectorAll('.points')].map((cell) => cell.textContent ?? '');
const bars = (root: ShadowRoot): { left: number; right: number; className: string }[] =>
  [...root.querySelectorAll<HTMLElement>('.bar')].map(({ style, className }) => ({
    left: parseFloat(style.left),
    right: parseFloat(style.left) + parseFloat(style.width),
    className
  }));
const click = async (root: ShadowRoot, id: string): Promise<void> => {
  root.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
  await Promise.resolve();
};

describe('c-core-factors', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the strongest first, the rest as one, and start and sum around them', async () => {
    expect(points(await render())).toEqual(['50.0', '−10.0', '+5.0', '+2.0', '0.0', '47.0']);
  });

  it('starts each bar where the one before it ended, from zero to the score', async () => {
    const root = await render();
    await click(root, 'more');
    // Start, six factors, score; on a scale from 0 to 50.
    const drawn = bars(root);
    const ends = [50, 40, 45, 47, 45.5, 46.5, 47];
    expect(drawn).toHaveLength(8);
    expect(drawn[0]).toMatchObject({ left: 0, right: 100 });
    drawn.slice(1, -1).forEach(({ left, right, className }, index) => {
      const [from, to] = [ends[index]! * 2, ends[index + 1]! * 2];
      expect(left).toBeCloseTo(Math.min(from, to));
      expect(right).toBeCloseTo(Math.max(from, to));
      expect(className).toContain(to >= from ? 'bar_raises' : 'bar_lowers');
    });
    expect(drawn[7]).toMatchObject({ left: 0, right: 94 });
  });

  it('draws what is folded away to the same scale, however much it is', async () => {
    const many = Array.from({ length: 10 }, (_, index) => factor(`f${index}`, 2));
    const root = await render({ factors: [factor('a', 6), factor('b', 5), factor('c', 4), ...many], score: 85 });
    const folded = bars(root).at(-2)!;
    expect(points(root).at(-2)).toBe('+20.0');
    expect(folded.right - folded.left).toBeCloseTo((20 / 85) * 100, 1);
  });

  it('marks zero, also where a score falls below it on the way', async () => {
    const root = await render({ baseline: null, factors: [factor('a', -20), factor('b', 60)], score: 40 });
    // The strongest comes first: up to 60, back to 40.
    expect(root.querySelector<HTMLElement>('.axis')?.style.left).toBe('0.00%');
    const below = await render({ baseline: null, factors: [factor('a', -20), factor('b', 10)], score: -10 });
    expect(below.querySelector<HTMLElement>('.axis')?.style.left).toBe('100.00%');
    expect(bars(below)[1]).toMatchObject({ left: 0, right: 100 });
  });

  it('does not fold a single factor', async () => {
    const root = await render({ factors: FACTORS.slice(0, 4), score: 47.5 });
    expect(points(root)).toHaveLength(6);
    expect(root.querySelector('[data-id="more"]')).toBeNull();
  });

  it('shows all on request, with the sum of what is shown unchanged', async () => {
    const root = await render();
    await click(root, 'more');
    const sum = points(root)
      .slice(0, -1)
      .reduce((total, text) => total + Number(text.replace('−', '-')), 0);
    expect(points(root)).toHaveLength(8);
    expect(sum).toBeCloseTo(47);
  });

  it('offers the same figures as a table, and the way back', async () => {
    const root = await render();
    await click(root, 'table');
    expect(root.querySelectorAll('[data-id="row"]')).toHaveLength(6);
    expect(root.querySelector('tfoot')?.textContent).toContain('47.0');
    await expect(root.host).toBeAccessible();
    await click(root, 'table');
    expect(root.querySelector('[data-id="chart"]')).not.toBeNull();
  });

  it('shows markup in a value as text', async () => {
    const root = await render({ factors: [{ ...factor('x', 1), value: '<img src=x onerror=alert(1)>' }] });
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img');
  });

  it('is accessible', async () => {
    await expect((await render()).host).toBeAccessible();
  });
});
