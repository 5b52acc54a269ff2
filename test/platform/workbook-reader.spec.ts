import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DomainError } from '@platform/errors';
import { TableWriter, WorkbookReader } from '@platform/workbook';
import type { ReadSheet } from '@platform/workbook';
import { archive, sheetXml, workbookOf } from './archives.fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'kenshu-workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const reader = new WorkbookReader();
let files = 0;
const read = (content: Buffer | string, fileName = '台帳.xlsx'): Promise<readonly ReadSheet[]> => {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return reader.read({ path, fileName });
};
/** The code of the refusal; 'read' when there was none. */
const refusal = async (content: Buffer | string): Promise<string> => {
  try {
    await read(content);
    return 'read';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};
const cellsOf = async (content: Buffer | string) => (await read(content))[0]!.rows.map(({ cells }) => cells);
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const ROWS = `<row r="1">${text('A1', '取引先')}${text('B1', '数量')}</row><row r="3"><c r="B3"><v>5</v></c></row>`;

describe('a workbook', () => {
  it('is recognised by its content, whatever its name', async () => {
    const table = { name: '一覧', columns: ['名', '数'], rows: [['髙﨑精機', 5], ['=1+1', null]] as (string | number | null)[][] };
    expect(await read(await new TableWriter().xlsx(table), 'a.csv')).toEqual([{ name: '一覧', hidden: false, rows: [
      { number: 1, cells: ['名', '数'] }, { number: 2, cells: ['髙﨑精機', 5] }, { number: 3, cells: ['=1+1'] }] }]);
    expect(await cellsOf(new TableWriter().csv(table))).toEqual([['名', '数'], ['髙﨑精機', '5'], ['=1+1']]);
  });
  it('keeps the numbers of its rows and leaves blank ones out', async () => {
    expect((await read(workbookOf({ sheet: sheetXml(`${ROWS}<row r="4">${text('A4', '   ')}</row>`) })))[0]!.rows).toEqual([{ number: 1, cells: ['取引先', '数量'] }, { number: 3, cells: [null, 5] }]);
  });
  it.each([['A1:XFD1048576'], ['A1'], ['Z9:Z9']])('is read by its cells, not by the dimension %s it declares', async (ref) => {
    expect(await cellsOf(workbookOf({ sheet: sheetXml(ROWS, `<dimension ref="${ref}"/>`) }))).toEqual([['取引先', '数量'], [null, 5]]);
  });
  it('gives the value a formula had, and nothing for one without; nothing is run', async () => {
    const sheet = sheetXml(`<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1"><f>HYPERLINK("http://x/"&amp;A1)</f></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>x7</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`);
    expect(await cellsOf(workbookOf({ sheet }))).toEqual([[7, null, 'x7', '#DIV/0!']]);
  });
  it('gives days as days, also those of the Japanese calendar', async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
    const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>46346</v></c><c r="B1" s="2"><v>46346.5</v></c><c r="C1"><v>46346</v></c></row>');
    expect(await cellsOf(workbookOf({ sheet, styles }))).toEqual([['2026-11-20', '2026-11-20 12:00', 46346]]);
  });
  it('tells hidden sheets from others', async () => {
    const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A&amp;B" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>';
    expect((await read(workbookOf({ sheet: sheetXml(ROWS), workbook })))[0]).toMatchObject({ name: 'A&B', hidden: true });
  });
  it('brings its shared texts, with their readings left out', async () => {
    const strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1"><si><r><t>髙</t></r><r><t>﨑</t></r><rPh sb="0" eb="2"><t>タカサキ</t></rPh></si></sst>';
    expect(await cellsOf(workbookOf({ sheet: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>9</v></c></row>'), strings }))).toEqual([['髙﨑']]);
  });
  it('has no character that a database refuses', async () => {
    expect(await cellsOf(workbookOf({ sheet: sheetXml(`<row r="1">${text('A1', 'a&#0;b&#xD800;c_x0007_')}</row>`) }))).toEqual([['ab\uFFFDc']]);
  });
});

describe('a list as CSV', () => {
  it.each([
    ['UTF-8', Buffer.from('名,数\n髙﨑,1\n')], ['UTF-8 with a mark', Buffer.from('\uFEFF名,数\r\n髙﨑,1\r\n')], ['UTF-16 as Excel’s Unicode text', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('名\t数\r\n髙﨑\t1\r\n', 'utf16le')])],
    ['semicolons', Buffer.from('名;数\n髙﨑;1\n')], ['tabs', Buffer.from('名\t数\n髙﨑\t1')],
  ])('is read in %s', async (_, content) => expect(await cellsOf(content)).toEqual([['名', '数'], ['髙﨑', '1']]));
  it('is read in Shift_JIS, as Japanese Excel writes it', async () => {
    const shiftJis = Buffer.from([0x96, 0xbc, 0x2c, 0x90, 0x94, 0x0d, 0x0a, 0xfb, 0xfc, 0xed, 0x95, 0x2c, 0x31, 0x0d, 0x0a]);
    expect(await cellsOf(shiftJis)).toEqual([['名', '数'], ['髙﨑', '1']]);
  });
  it('counts blank lines, and keeps breaks inside quotes', async () => expect((await read('a,"b\nc"\n\n"=1",d\n'))[0]!.rows).toEqual([{ number: 1, cells: ['a', 'b\nc'] }, { number: 3, cells: ['=1', 'd'] }]));
});

describe('a file that is not for us', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each([
    ['workbook.macros', 'a macro-enabled workbook', () => workbookOf({ sheet: sheetXml(ROWS), types: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><!-- macroEnabled -->' })],
    ['workbook.macros', 'macros under another name', () => workbookOf({ sheet: sheetXml(ROWS), extra: [{ name: 'xl/vbaProject.bin', body: 'x' }] })],
    ['workbook.old_kind', 'a binary workbook', () => workbookOf({ sheet: sheetXml(ROWS), extra: [{ name: 'xl/workbook.bin', body: 'x' }] })],
    ['workbook.old_kind', 'an .xls', () => ole],
    ['workbook.encrypted', 'a workbook with a password', () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['workbook.encrypted', 'a ZIP with a password', () => archive([{ name: 'xl/workbook.xml', body: 'x', flags: 1 }])],
    ['workbook.unknown_kind', 'a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['workbook.unknown_kind', 'a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['workbook.unknown_kind', 'a page that calls itself .xls', () => Buffer.from('<html><table>')],
    ['workbook.unknown_kind', 'another kind of ZIP', () => archive([{ name: 'word/document.xml', body: '<x/>' }])],
    ['workbook.unreadable', 'a workbook cut off', () => { const whole = workbookOf({ sheet: sheetXml(ROWS) }); return whole.subarray(0, whole.length - 40); }],
    ['workbook.unreadable', 'a CSV whose quotes never end', () => Buffer.from('a,"b\nc,d\n')],
    ['workbook.empty', 'nothing', () => Buffer.alloc(0)],
  ])('is refused as %s: %s', async (code, _, content) => expect(await refusal(content())).toBe(code));

  it('says its name in the refusal', async () => expect(read(Buffer.alloc(0), '回答.xlsx')).rejects.toMatchObject({ kind: 'invalid', params: { fileName: '回答.xlsx' } }));
});

/** Bytes of memory that our own process holds now. */
const here = () => process.memoryUsage().rss;

describe('a file that is an attack', () => {
  const million = (piece: string, count: number) => piece.repeat(count);
  it('of 1 MB that unpacks to 300 MB is refused within 10 s, without growing us', async () => {
    const bomb = workbookOf({ sheet: sheetXml(million('<row><c><v>1</v></c></row>', 1) + million(' ', 300 * 1024 * 1024)) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const [started, before] = [Date.now(), here()];
    expect(await refusal(bomb)).toBe('workbook.too_large');
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(here() - before).toBeLessThan(64 * 1024 * 1024);
  });
  it.each([
    ['a declared size of 10 bytes', () => workbookOf({ sheet: sheetXml(million(' ', 60_000_000)), claims: 10 })],
    ['a declared size of nothing', () => workbookOf({ sheet: sheetXml(million(' ', 60_000_000)), claims: 0 })],
    ['shared texts', () => workbookOf({ sheet: sheetXml(ROWS), strings: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${million('<si><t>x</t></si>', 2_000_000)}</sst>` })],
    ['one text of 40 million characters', () => workbookOf({ sheet: sheetXml(`<row r="1">${text('A1', million('x', 30_000_000))}</row>`) })],
    ['the far corner on every row', () => workbookOf({ sheet: sheetXml(Array.from({ length: 20_000 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join('')) })],
    ['a million cells', () => workbookOf({ sheet: sheetXml(million(`<row>${million('<c><v>1</v></c>', 1000)}</row>`, 1000)) })],
    ['too many parts', () => archive(Array.from({ length: 3000 }, (_, index) => ({ name: `xl/worksheets/sheet${index}.xml`, body: '<x/>' })))],
    ['a file of 11 MB', () => Buffer.alloc(11 * 1024 * 1024, 'a')],
  ])('is refused as too large: %s', async (_, content) => expect(await refusal(content())).toBe('workbook.too_large'));

  it('of a million merged ranges is read for its cells', async () => {
    expect(await cellsOf(workbookOf({ sheet: sheetXml(ROWS, '', `<mergeCells>${million('<mergeCell ref="A1:B2"/>', 1_000_000)}</mergeCells>`) }))).toEqual([['取引先', '数量'], [null, 5]]);
  });
  it('of entities that multiply, or that name a file of ours, expands none of them', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
    const sheet = sheetXml(`<row r="1">${text('A1', '&b;&c;')}</row>`).replace('<worksheet', `${laughs}<worksheet`);
    const cells = JSON.stringify(await read(workbookOf({ sheet })).catch((error: DomainError) => error.code));
    expect(cells).not.toContain('haha');
    expect(cells).not.toContain(execFileSync('hostname').toString().trim());
  });
  it('inside another archive stays packed', async () => {
    const nested = workbookOf({ sheet: sheetXml(ROWS), extra: [{ name: 'xl/embeddings/inner.xlsx', body: workbookOf({ sheet: sheetXml(million(' ', 60_000_000)) }) }] });
    expect(await refusal(nested)).toBe('read');
  });
});

it('a few files are read at a time, the next wait in order, and beyond twenty are asked to try again', async () => {
  const content = workbookOf({ sheet: sheetXml(ROWS) });
  const answers = await Promise.all(Array.from({ length: 24 }, () => refusal(content)));
  expect(answers.filter((answer) => answer === 'read')).toHaveLength(22);
  expect(answers.slice(22)).toEqual(['workbook.busy', 'workbook.busy']);
});

it('a file with any bytes changed is answered or refused, never more', async () => {
  const whole = workbookOf({ sheet: sheetXml(ROWS), strings: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>' });
  const bytes = fc.array(fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) }), { minLength: 1, maxLength: 12 });
  const cut = fc.nat(whole.length);
  await fc.assert(fc.asyncProperty(bytes, fc.option(cut), async (changes, end) => {
    const mutated = Buffer.from(whole);
    for (const { at, to } of changes) mutated[at] = to;
    const started = Date.now();
    expect(await refusal(mutated.subarray(0, end ?? mutated.length))).toMatch(/^(read|workbook\.(macros|too_large|unreadable|encrypted|old_kind|unknown_kind|empty))$/);
    expect(Date.now() - started).toBeLessThan(10_000);
  }), { numRuns: 40 });
}, 120_000);
