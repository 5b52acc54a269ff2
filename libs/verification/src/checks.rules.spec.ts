import { CheckSheet } from './checks.rules.js';

describe('the sheet of a verification', () => {
  it('lists what did not run as unknown, in reading order', () => {
    const sheet = new CheckSheet(['status', 'digest']);
    expect(sheet.list()).toEqual([{ code: 'digest', state: 'unknown' }, { code: 'status', state: 'unknown' }]);
  });

  it('keeps a reason only for what did not pass, and the last word on each check', () => {
    const sheet = new CheckSheet(['digest']);
    expect(sheet.mark('digest', false, 'why')).toBe(false);
    expect(sheet.list()).toEqual([{ code: 'digest', state: 'fail', reason: 'why' }]);
    expect(sheet.mark('digest', true, 'why')).toBe(true);
    expect(sheet.list()).toEqual([{ code: 'digest', state: 'pass' }]);
    expect(sheet.mark('digest', 'unknown')).toBe(false);
    expect([sheet.state('digest'), sheet.state('seal')]).toEqual(['unknown', undefined]);
  });
});
