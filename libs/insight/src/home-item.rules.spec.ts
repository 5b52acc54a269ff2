import { byUrgency } from './home-item.rules.js';
import type { HomeItem } from './home-item.rules.js';

const item = (number: string, due: string | null, since: string): HomeItem => ({
  task: 'answer', kind: 'request', id: number, number, title: null, party: null, place: null, due, status: { tone: 'wait', key: 'k' }, since: new Date(since) });

describe('the order of what waits', () => {
  it('is the nearest due day, then the longest waiting, then what has no day', () => {
    const sorted = byUrgency([item('d', null, '2026-01-01'), item('c', '2026-12-01', '2026-11-02'), item('b', '2026-12-01', '2026-11-01'), item('a', '2026-11-30', '2026-11-03')]);
    expect(sorted.map(({ number }) => number)).toEqual(['a', 'b', 'c', 'd']);
  });
});
