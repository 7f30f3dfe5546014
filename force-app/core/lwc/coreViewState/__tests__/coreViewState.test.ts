import { viewMessage, viewState } from 'c/coreViewState';
import { labels } from 'c/coreLabels';

const REFUSED = { body: { message: labels.errorNoPermission } };

describe('c-core-view-state', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['loading', { loaded: false }],
    ['ready', { loaded: true }],
    ['ready', { loaded: true, count: 3 }],
    ['empty', { loaded: true, count: 0 }],
    ['error', { error: new Error('broken'), loaded: false }],
    ['denied', { error: REFUSED, loaded: false }]
  ])('is %s for %j', (state, view) => {
    expect(viewState(view)).toBe(state);
  });

  it('keeps showing what it has when a refresh fails', () => {
    expect(viewState({ error: new Error('broken'), loaded: true })).toBe('ready');
  });

  it('blames the connection when there is none, but not for a refusal', () => {
    jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    expect(viewState({ error: new Error('Failed to fetch'), loaded: false })).toBe('offline');
    expect(viewState({ error: REFUSED, loaded: false })).toBe('denied');
  });

  it('says what failed, or why there is nothing', () => {
    expect(viewMessage({ error: new Error('broken'), loaded: false }, 'Nothing yet')).toBe('broken');
    expect(viewMessage({ loaded: true, count: 0 }, 'Nothing yet')).toBe('Nothing yet');
    expect(viewMessage({ error: {}, loaded: false })).toBe(labels.stateUnknownError);
  });
});
