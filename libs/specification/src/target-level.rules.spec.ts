import { defaultTargetLevel, higherCriticality } from './target-level.rules.js';

describe('the default target level', () => {
  it.each([
    ['must', 'high', 4], ['must', 'middle', 3], ['must', 'low', 3],
    ['recommended', 'high', 3], ['recommended', 'middle', 3], ['recommended', 'low', 2],
  ] as const)('of a %s item at criticality %s is %d', (necessity, criticality, level) => {
    expect(defaultTargetLevel(necessity, criticality)).toBe(level);
  });

  it('treats the whole must family alike, and a scoped recommendation as a recommendation', () => {
    expect(defaultTargetLevel('must_alt', 'high')).toBe(4);
    expect(defaultTargetLevel('must_unless', 'high')).toBe(4);
    expect(defaultTargetLevel('rec_scoped', 'low')).toBe(2);
  });
});

describe('criticality', () => {
  it('is only ever raised', () => {
    expect(higherCriticality('low', 'high')).toBe('high');
    expect(higherCriticality('high', 'low')).toBe('high');
    expect(higherCriticality('middle', 'low')).toBe('middle');
  });
});
