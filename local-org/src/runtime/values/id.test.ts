import { describe, expect, it } from 'vitest';
import { thrown } from '../test-support.ts';
import { ApexId, normalizeId } from './id.ts';

describe('ApexId', () => {
  it('extends 15 characters by their checksum', () => {
    expect(ApexId.of('001D000000IRFma').value).toBe('001D000000IRFmaIAH');
  });

  it('equals its 15-character form and text of either length', () => {
    const id = ApexId.of('001D000000IRFma');
    expect(id.equals('001D000000IRFma')).toBe(true);
    expect(id.equals('001D000000IRFmaIAH')).toBe(true);
    expect(id.equals(ApexId.of('001D000000IRFmaIAH'))).toBe(true);
    expect(id.equals('not an id')).toBe(false);
  });

  it('restores the case of an 18-character id from its checksum', () => {
    expect(normalizeId('001d000000irfmaIAH')).toBe('001D000000IRFmaIAH');
  });

  it('takes eighteen characters with a wrong checksum as they are', () => {
    expect(ApexId.of('003000000000000000').value).toBe('003000000000000000');
  });

  it.each(['', 'x', '001D000000IRFm', '001D000000IRFma!!!', '001D000000IRFmaIAHX'])('refuses %j', (text) => {
    expect(thrown(() => ApexId.of(text))).toBe(`System.StringException: Invalid id: ${text}`);
  });
});
