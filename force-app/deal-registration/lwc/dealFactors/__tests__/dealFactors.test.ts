import { createElement } from 'lwc';
import DealFactors from 'c/dealFactors';

const factor = (name: string, points: number) => ({
  name,
  label: name,
  area: 'deal' as const,
  value: '1',
  points,
  text: `because of ${name}`
});
const FACTORS = [factor('a', 2), factor('b', -10), factor('c', 0.5), factor('d', 5), factor('e', 1), factor('f', -1.5)];

async function render(factors = FACTORS): Promise<ShadowRoot> {
  const element = createElement('c-deal-factors', { is: DealFactors });
  Object.assign(element, { factors, baseline: { label: 'Average', points: 50 }, score: 47 });
  document.body.appendChild(element);
  await Promise.resolve();
  return element.shadowRoot as ShadowRoot;
}
const points = (root: ShadowRoot): string[] => [...root.querySelectorAll('.points')].map((cell) => cell.textContent ?? '');

describe('c-deal-factors', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the strongest first, the rest as one, and start and sum around them', async () => {
    const root = await render();
    expect(points(root)).toEqual(['50.0', '−10.0', '+5.0', '+2.0', '−1.5', '+1.0', '+0.5', '47.0']);
  });

  it('draws what lowers to the left of the axis and what raises to the right', async () => {
    const root = await render();
    const [strongest, second] = root.querySelectorAll<HTMLElement>('.bar');
    expect(strongest?.className).toContain('bar_lowers');
    expect(parseFloat(strongest?.style.left ?? '')).toBe(0);
    expect(parseFloat(second?.style.left ?? '')).toBe(50);
    expect(parseFloat(second?.style.width ?? '')).toBe(25);
  });

  it('shows all on request, with the sum of what is shown unchanged', async () => {
    const root = await render();
    root.querySelector<HTMLElement>('[data-id="more"]')?.click();
    await Promise.resolve();
    expect(points(root)).toHaveLength(8);
    const sum = points(root)
      .slice(0, -1)
      .reduce((total, text) => total + Number(text.replace('−', '-')), 0);
    expect(sum).toBeCloseTo(47);
  });

  it('offers the same figures as a table', async () => {
    const root = await render();
    root.querySelector<HTMLElement>('[data-id="table"]')?.click();
    await Promise.resolve();
    expect(root.querySelectorAll('tbody tr')).toHaveLength(6);
  });

  it('shows markup in a value as text', async () => {
    const root = await render([{ ...factor('x', 1), value: '<img src=x onerror=alert(1)>' }]);
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img');
  });

  it('is accessible', async () => {
    const root = await render();
    await expect(root.host).toBeAccessible();
  });
});
