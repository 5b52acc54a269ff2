import type { DomainError } from '@platform-pure/errors';
import { readPerson } from './person.rules.js';

const refused = (typed: object): string[] => {
  try {
    readPerson({ displayName: '髙﨑 恵子', language: 'ja', timeZone: 'Asia/Tokyo', ...typed });
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ field }) => field);
  }
};

describe('a person’s own data', () => {
  it('keep the name as it is written, without blanks around it', () =>
    expect(readPerson({ displayName: ' 髙﨑 恵子 ', language: 'en', timeZone: 'Europe/Berlin' })).toEqual({ displayName: '髙﨑 恵子', language: 'en', timeZone: 'Europe/Berlin' }));
  it('name every field that is wrong at once', () => expect(refused({ displayName: ' ', language: 'xx', timeZone: 'Mars/Olympus' })).toEqual(['displayName', 'language', 'timeZone']));
  it('take no offset for a time zone', () => expect(refused({ timeZone: '+09:00' })).toEqual(['timeZone']));
});
