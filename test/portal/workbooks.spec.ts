import type { Agent } from 'supertest';
import { AnswerQuestion, SubmitResponse } from '@libs/response';
import type { AnswerValue } from '@libs/response';
import { fillAll } from '../support/journey.js';
import { csrf, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';
import { AT, begun, download, edited, filed, grids, questions, rowOf, upload } from './workbooks.fixtures.js';
import type { Grid } from './workbooks.fixtures.js';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 120_000);
afterAll(() => world?.close());

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** What one question says now. */
const said = async (responseId: string, code: string) => (await questions(world, responseId)).get(code)!.draft;
const type = async (responseId: string, code: string, answer: AnswerValue | null, comment: string | null = null) => {
  const { draft, requirement } = (await questions(world, responseId)).get(code)!;
  await world.scene.do(AnswerQuestion, world.takahashi, { responseId: responseId as never, requirementKey: requirement.key, version: draft.version, answer, comment });
};
/** Takes a changed workbook back, up to the preview. */
async function back(agent: Agent, address: string, file: Buffer): Promise<{ path: string; page: string }> {
  const { headers: { location }, text } = await upload(agent, address, file);
  if (!location) throw new Error(plain(text));
  return { path: location, page: (await agent.get(location)).text };
}
const save = (agent: Agent, path: string, choices: Record<string, string> = {}) => post(agent, path, choices, path);

describe('the workbook that goes out', () => {
  it.each([['ja', '記入のしかた', '回答'], ['en', 'How to fill in', 'Answers']])('in %s has instructions, one table, and its ids out of sight', async (language, first, second) => {
    const { address, requestId, responseId } = await begun(world);
    await type(responseId, '1-1', { kind: 'level', value: 2 }, '見直し中\n証跡：体制図 A-12');
    const agent = await world.enter(world.takahashi);
    const sheets = await grids(await download(agent, address, language));
    expect(sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([[first, false], [second, false], ['kenshu', true]]);
    expect(JSON.stringify(sheets[0])).toMatch(/山手デバイス|Yamate/);
    expect(JSON.stringify(sheets[0])).toContain(`/questionnaires/${requestId}/workbook/import`);
    expect(rowOf(sheets[1]!.rows, '1-1').slice(AT.answer)).toEqual([language === 'ja' ? '2 一部実施している' : '2 Partly done', null, '見直し中', null, '体制図 A-12']);
  });
  it('bears the request’s number and is no page', async () => {
    const { address } = await begun(world);
    const answer = await (await world.enter(world.takahashi)).get(`${address}?language=en`);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="REQ-2026-\d{4}-en.xlsx"/);
  });
  it('is not to be had before the answering began: the way leads to the questionnaire', async () => {
    const agent = await world.enter(world.ueno);
    for (const path of ['workbook', 'workbook/import']) expect((await agent.get(`/questionnaires/${world.ownRequestId}/${path}`)).headers.location).toBe(`/questionnaires/${world.ownRequestId}`);
  });
  it('is the respondent’s: the buyer finds nothing', async () => {
    const { address } = await begun(world);
    const buyer = await world.enter(world.sato);
    expect((await buyer.get(address)).status).toBe(404);
  });
});

