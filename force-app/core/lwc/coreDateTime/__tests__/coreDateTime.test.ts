import { createElement } from 'lwc';
import CoreDateTime from 'c/coreDateTime';

const NOW = Date.parse('2026-03-04T12:00:00.000Z');

function show(properties: Partial<Pick<CoreDateTime, 'value' | 'exact'>>): HTMLTimeElement | null {
  const element = createElement('c-core-date-time', { is: CoreDateTime });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element.shadowRoot!.querySelector('time');
}

describe('c-core-date-time', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it.each([
    ['2026-03-04T11:59:50.000Z', 'now'],
    ['2026-03-04T11:15:00.000Z', '45 minutes ago'],
    ['2026-03-04T15:00:00.000Z', 'in 3 hours'],
    ['2026-03-02T11:00:00.000Z', '2 days ago'],
    ['2026-03-05', 'tomorrow'],
    ['2026-03-04', 'today'],
    ['2026-02-26', '6 days ago']
  ])('says of %s what a person would: %s', (value, words) => {
    const time = show({ value });
    expect(time?.textContent).toBe(words);
    expect(time?.title).toMatch(/2026/);
    expect(time?.getAttribute('datetime')).toBe(value);
  });

  it.each([
    ['2026-02-20T10:00:00.000Z', /^Feb 20, 2026/],
    ['2026-04-01', /^Apr 1, 2026$/]
  ])('writes %s out: it is more than a week away', (value, text) => {
    expect(show({ value })?.textContent).toMatch(text);
  });

  it('writes the date itself where that is what matters', () => {
    expect(show({ value: '2026-03-05', exact: true })?.textContent).toBe('Mar 5, 2026');
  });

  it.each([[undefined], [null], [''], ['soon']])('shows nothing for %p', (value) => {
    expect(show({ value })).toBeNull();
  });

  it('stays right while the page stands open', async () => {
    const time = show({ value: '2026-03-04T11:58:00.000Z' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(time?.textContent).toBe('3 minutes ago');
  });

  it('is accessible', async () => {
    const time = show({ value: '2026-03-04T11:58:00.000Z' });
    jest.useRealTimers();
    await expect(time!.parentElement ?? document.body).toBeAccessible();
  });
});
