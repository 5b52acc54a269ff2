import { NECESSITIES, isMust } from '@pure/catalog';
import type { Gate, Necessity } from '@pure/catalog';
import type { InspectionItem } from './items.rules.js';
import { RESULTS } from './results.rules.js';
import type { ItemResult } from './results.rules.js';
import { decides, unjudged, unmet, untested, verdictOf } from './verdict.rules.js';
import type { RecordedResults } from './verdict.rules.js';

const item = (change: Partial<InspectionItem> = {}): InspectionItem => ({
  key: `c:${change.code ?? 'AC-09'}`, code: 'AC-09', gate: 'G1', title: { ja: '項目', en: 'item' }, necessity: 'must', methods: ['own_test'],
  evidence: { ja: '', en: '' }, owner: 'supplier', later: false, applies: true, ...change,
});
const results = (...rows: [InspectionItem, ItemResult][]): RecordedResults => new Map(rows.map(([row, result]) => [row.key, { result, method: 'document' }]));

/** The whole table of domain.md §3.5 as far as this product judges: necessity × result. */
const TABLE: [Necessity, ItemResult | null, 'passed' | 'rejected' | 'cannot judge'][] = [
  ['must', 'conform', 'passed'], ['must', 'conform_by_compensation', 'rejected'], ['must', 'nonconform', 'rejected'],
  ['must', 'not_applicable', 'passed'], ['must', 'unverifiable', 'rejected'], ['must', null, 'cannot judge'],
  ['must_if', 'conform', 'passed'], ['must_if', 'conform_by_compensation', 'rejected'], ['must_if', 'nonconform', 'rejected'],
  ['must_if', 'not_applicable', 'passed'], ['must_if', 'unverifiable', 'rejected'], ['must_if', null, 'cannot judge'],
  ['must_alt', 'conform', 'passed'], ['must_alt', 'conform_by_compensation', 'passed'], ['must_alt', 'nonconform', 'rejected'],
  ['must_alt', 'not_applicable', 'passed'], ['must_alt', 'unverifiable', 'rejected'], ['must_alt', null, 'cannot judge'],
  ['must_unless', 'conform', 'passed'], ['must_unless', 'conform_by_compensation', 'rejected'], ['must_unless', 'nonconform', 'rejected'],
  ['must_unless', 'not_applicable', 'passed'], ['must_unless', 'unverifiable', 'rejected'], ['must_unless', null, 'cannot judge'],
  ['must_scaled', 'conform', 'passed'], ['must_scaled', 'conform_by_compensation', 'rejected'], ['must_scaled', 'nonconform', 'rejected'],
  ['must_scaled', 'not_applicable', 'passed'], ['must_scaled', 'unverifiable', 'rejected'], ['must_scaled', null, 'cannot judge'],
  ['recommended', 'conform', 'passed'], ['recommended', 'conform_by_compensation', 'passed'], ['recommended', 'nonconform', 'passed'],
  ['recommended', 'not_applicable', 'passed'], ['recommended', 'unverifiable', 'passed'], ['recommended', null, 'passed'],
  ['rec_scoped', 'conform', 'passed'], ['rec_scoped', 'conform_by_compensation', 'passed'], ['rec_scoped', 'nonconform', 'passed'],
  ['rec_scoped', 'not_applicable', 'passed'], ['rec_scoped', 'unverifiable', 'passed'], ['rec_scoped', null, 'passed'],
];
const outcome = (items: InspectionItem[], recorded: RecordedResults): string => (unjudged(items, recorded).length > 0 ? 'cannot judge' : verdictOf(items, recorded));

describe('judging a lot', () => {
  it('has a row for every necessity and every result', () => {
    const wanted = NECESSITIES.flatMap((necessity) => [...RESULTS, null].map((result) => `${necessity} ${result}`));
    expect(TABLE.map(([necessity, result]) => `${necessity} ${result}`).sort()).toEqual(wanted.sort());
  });

  it.each(TABLE)('one %s item with result %p: %s', (necessity, result, expected) => {
    const only = item({ necessity });
    expect(outcome([only], result === null ? new Map() : results([only, result]))).toBe(expected);
  });

  const idle: [string, Partial<InspectionItem>][] = [
    ['the buyer’s own item', { owner: 'buyer' }], ['an item after service', { later: true }], ['an item that does not apply', { applies: false }],
  ];
  it.each(idle.flatMap(([name, change]) => NECESSITIES.filter(isMust).map((necessity) => [name, necessity, change] as const)))(
    '%s (%s) neither holds nor rejects', (_, necessity, change) => {
      const reminder = item({ necessity, ...change });
      expect(decides(reminder)).toBe(false);
      expect(outcome([reminder], new Map())).toBe('passed');
      expect(outcome([reminder], results([reminder, 'nonconform']))).toBe('passed');
    });

  it.each(['G0', 'G1', 'G2', 'G3', 'G4'] as Gate[])('an item of gate %s counts', (gate) => expect(outcome([item({ gate })], new Map())).toBe('cannot judge'));

  it('one unmet must item among many rejects the lot, and is named', () => {
    const items = ['AC-09', 'AC-10', 'AC-13'].map((code) => item({ code }));
    const recorded = results([items[0]!, 'conform'], [items[1]!, 'unverifiable'], [items[2]!, 'conform']);
    expect(verdictOf(items, recorded)).toBe('rejected');
    expect(unmet(items, recorded).map(({ code }) => code)).toEqual(['AC-10']);
  });

  it('names every must item nobody has looked at', () => {
    const items = ['AC-09', 'AC-10', 'AC-19'].map((code) => item({ code, necessity: code === 'AC-19' ? 'recommended' : 'must' }));
    expect(unjudged(items, results([items[0]!, 'conform']))).toEqual(['AC-10']);
  });

  it('at high criticality finds what passed on paper only', () => {
    const items = [item({ code: 'AC-09' }), item({ code: 'AC-25', methods: ['document'] })];
    const recorded = results([items[0]!, 'conform'], [items[1]!, 'conform']);
    expect(untested(items, recorded, 'high')).toEqual(['AC-09']);
    expect(untested(items, recorded, 'middle')).toEqual([]);
  });
});
