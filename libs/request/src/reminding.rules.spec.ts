import { dueReminder } from './reminding.rules.js';
import type { Remindable } from './reminding.rules.js';

const request: Remindable = { dueOn: '2026-12-20', standsSince: '2026-11-20', already: [] };
const on = (today: string, change: Partial<Remindable> = {}) => dueReminder({ ...request, ...change }, today);

describe('an automatic reminder', () => {
  it('is due a week before, the day before, and three days after the due day', () => {
    expect([on('2026-12-12'), on('2026-12-13'), on('2026-12-19'), on('2026-12-23')]).toEqual([null, 'before_7', 'before_1', 'after_3']);
  });

  it('is not due in the days between the marks', () => expect([on('2026-12-21'), on('2026-12-22')]).toEqual([null, null]));

  it('goes out late when the worker was away, and only the last one that was missed', () => {
    expect([on('2026-12-16'), on('2026-12-20'), on('2026-12-28')]).toEqual(['before_7', 'before_1', 'after_3']);
    expect(on('2027-02-01')).toBeNull();
  });

  it('goes out once', () => {
    expect(on('2026-12-14', { already: ['before_7'] })).toBeNull();
    expect(on('2026-12-19', { already: ['before_7'] })).toBe('before_1');
  });

  it('is left out when its day had passed before the request was sent or extended', () => {
    expect(on('2026-12-16', { standsSince: '2026-12-15' })).toBeNull();
    expect(on('2026-12-13', { standsSince: '2026-12-13' })).toBeNull();
    expect(on('2026-12-19', { standsSince: '2026-12-15' })).toBe('before_1');
  });
});
