import { DomainError } from '@platform-pure/errors';
import { corporateNumberOf, isCorporateNumber, readProfile } from './profile.rules.js';
import type { ProfileInput } from './profile.rules.js';

const given: ProfileInput = { name: ' 髙﨑半導体㈱ ', address: '熊本県菊池郡大津町1-1' };
const refusedFields = (input: Partial<ProfileInput>): string[] => {
  try {
    readProfile({ ...given, ...input });
    return [];
  } catch (error) {
    return (error as DomainError).fields.map((field) => field.field);
  }
};

describe('a profile', () => {
  it('keeps the name as it is written, without blanks around it', () => expect(readProfile(given).name).toBe('髙﨑半導体㈱'));
  it('works in Japan and in Japanese unless told otherwise', () =>
    expect(readProfile(given)).toMatchObject({ timeZone: 'Asia/Tokyo', defaultLanguage: 'ja', disclosureClass: 'parties', certificatePrefix: null }));
  it('names every field that is wrong at once', () =>
    expect(refusedFields({ name: ' ', address: '', corporateNumber: '123', certificatePrefix: 'あ', timeZone: 'Mars/Olympus', retentionYears: 1 }))
      .toEqual(['name', 'address', 'corporateNumber', 'certificatePrefix', 'timeZone', 'retentionYears']));
  it('writes a certificate prefix in capitals', () => expect(readProfile({ ...given, certificatePrefix: 'tks1' }).certificatePrefix).toBe('TKS1'));
  it.each(['A', 'ABCDEFGHI', 'A-B'])('refuses the certificate prefix %s', (prefix) => expect(refusedFields({ certificatePrefix: prefix })).toEqual(['certificatePrefix']));
});

describe('a corporate number', () => {
  it('is checked by its first digit (the example of the National Tax Agency)', () => {
    expect(corporateNumberOf('700110005901')).toBe('8700110005901');
    expect(isCorporateNumber('8700110005901')).toBe(true);
    expect(isCorporateNumber('7700110005901')).toBe(false);
  });
  it('sees two digits that changed places', () => expect(isCorporateNumber('8700110009501')).toBe(false));
  it('may be typed in full width and with hyphens', () =>
    expect(readProfile({ ...given, corporateNumber: '８-7001-1000-5901' }).corporateNumber).toBe('8700110005901'));
});
