import { errorMessage, format, formatDay, isDenied } from 'c/coreFormat';

describe('c-core-format', () => {
  it('fills numbered places and leaves unknown ones alone', () => {
    expect(format('{0} of {1}, {0} again, {7}', 2, 'three')).toBe('2 of three, 2 again, {7}');
  });

  it('writes a day in the locale of the person, whatever the time zone', () => {
    expect(formatDay('2027-01-31')).toBe('Jan 31, 2027');
  });

  it.each([
    [{ body: { message: 'from Apex' } }, 'from Apex'],
    [{ body: [{ message: 'one' }, { message: 'two' }] }, 'one two'],
    [new Error('from script'), 'from script'],
    ['just text', 'just text'],
    [{ body: {} }, 'fallback'],
    [null, 'fallback'],
    [undefined, 'fallback'],
    [{ body: { message: '' } }, 'fallback']
  ])('finds the sentence in %j', (error, expected) => {
    expect(errorMessage(error, 'fallback')).toBe(expected);
  });

  it('knows a refusal by status, by the controllers own sentence and by the platforms', () => {
    expect(isDenied({ status: 403 }, 'no')).toBe(true);
    expect(isDenied({ body: { message: 'no' } }, 'no')).toBe(true);
    expect(isDenied({ body: { message: 'You do not have access to the Apex class named X' } }, 'no')).toBe(true);
    expect(isDenied({ body: { message: 'other' } }, 'no')).toBe(false);
  });
});
