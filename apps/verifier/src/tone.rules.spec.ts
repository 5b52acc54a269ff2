import { VERDICTS } from '@pure/verification';
import { toneOf, toneOfCheck, toneOfStatus } from './tone.rules.js';

describe('the sign beside a word', () => {
  it('is another one for every verdict', () => {
    expect(new Set(VERDICTS.map(toneOf)).size).toBe(VERDICTS.length);
  });

  it('is good only for what is genuine, in force or passed', () => {
    expect(VERDICTS.filter((verdict) => toneOf(verdict) === 'good')).toEqual(['genuine']);
    expect((['issued', 'changed_since_issue', 'superseded', 'revoked', 'unknown'] as const).filter((status) => toneOfStatus(status) === 'good')).toEqual(['issued']);
    expect((['pass', 'fail', 'unknown'] as const).map(toneOfCheck)).toEqual(['good', 'bad', 'unknown']);
  });
});
