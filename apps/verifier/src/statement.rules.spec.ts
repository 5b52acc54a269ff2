import { StatementReader } from './statement.rules.js';

const read = new StatementReader({ number: 'A-1', dates: { issued: '2026-11-20', odd: '20.11.2026' }, goods: { accepted: 3, many: Infinity }, items: [{ code: 'AC-01' }, null, 7], blank: ' ' });

describe('reading a stranger’s statement', () => {
  it('finds what has the kind that is asked for', () => {
    expect([read.text('number'), read.date('dates.issued'), read.number('goods.accepted')]).toEqual(['A-1', '2026-11-20', 3]);
    expect(read.list('items').map((item) => item.text('code'))).toEqual(['AC-01']);
  });

  it('shows nothing for anything else', () => {
    expect([read.text('blank'), read.text('goods'), read.text('a.b.c'), read.text('number.length'), read.date('dates.odd'), read.number('goods.many'), read.number('number')])
      .toEqual(Array(7).fill(null));
    expect([read.list('number'), read.text('constructor'), read.text('dates.toString.name')]).toEqual([[], null, null]);
  });
});
