import { Messages } from '@platform/i18n';
import { readChoice, sameKey } from '@platform-pure/workbook';
import { CONTRACT_WORDS, CRITICALITY_WORDS, GOVERNING_WORDS, ORDER_COLUMNS, ORDER_LEDGER_FIELDS } from './order-ledger.rules.js';

const messages = new Messages();
const bare = (heading: string): string => sameKey(heading.normalize('NFKC').replace(/\([^)]*\)/g, ''));

describe('the columns of the procurement ledger', () => {
  it('are known by the headings of our own files, in both languages', () => {
    for (const { label, names } of ORDER_COLUMNS) for (const language of ['ja', 'en'] as const) {
      const heading = messages.t(language, label);
      expect([heading, names.map(sameKey).includes(sameKey(heading)) || names.map(sameKey).includes(bare(heading))]).toEqual([heading, true]);
    }
  });
  it('stand for every field once, and no heading means two of them', () => {
    expect(ORDER_COLUMNS.map(({ field }) => field)).toEqual([...ORDER_LEDGER_FIELDS]);
    const names = ORDER_COLUMNS.flatMap((column) => [...new Set(column.names.map(sameKey))]);
    expect(names).toHaveLength(new Set(names).size);
  });
  it('say choices in the words of our own files', () => {
    for (const [prefix, words] of [['order.governing', GOVERNING_WORDS], ['order.contract', CONTRACT_WORDS], ['order.criticality', CRITICALITY_WORDS]] as const) {
      for (const choice of Object.keys(words)) for (const language of ['ja', 'en'] as const) expect(readChoice<string>(messages.t(language, `${prefix}.${choice}`), words)).toBe(choice);
    }
  });
});
