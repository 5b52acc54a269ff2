import { counts, isDue, itemsFor } from './items.rules.js';
import type { ChecklistItemRecord } from '@pure/catalog';

const record = (change: Partial<ChecklistItemRecord>): ChecklistItemRecord & { key: string } => ({
  key: `acceptance-checklist:${change.code ?? 'AC-07'}`, code: 'AC-07', gate: 'G1', title: { ja: '出荷前マルウェア検査', en: 'Pre-shipment scan' }, necessity: 'must',
  condition: null, methods: ['document'], evidence: { ja: '記録', en: 'record' }, source: '表31', owner: 'supplier', gateOnly: false, ...change,
});
const item = (change: Partial<ChecklistItemRecord>, facts = {}) => itemsFor([record(change)], facts)[0]!;

describe('the checklist of a lot', () => {
  it('skips what needs a computer when the goods have none, and keeps it visible', () => {
    const skipped = item({ condition: 'has_computing' }, { has_computing: false });
    expect([skipped.applies, isDue(skipped), counts(skipped)]).toEqual([false, false, false]);
  });
  it('asks while nobody has said whether there is a computer', () => expect(isDue(item({ condition: 'has_computing' }))).toBe(true));
  it('leaves what comes after service for later', () => {
    expect(isDue(item({ code: 'AC-26', gate: 'G5', gateOnly: true }))).toBe(false);
    expect(isDue(item({ code: 'AC-26', gate: 'G5' }))).toBe(false);
  });
  it('never counts the buyer’s own reminders', () => {
    const reminder = item({ code: 'AC-02', gate: 'G0', owner: 'buyer' });
    expect([isDue(reminder), counts(reminder)]).toEqual([true, false]);
  });
});
