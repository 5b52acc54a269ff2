import { formatDate, formatDateTime, formatFileSize, formatNumber } from './format.rules.js';

const evening = new Date('2026-11-20T15:05:00Z'); // already the 21st in Japan

describe('dates', () => {
  it('a calendar date reads naturally in both languages', () => {
    expect(formatDate('2026-11-20', 'ja')).toBe('2026年11月20日');
    expect(formatDate('2026-11-02', 'en')).toBe('2 Nov 2026');
  });
  it('a calendar date is not moved by a zone west of Greenwich', () => expect(formatDate('2026-01-01', 'en', 'America/New_York')).toBe('1 Jan 2026'));
  it('an instant is the day it is in the zone', () => {
    expect(formatDate(evening, 'ja')).toBe('2026年11月21日');
    expect(formatDate(evening, 'ja', 'UTC')).toBe('2026年11月20日');
  });
  it('a date and time always names its zone', () => {
    expect(formatDateTime(new Date('2026-11-20T05:05:00Z'), 'ja')).toBe('2026年11月20日 14:05 JST');
    expect(formatDateTime(new Date('2026-11-20T05:05:00Z'), 'en', 'UTC')).toBe('20 Nov 2026 05:05 UTC');
    expect(formatDateTime('2026-11-20T05:05:00Z', 'en', 'Europe/Berlin')).toBe('20 Nov 2026 06:05 GMT+1');
  });
  it('midnight is 00:00, not 24:00', () => expect(formatDateTime(new Date('2026-11-20T15:00:00Z'), 'ja')).toBe('2026年11月21日 00:00 JST'));
  it('an impossible date is refused', () => {
    expect(() => formatDate('2026-02-30', 'ja')).toThrow(RangeError);
    expect(() => formatDate('soon', 'ja')).toThrow(RangeError);
    expect(() => formatDateTime(new Date(NaN), 'ja')).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('thousands are grouped and digits can be fixed', () => {
    expect(formatNumber(1234567, 'ja')).toBe('1,234,567');
    expect(formatNumber(2, 'en', 1)).toBe('2.0');
    expect(() => formatNumber(NaN, 'ja')).toThrow(RangeError);
  });
  it('file sizes step by 1024 and never print 1,024 of a unit', () => {
    expect(formatFileSize(1023, 'ja')).toBe('1,023 B');
    expect(formatFileSize(1536, 'ja')).toBe('1.5 KB');
    expect(formatFileSize(1024 * 1024 - 1, 'en')).toBe('1.0 MB');
    expect(formatFileSize(5 * 1024 ** 4, 'en')).toBe('5.0 TB');
    expect(() => formatFileSize(-1, 'en')).toThrow(RangeError);
  });
});
