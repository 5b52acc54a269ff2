import type { DomainError } from '@platform-pure/errors';
import { readSite } from './site.rules.js';

describe('a site', () => {
  it('has a name and an address', () => {
    expect(readSite({ name: ' 熊本工場 ', nameEn: ' ', address: '熊本県菊池郡' })).toEqual({ name: '熊本工場', nameEn: null, address: '熊本県菊池郡' });
    try {
      readSite({ name: ' ', address: '' });
      throw new Error('accepted');
    } catch (error) {
      expect((error as DomainError).fields.map(({ field }) => field)).toEqual(['name', 'address']);
    }
  });
});
