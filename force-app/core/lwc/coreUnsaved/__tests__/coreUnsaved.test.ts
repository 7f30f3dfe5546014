import { forgetUnsaved, recallUnsaved, rememberUnsaved } from 'c/coreUnsaved';

describe('c-core-unsaved', () => {
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('gives back what was typed, each form its own, until it is forgotten', () => {
    rememberUnsaved('form.new', { company: 'Acme' });
    rememberUnsaved('form.1', { company: 'Other' });
    expect(recallUnsaved('form.new')).toEqual({ company: 'Acme' });
    forgetUnsaved('form.new');
    expect(recallUnsaved('form.new')).toBeNull();
    expect(recallUnsaved('form.1')).toEqual({ company: 'Other' });
  });

  it.each(['[1]', '"text"', 'null', '{broken'])('takes nothing from %s', (text) => {
    window.sessionStorage.setItem('partner-portal.form', text);
    expect(recallUnsaved('form')).toBeNull();
  });

  it('goes on without storage', () => {
    for (const method of ['setItem', 'getItem', 'removeItem'] as const) {
      jest.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new Error('blocked');
      });
    }
    rememberUnsaved('form', {});
    expect(recallUnsaved('form')).toBeNull();
    forgetUnsaved('form');
  });
});