describe('a workbook that comes back', () => {
  it('shows what will be saved and what could not be read, and saves nothing yet', async () => {
    const { address, responseId } = await begun(world);
    const agent = await world.enter(world.takahashi);
    const file = await edited(await download(agent, address), (rows) => {
      Object.assign(rowOf(rows, '1-1'), { [AT.answer]: '３', [AT.comment]: '経営会議で審議', [AT.note]: '議事録 2026-10' });
      Object.assign(rowOf(rows, '1-2'), { [AT.answer]: 'たぶん' });
      Object.assign(rowOf(rows, '1-3'), { [AT.answer]: 'Not applicable', [AT.reason]: '該当部署なし', [AT.compensation]: '代わりに' });
    });
    const { page } = await back(agent, address, file);
    const words = plain(page);
    expect(words).toContain('保存する項目 2 件');
    expect(words).toMatch(/1-1 .{0,80}回答 未回答 レベル3（実施している）/);
    expect(words).toContain('対象外（該当部署なし）');
    expect(words).toMatch(/回答 J3 たぶん 一覧にない言葉です。使える言葉：1 実施していない/);
    expect(words).toMatch(/回答 M4 代わりに この項目では代替策は認められていません/);
    expect((await said(responseId, '1-1')).answer).toBeNull();
  });

  it('is saved in one step, by the person who looked at it, with the note on evidence in the comment', async () => {
    const { address, responseId } = await begun(world);
    const agent = await world.enter(world.takahashi);
    const file = await edited(await download(agent, address), (rows) => { Object.assign(rowOf(rows, '1-1'), { [AT.answer]: '３', [AT.comment]: '審議済み', [AT.note]: '議事録' }); Object.assign(rowOf(rows, '2-3'), { [AT.answer]: 'わからない' }); });
    const { path } = await back(agent, address, file);
    const { headers } = await save(agent, path);
    expect(headers.location).toBe(path);
    expect(plain((await agent.get(path)).text)).toMatch(/取込みの結果 .*保存した人 髙橋 奈緒.*保存した項目 2 件/);
    expect(await said(responseId, '1-1')).toMatchObject({ answer: { kind: 'level', value: 3 }, comment: '審議済み\n証跡：議事録', version: 1, answeredBy: '髙橋 奈緒' });
    expect((await said(responseId, '2-3')).answer).toEqual({ kind: 'unknown' });
    const events = await world.scene.superuser<{ detail: object }>(`select detail from app.audit_event where act = 'response.import' and object_id = $1`, [responseId]);
    expect(events).toMatchObject([{ detail: { fileName: '質問票.xlsx', saved: 2 } }]);
    expect((await save(agent, path)).status).toBe(409);
  });

  it('out and in again changes nothing', async () => {
    const { address, responseId } = await begun(world);
    await fillAll(world.scene, world.takahashi, responseId);
    const agent = await world.enter(world.takahashi);
    for (const language of ['ja', 'en']) {
      const words = plain((await back(agent, address, await download(agent, address, language))).page);
      expect(words).toContain('保存する項目 0 件');
      expect(words).toContain('すべてのセルを読み取りました。');
      expect(words).not.toContain('この内容で保存する');
    }
  });

  it('is merged with what was typed here meanwhile; only what both sides changed is asked', async () => {
    const { address, responseId } = await begun(world);
    await type(responseId, '1-1', { kind: 'level', value: 2 }, '前の補足');
    const agent = await world.enter(world.takahashi);
    const out = await download(agent, address);
    await type(responseId, '1-1', { kind: 'level', value: 4 }, '前の補足');
    await type(responseId, '1-2', { kind: 'level', value: 1 });
    await type(responseId, '1-3', { kind: 'level', value: 1 }, '画面の文');
    const file = await edited(out, (rows) => {
      Object.assign(rowOf(rows, '1-1'), { [AT.comment]: 'ファイルの補足' });
      Object.assign(rowOf(rows, '1-3'), { [AT.answer]: '5', [AT.comment]: 'ファイルの文' });
    });
    const { path, page } = await back(agent, address, file);
    expect(plain(page)).toMatch(/保存する項目 1 件 どちらにするか選ぶ項目 1 件 .*画面での変更を残す項目 2 件/);
    expect(plain(page)).toMatch(/画面の内容 レベル1（実施していない） 回答 ファイルの内容 レベル5/);
    const key = (await questions(world, responseId)).get('1-3')!.requirement.key;
    await save(agent, path, { [`choice.${key}`]: 'file' });
    expect(await said(responseId, '1-1')).toMatchObject({ answer: { kind: 'level', value: 4 }, comment: 'ファイルの補足' });
    expect(await said(responseId, '1-2')).toMatchObject({ answer: { kind: 'level', value: 1 } });
    expect(await said(responseId, '1-3')).toMatchObject({ answer: { kind: 'level', value: 5 }, comment: 'ファイルの文' });
  });

  it('leaves what nobody decided about, and what changed since the preview, open in a new preview', async () => {
    const { address, responseId } = await begun(world);
    const agent = await world.enter(world.takahashi);
    const out = await download(agent, address);
    await type(responseId, '1-3', { kind: 'level', value: 1 });
    const file = await edited(out, (rows) => { for (const code of ['1-1', '1-2', '1-3']) Object.assign(rowOf(rows, code), { [AT.answer]: '3' }); });
    const { path } = await back(agent, address, file);
    await type(responseId, '1-2', { kind: 'level', value: 5 }, '先に入力');
    const { headers } = await save(agent, path);
    expect(headers.location).not.toBe(path);
    const words = plain((await agent.get(headers.location!)).text);
    expect(words).toContain('選んだ内容を保存しました。');
    expect(words).toContain('どちらにするか選ぶ項目 2 件');
    expect(await said(responseId, '1-1')).toMatchObject({ answer: { kind: 'level', value: 3 } });
    expect(await said(responseId, '1-2')).toMatchObject({ answer: { kind: 'level', value: 5 }, comment: '先に入力' });
    const keys = await questions(world, responseId);
    await save(agent, headers.location!, { [`choice.${keys.get('1-2')!.requirement.key}`]: 'here', [`choice.${keys.get('1-3')!.requirement.key}`]: 'file' });
    expect((await said(responseId, '1-2')).answer).toEqual({ kind: 'level', value: 5 });
    expect((await said(responseId, '1-3')).answer).toEqual({ kind: 'level', value: 3 });
  });

  it('without its ids asks before anything that stands here gives way', async () => {
    const { address, responseId } = await begun(world);
    await type(responseId, '1-1', { kind: 'level', value: 2 }, '画面の補足');
    const agent = await world.enter(world.takahashi);
    const file = await edited(await download(agent, address), (rows, sheets: Grid[]) => {
      sheets.pop();
      for (const row of rows) { row[AT.key] = null; row[AT.version] = null; }
      Object.assign(rowOf(rows, '1-1'), { [AT.answer]: '5', [AT.comment]: null });
      Object.assign(rowOf(rows, '1-2'), { [AT.answer]: '4' });
    });
    const words = plain((await back(agent, address, file)).page);
    expect(words).toContain('管理用のシートがないため');
    expect(words).toContain('すべてのセルを読み取りました。');
    expect(words).toMatch(/保存する項目 1 件 どちらにするか選ぶ項目 1 件/);
    expect(words).toMatch(/画面での変更を残す項目 1 件/);
  });

  it('as a list of two columns is placed by its item numbers', async () => {
    const { address } = await begun(world);
    const agent = await world.enter(world.takahashi);
    const { page } = await back(agent, address, Buffer.from('\uFEFF項番,回答,補足,代替策\r\n1-1,3,社内の表から,\r\n9-9,3,,\r\n'));
    expect(plain(page)).toContain('保存する項目 1 件');
    expect(plain(page)).toContain('どの項目の行か分かりません');
  });
});

