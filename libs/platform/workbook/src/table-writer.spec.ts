import { readXlsx } from 'hucre/xlsx';
import { TableWriter } from './table-writer.js';

const table = { name: '依頼', columns: ['番号', '期限', '件数'], rows: [['=1+1', { day: '2026-11-20' }, 3], ['髙﨑', null, null]] } as const;

describe('a list as a file', () => {
  it('holds dates that a spreadsheet sorts by, numbers, and texts that stay texts', async () => {
    const { sheets: [sheet] } = await readXlsx(await new TableWriter().xlsx(table));
    expect(sheet!.rows[0]).toEqual(['番号', '期限', '件数']);
    expect(sheet!.rows[1]).toEqual(['=1+1', new Date('2026-11-20T00:00:00Z'), 3]);
  });

  it('is a CSV that Japanese Excel reads and that runs nothing', () => expect(new TableWriter().csv(table).toString('utf8')).toBe("\ufeff番号,期限,件数\r\n'=1+1,2026-11-20,3\r\n髙﨑,,\r\n"));
});
