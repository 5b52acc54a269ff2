import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WorkbookReader } from '@platform/workbook';
import type { ReadSheet } from '@platform/workbook';
import { placeWorkbook } from '../../libs/response/src/workbook/place.rules.js';
import type { Placement } from '../../libs/response/src/workbook/place.rules.js';
import { planWorkbook } from '../../libs/response/src/workbook/plan.rules.js';
import { sheetXml, workbookOf } from '../platform/archives.fixtures.js';
import { DRAFTS, EDITION, REQUEST, TEXTS, bookOf, questionsOf } from './questionnaire.fixtures.js';
import { questionnaireFile } from './write-files.fixtures.js';

const reader = new WorkbookReader();
const folder = mkdtempSync(join(tmpdir(), 'kenshu-libreoffice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ownTexts = (['ja', 'en'] as const).flatMap((language) => bookOf(language).sheets[0]!.rows.flat().map((cell) => String(cell?.value ?? '')));
const place = (sheets: readonly ReadSheet[]): Placement => placeWorkbook(sheets, { requestId: REQUEST!, editionSha256: EDITION!, questions: questionsOf(), ownTexts }, TEXTS);
const readFile = (name: string) => reader.read({ path: resolve(__dirname, 'files', name), fileName: name });
const filed = (placement: Placement) => Object.fromEntries(placement.items.map(({ key, filed: { word: _, ...said } }) => [key, said]));
const strays = (placement: Placement) => placement.strays.map(({ sheet, cell, text, why }) => [sheet, cell, text, why]);
const blank = { comment: null, note: null };

/** The files were edited in LibreOffice 7.4 by hand of a macro and saved by it; nothing else touched them. */
describe('a questionnaire that was edited and saved by LibreOffice', () => {
  it('as a clerk fills it in comes back whole: every cell has its place', async () => {
    const placement = place(await readFile('libreoffice-filled.xlsx'));
    expect(filed(placement)).toEqual({
      'factory:1-1': { answer: { kind: 'level', value: 2 }, comment: null, note: '体制図 A-12' },
      'factory:1-2': { answer: { kind: 'level', value: 3 }, comment: '規程 KS-12 を改訂済み\n（2026年10月）', note: '規程 KS-12' },
      'factory:2-7': { answer: { kind: 'not_applicable', reason: '無線LANを使用していない' }, ...blank },
      'factory:3-2': { answer: { kind: 'level', value: 2 }, ...blank, compensatingMeasure: '装置を網から切り離して運用' },
      'criteria:SC-1': { answer: { kind: 'not_applicable', reason: '製品を出荷していない' }, ...blank },
      'criteria:SC-2': { answer: { kind: 'choice', value: 'yes' }, ...blank },
    });
    expect(placement).toMatchObject({ strays: [], warnings: [] });
    expect(placement.items.map(({ version }) => version)).toEqual([2, 0, 0, 0, 1, 0]);
  });

  it('sorted, renamed, with rows put in and taken out comes back with every cell placed or reported', async () => {
    const placement = place(await readFile('libreoffice-rearranged.xlsx'));
    expect(filed(placement)).toEqual({
      'factory:1-1': { answer: { kind: 'level', value: 2 }, comment: '体制を見直し中です。', note: '体制図 A-12' },
      'factory:1-2': blank, 'factory:3-2': { answer: { kind: 'level', value: 4 }, ...blank, compensatingMeasure: null },
      'criteria:SC-1': { answer: { kind: 'not_applicable', reason: '製品を出荷していない' }, ...blank }, 'criteria:SC-2': { answer: { kind: 'choice', value: 'yes' }, ...blank },
    });
    expect(strays(placement).map(([sheet, , ...rest]) => [sheet, ...rest])).toEqual(expect.arrayContaining([
      ['第二工場', '第二工場 回答案', 'outside'], ['第二工場', 'ここから工場の設備', 'unknown_row'], ['第二工場', 'たぶん', 'wrong_word'], ['第二工場', '部長に確認中', 'outside'],
      ['第二工場', '代わりの表', 'no_compensation'], ['第二工場', '窓口はありますか', 'given_changed'], ['メモ', '社内の計算', 'outside'], ['メモ', '2', 'outside']]));
    expect(placement.strays).toHaveLength(8);
    expect(placement.warnings).toEqual([{ code: 'rows_missing', params: { count: 1, codes: '2-7' } }]);
  });

  it('in English and without any of its ids is placed by item number, and blank cells take nothing away', async () => {
    const placement = place(await readFile('libreoffice-without-ids.xlsx'));
    expect(placement).toMatchObject({ language: 'en', strays: [] });
    expect(filed(placement)).toMatchObject({ 'factory:1-2': { answer: { kind: 'level', value: 5 }, comment: 'Reviewed last week' }, 'criteria:SC-2': { answer: { kind: 'choice', value: 'partly' } } });
    const { rows } = planWorkbook(placement, questionsOf(), new Map());
    expect(rows.filter(({ target }) => target).map(({ name, outcome }) => [name, outcome])).toEqual([['1-1', 'unchanged'], ['1-2', 'changed'], ['2-7', 'unchanged'], ['3-2', 'unchanged'], ['SC-1', 'unchanged'], ['SC-2', 'changed']]);
  });
});

describe('what Excel writes', () => {
  const shared = ['項番', '回答', '補足', '代替策', '1-2', 'はい、実施'];
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared.map((text) => `<si><t xml:space="preserve">${text}</t><phoneticPr fontId="1"/></si>`).join('')}<si><r><rPr><b/></rPr><t>太字</t></r><r><t>の補足</t></r></si></sst>`;
  const sheet = sheetXml(`<row r="2" spans="1:4">${[0, 1, 2, 3].map((index) => `<c r="${'ABCD'[index]}2" t="s"><v>${index}</v></c>`).join('')}</row>
    <row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3"><v>3</v></c><c r="C3" t="s"><v>6</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>3-2</t></is></c><c r="B4" t="str"><f>"4"</f><v>4</v></c><c r="D4" t="inlineStr"><is><r><t>網から</t></r><r><t>切り離す</t></r></is></c></row>`,
  '<sheetViews><sheetView workbookViewId="0"/></sheetViews>', '<phoneticPr fontId="1"/>');
  it('is placed: shared and inline texts, parts of a text set in bold, numbers, cached values', async () => {
    const path = join(folder, 'excel.xlsx');
    writeFileSync(path, workbookOf({ sheet, strings }));
    const placement = place(await reader.read({ path, fileName: 'excel.xlsx' }));
    expect(filed(placement)).toEqual({ 'factory:1-2': { answer: { kind: 'level', value: 3 }, comment: '太字の補足' }, 'factory:3-2': { answer: { kind: 'level', value: 4 }, comment: null, compensatingMeasure: '網から切り離す' } });
    expect(placement.strays).toEqual([]);
  });
});

const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path));
const withOffice = OFFICE ? it : it.skip;
withOffice(`LibreOffice itself opens what we write and saves it with nothing lost${OFFICE ? '' : ' (skipped: LibreOffice is not installed here; the saved files above stand for it)'}`, async () => {
  for (const language of ['ja', 'en'] as const) {
    const [source, saved] = [join(folder, `${language}.xlsx`), join(folder, 'saved')];
    writeFileSync(source, await questionnaireFile(language));
    const run = spawnSync(OFFICE!, [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved, source], { timeout: 100_000 });
    expect(run.status).toBe(0);
    const placement = place(await reader.read({ path: join(saved, `${language}.xlsx`), fileName: 'saved.xlsx' }));
    expect(placement).toMatchObject({ language, strays: [], warnings: [] });
    const bases = new Map(DRAFTS.map(({ key, ...draft }) => [key, draft]));
    expect(planWorkbook(placement, questionsOf(), bases).rows.map(({ outcome }) => outcome)).toEqual(Array(6).fill('unchanged'));
  }
}, 240_000);