describe('a file that is refused', () => {
  const refused = async (file: Buffer, fileName?: string) => {
    const { address } = await begun(world);
    const answer = await upload(await world.enter(world.takahashi), address, file, fileName);
    return { status: answer.status, words: plain(answer.text) };
  };
  it('of another request is told by its number', async () => {
    const agent = await world.enter(world.takahashi);
    const { status, words } = await refused(await download(agent, (await begun(world)).address));
    expect(status).toBe(422);
    expect(words).toMatch(/これは別の依頼（REQ-2026-\d{4}）の質問票です/);
  });
  it('without the table of the questionnaire says what it looked for', async () => expect((await refused(await filed([{ name: 'a', rows: [['x']] }]))).words).toContain('質問票の表が見つかりません'));
  it('of another kind says how to save it', async () => expect((await refused(Buffer.from('%PDF-1.7'), '回答.pdf')).words).toContain('「回答.pdf」は Excel ブックでも CSV でもありません'));
  it('that was forgotten is asked for', async () => {
    const { address } = await begun(world);
    const agent = await world.enter(world.takahashi);
    const token = await csrf(agent, `${address}/import`);
    const answer = await agent.post(`${address}/import`).field('_csrf', token);
    expect([answer.status, plain(answer.text).includes('ファイルを選んでください')]).toEqual([422, true]);
  });
});

describe('answers that were submitted', () => {
  it('can be taken out, and not be changed by a workbook, neither now nor from an older preview', async () => {
    const { address, responseId } = await begun(world);
    await fillAll(world.scene, world.takahashi, responseId);
    const agent = await world.enter(world.takahashi);
    const file = await edited(await download(agent, address), (rows) => { rowOf(rows, '1-1')[AT.answer] = '5'; });
    const { path } = await back(agent, address, file);
    await world.scene.do(SubmitResponse, world.takahashi, { responseId });
    expect(plain((await agent.get(`${address}/import`)).text)).toContain('提出済みのため、いまは取り込めません');
    expect((await download(agent, address)).length).toBeGreaterThan(1000);
    expect((await save(agent, path)).status).toBe(409);
    const token = await csrf(agent, path);
    expect((await agent.post(`${address}/import`).field('_csrf', token).attach('workbook', file, 'a.xlsx')).status).toBe(409);
  });
});
