import { pageAt, placeIn } from 'c/corePlace';

const PAGE = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: { c__other: 'filter=a', tab: '2' } };

describe('c-core-place', () => {
  it('finds again what it put into the address, and leaves the rest of the address alone', () => {
    const page = pageAt(PAGE, 'deals', { filter: 'waiting', search: 'Müller & Söhne = 1', sort: '' });
    expect(page).toMatchObject({ type: PAGE.type, attributes: PAGE.attributes });
    expect(page.state).toMatchObject({ c__other: 'filter=a', tab: '2' });
    expect(placeIn(page, 'deals')).toEqual({ filter: 'waiting', search: 'Müller & Söhne = 1' });
    expect(placeIn(page, 'other')).toEqual({ filter: 'a' });
  });

  it.each([
    [undefined],
    [null],
    [PAGE],
    [{ type: 'x' }],
    [{ type: 'x', state: { c__deals: '' } }],
    [{ type: 'x', state: { c__deals: 7 } }]
  ])('knows no place from %j', (page) => {
    expect(placeIn(page, 'deals')).toBeNull();
  });
});
