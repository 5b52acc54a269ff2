import type { Readable } from 'node:stream';
import type { Agent, Response as Answer } from 'supertest';
import { ShippedEditions } from '@libs/catalog';
import { DraftSpecification, PrintSpecification, Specifications } from '@libs/specification';
import { systemActor } from '@platform/tenancy';
import { csrf, grantStepUp, post } from './portal.fixtures.js';
import { openWorld } from './world.fixtures.js';
import type { World } from './world.fixtures.js';

let world: World;
let yoshida: Agent;
let sato: Agent;
let nakamura: Agent;
beforeAll(async () => {
  world = await openWorld();
  [yoshida, sato, nakamura] = [await world.enter(world.yoshida), await world.enter(world.sato), await world.enter(world.nakamura)];
}, 120_000);
afterAll(() => world?.close());

type Fields = Readonly<Record<string, string | readonly string[]>>;
const METI = ShippedEditions.metiFactoryChecklist;
const send = async (agent: Agent, path: string, fields: Fields = {}): Promise<Answer> => agent.post(path).type('form').send({ _csrf: await csrf(agent, '/'), ...fields });
const begin = async (agent: Agent, fields: Fields = {}): Promise<string> => {
  const answer = await send(agent, '/specifications', { title: '搬送装置の要求仕様書', scope: '第三工場に納める搬送装置', criticality: 'middle', start: 'catalog', catalog: METI, checklist: ShippedEditions.acceptanceChecklist, ...fields });
  expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/specifications\/drafts\//)]);
  return answer.headers.location!;
};
const draftOf = (path: string) => world.scene.as(world.yoshida, (tx) => world.scene.get(Specifications).byId(tx, path.split('/').at(-1)!));
const choiceOf = async (path: string, code: string) => (await draftOf(path)).draft.requirements.find((choice) => choice.code === code);
/** The fields of the form on a page, as a browser would send them back. */
const fieldsOf = (text: string): Record<string, string> => {
  const form = /<form method="post" action="[^"]*\/items\/[^]*?<\/form>/.exec(text)![0];
  const plain = (value: string): string => value.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const inputs = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]);
  const areas = [...form.matchAll(/<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</g)].map(([, name, value]) => [name!, plain(value!)]);
  const picks = [...form.matchAll(/<select[^>]* name="(\w+)"[^]*?<\/select>/g)].map(([select, name]) => [name!, /value="([^"]*)" selected/.exec(select)?.[1] ?? '']);
  return Object.fromEntries([...inputs, ...areas, ...picks]);
};
const item = (path: string, code: string): string => `${path}/items/${encodeURIComponent(`meti-factory-checklist:${code}`)}`;

describe('a first specification', () => {
  it('goes from a title and a catalogue to the approver in four pages', async () => {
    const path = await begin(yoshida);
    const overview = (await yoshida.get(path)).text;
    expect(overview).toContain('要求仕様書を作り始めました');
    expect(overview).toContain('32 項目を選んでいます');
    expect(overview).toContain('32 項目です'); // reasons that are the catalogue's
    expect(overview).not.toContain('か所');
    expect(overview).toContain('続ける：承認を依頼する');
    const check = (await yoshida.get(`${path}/submission`)).text;
    expect(check).toContain('中村 光');
    const version = /name="version" value="(\d+)"/.exec(check)![1]!;
    expect((await send(yoshida, `${path}/submission`, { version })).headers.location).toBe(path);
    expect((await yoshida.get(path)).text).toContain('作成に関わった方は承認できません');
    expect((await nakamura.get(path)).text).toContain(`${path}/approval`);
  });

  it('says which field is missing, and keeps what was typed', async () => {
    const answer = await send(yoshida, '/specifications', { title: '残る件名', scope: '', start: 'catalog' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('使うカタログを一つ以上選んでください');
    expect(answer.text).toContain('残る件名');
  });

  it('may begin empty, and then says step by step what it lacks', async () => {
    const path = await begin(yoshida, { title: '', scope: '', start: 'empty' });
    const { text } = await yoshida.get(path);
    for (const said of ['件名を入力してください', '目的・適用範囲を入力してください', '要求事項を一つ以上選んでください', '前の手順が済んでから']) expect(text).toContain(said);
    expect((await yoshida.get(`${path}/submission`)).text).not.toContain('承認を依頼する</button>');
    expect((await yoshida.get(`${path}/details`)).text).toContain('先に要求事項を選んでください');
  });

  it('may be a copy of an earlier edition, with what was reworded there', async () => {
    const path = await begin(yoshida, { start: 'copy', copyOf: world.editionId });
    const { draft } = await draftOf(path);
    expect(draft.requirements.map(({ code }) => code)).toEqual(['1-1', '1-2', '1-3', '1-4', '2-3', '2-4']);
    expect(draft).toMatchObject({ criticality: 'middle', contact: { name: '佐藤 花子' } });
    expect((await yoshida.get(`/specifications/new?copy=${world.editionId}`)).text).toContain('value="copy" checked');
  });

  it('may begin with one item of a catalogue, or take it into a draft that is there', async () => {
    const page = await yoshida.get('/specifications/new').query({ catalog: METI, item: '2-7' });
    expect(page.text).toContain('作成中の要求仕様書に加える');
    const path = await begin(yoshida, { start: 'item', itemEdition: METI, itemCode: '2-7' });
    expect((await draftOf(path)).draft.requirements).toHaveLength(1);
    const added = await send(yoshida, `${path}/additions`, { editionId: METI, code: '2-8' });
    expect(added.headers.location).toBe(item(path, '2-8'));
    expect((await send(yoshida, `${path}/additions`, { editionId: METI, code: '0-1' })).status).toBe(422);
  });

  it('is not for an approver to write', async () => {
    expect((await nakamura.get('/specifications/new')).status).toBe(403);
    expect((await send(nakamura, '/specifications', { title: 'x' })).status).toBe(403);
  });
});

describe('choosing', () => {
  it('changes only what was ticked or unticked, whatever a colleague chose meanwhile', async () => {
    const path = await begin(yoshida, { start: 'empty' });
    await send(yoshida, `${path}/requirements`, { editionId: METI, code: ['1-1', '1-2'] });
    await send(sato, `${path}/requirements`, { editionId: METI, before: ['1-1', '1-2'], code: ['1-1', '1-2', '3-1'] });
    await send(yoshida, `${path}/requirements`, { editionId: METI, before: ['1-1', '1-2'], code: ['1-2', '2-1'] });
    expect((await draftOf(path)).draft.requirements.map(({ code }) => code)).toEqual(['1-2', '2-1', '3-1']);
  });

  it('takes a whole section in or out with one button, without what cannot be asked', async () => {
    const path = await begin(yoshida, { start: 'empty' });
    const { text } = await yoshida.get(`${path}/requirements`);
    const section = (name: string): string => new RegExp(`id="g(\\d)">${name}`).exec(text)![1]!;
    await send(yoshida, `${path}/requirements`, { editionId: METI, code: ['2-1'], all: section('組織的対策') });
    expect((await draftOf(path)).draft.requirements.map(({ code }) => code)).toEqual(['1-1', '1-2', '1-3', '1-4', '1-5', '2-1']);
    await send(yoshida, `${path}/requirements`, { editionId: METI, before: ['1-1', '1-2', '1-3', '1-4', '1-5', '2-1'], code: ['1-1', '2-1'], none: section('組織的対策') });
    expect((await draftOf(path)).draft.requirements.map(({ code }) => code)).toEqual(['2-1']);
    await send(yoshida, `${path}/requirements`, { editionId: METI, all: section('準備（文言未入手）') });
    expect((await draftOf(path)).draft.requirements.map(({ code }) => code)).toEqual(['2-1']);
  });

  it('does not offer what can never be sent to a supplier, and says why', async () => {
    await world.scene.superuser(
      `insert into app.catalog (id, organization_id, key, title, publisher) values ('0190c0de-0000-7000-8000-00000000aaaa', $1, 'own-steps', '{"ja":"調達手順","en":"Steps"}', '{"ja":"自社","en":"own"}')`, [world.buyer]);
    await world.scene.superuser(
      `insert into app.catalog_edition (id, organization_id, catalog_id, key, edition, status, title, document, sha256, published_at)
       select '0190c0de-0000-7000-8000-00000000bbbb', $1, '0190c0de-0000-7000-8000-00000000aaaa', 'own-steps', '1', 'final', '{"ja":"調達手順","en":"Steps"}',
         jsonb_set(document || '{"key":"own-steps","edition":"1","status":"final","title":{"ja":"調達手順","en":"Steps"}}', '{requirements,4,subject}', '"buyer_process"'), sha256, published_at
       from app.catalog_edition where key = 'meti-factory-checklist'`, [world.buyer]);
    const path = await begin(yoshida, { start: 'empty' });
    const { text } = await yoshida.get(`${path}/requirements`).query({ edition: '0190c0de-0000-7000-8000-00000000bbbb' });
    expect(text).toContain('取引先に尋ねる事柄ではないため');
    const forced = await send(yoshida, `${path}/additions`, { editionId: '0190c0de-0000-7000-8000-00000000bbbb', code: /class="not">[^]*?pick-code">([^<]+)<[^]*?取引先に尋ねる/.exec(text)![1]! });
    expect(forced.status).toBe(422);
  });
});

describe('each requirement', () => {
  it('is changed in a table, many at once', async () => {
    const path = await begin(yoshida);
    const { text } = await yoshida.get(`${path}/details`);
    const seen = (code: string): string => new RegExp(`name="key" value="meti-factory-checklist:${code}"><input type="hidden" name="seen" value="(\\w+)"`).exec(text)![1]!;
    const answer = await send(yoshida, `${path}/details`, {
      key: ['meti-factory-checklist:1-1', 'meti-factory-checklist:1-2'], seen: [seen('1-1'), seen('1-2')], was: ['must||', 'must||'], necessity: ['must_if', 'must'], condition: ['remote', ''], requiredLevel: ['5', ''], then: 'next' });
    expect(answer.headers.location).toBe(`${path}/checklist`);
    expect(await choiceOf(path, '1-1')).toEqual({ editionId: METI, code: '1-1', necessity: 'must_if', condition: 'remote', requiredLevel: 5 });
    expect(await choiceOf(path, '1-2')).toEqual({ editionId: METI, code: '1-2' });
  });

  it('shows which reasons are still the catalogue’s, and is reworded on its own page', async () => {
    const path = await begin(yoshida);
    expect((await yoshida.get(`${path}/details`)).text).toContain('32 項目は、求める理由がカタログの標準のまま');
    const fields = fieldsOf((await yoshida.get(item(path, '1-3'))).text);
    const answer = await send(yoshida, item(path, '1-3'), { ...fields, rationale: '装置の停止時に、連絡先が分からず復旧が遅れたため', then: 'next' });
    expect(answer.headers.location).toBe(item(path, '1-4'));
    expect(await choiceOf(path, '1-3')).toEqual({
      editionId: METI, code: '1-3', rationale: { ja: '装置の停止時に、連絡先が分からず復旧が遅れたため', en: '装置の停止時に、連絡先が分からず復旧が遅れたため' } });
    const inherited = (await yoshida.get(`${path}/details?only=inherited`)).text;
    expect(inherited).toContain('31 項目は');
    expect(inherited).not.toContain('meti-factory-checklist:1-3');
  });

  it('that two people save is shown to the second with both texts, and nothing is lost', async () => {
    const path = await begin(yoshida);
    const [mine, theirs] = [fieldsOf((await yoshida.get(item(path, '1-3'))).text), fieldsOf((await sato.get(item(path, '1-3'))).text)];
    await send(sato, item(path, '1-3'), { ...theirs, criterion: '佐藤の判定基準' });
    const refused = await send(yoshida, item(path, '1-3'), { ...mine, criterion: '𠮷田の判定基準', method: 'on_site' });
    expect(refused.status).toBe(409);
    for (const said of ['ほかの人が先に保存しました', '佐藤の判定基準', '𠮷田の判定基準']) expect(refused.text).toContain(said);
    expect((await choiceOf(path, '1-3'))?.criterion?.ja).toBe('佐藤の判定基準');
    expect((await send(yoshida, item(path, '1-3'), fieldsOf(refused.text))).status).toBe(303);
    expect(await choiceOf(path, '1-3')).toMatchObject({ criterion: { ja: '𠮷田の判定基準' }, method: 'on_site' });
  });

  it('of different people are saved beside each other', async () => {
    const path = await begin(yoshida);
    const [mine, theirs] = [fieldsOf((await yoshida.get(item(path, '1-3'))).text), fieldsOf((await sato.get(item(path, '1-4'))).text)];
    expect((await send(sato, item(path, '1-4'), { ...theirs, method: 'interview' })).status).toBe(303);
    expect((await send(yoshida, item(path, '1-3'), { ...mine, method: 'interview' })).status).toBe(303);
    expect([await choiceOf(path, '1-3'), await choiceOf(path, '1-4')]).toMatchObject([{ method: 'interview' }, { method: 'interview' }]);
  });

  it('whose condition is missing leads to the place where it is chosen', async () => {
    const path = await begin(yoshida);
    const fields = fieldsOf((await yoshida.get(item(path, '1-1'))).text);
    await send(yoshida, item(path, '1-1'), { ...fields, necessity: 'must_if', condition: '' });
    const { text } = await yoshida.get(path);
    expect(text).toContain('1-1 の適用条件がありません');
    expect(text).toContain(`${item(path, '1-1')}#condition`);
    expect(text).toContain('あと 1 か所');
  });

  it('keeps the basics of two people apart as well', async () => {
    const path = await begin(yoshida);
    const seen = /name="seen" value="(\w+)"/.exec((await yoshida.get(`${path}/basics`)).text)![1]!;
    const basics = { seen, title: '件名', scope: '範囲', criticality: 'high', governingDocument: 'contract' };
    expect((await send(sato, `${path}/basics`, { ...basics, title: '佐藤の件名' })).status).toBe(303);
    const refused = await send(yoshida, `${path}/basics`, { ...basics, title: '𠮷田の件名' });
    expect([refused.status, refused.text.includes('佐藤の件名'), refused.text.includes('𠮷田の件名')]).toEqual([409, true, true]);
    const wrong = await send(yoshida, `${path}/basics`, { ...basics, seen: /name="seen" value="(\w+)"/.exec(refused.text)![1]!, contactEmail: 'だれか' });
    expect([wrong.status, wrong.text.includes('メールアドレスの形式で入力してください')]).toEqual([422, true]);
  });
});

describe('the acceptance checklist and the order', () => {
  it('is chosen by gate with owner, necessity and condition in one saving', async () => {
    const path = await begin(yoshida, { checklist: [] });
    const { text } = await yoshida.get(`${path}/checklist`);
    for (const said of ['G1 出荷前', '確認のみ', 'AC-26']) expect(text).toContain(said);
    const seen = /name="row" value="AC-19"><input type="hidden" name="seen" value="(\w+)"/.exec(text)![1]!;
    await send(yoshida, `${path}/checklist`, { editionId: ShippedEditions.acceptanceChecklist, code: ['AC-19'], row: 'AC-19', seen, was: 'recommended||', necessity: 'must', condition: '', all: 'G4' });
    const { draft } = await draftOf(path);
    expect(draft.checklist.map(({ code }) => code)).toEqual(['AC-19', 'AC-22', 'AC-23', 'AC-24', 'AC-25']);
    expect(draft.checklist[0]).toMatchObject({ necessity: 'must' });
  });

  it('puts an item between two others by a number, and goes back to the catalogue’s order', async () => {
    const path = await begin(yoshida, { start: 'copy', copyOf: world.editionId });
    const key = (code: string): string => `meti-factory-checklist:${code}`;
    const codes = async () => (await draftOf(path)).draft.requirements.map(({ code }) => code).join(' ');
    await send(yoshida, `${path}/order?list=requirements`, { key: ['1-1', '1-2', '1-3', '1-4', '2-3', '2-4'].map(key), rank: ['10', '20', '30', '40', '５', '60'] });
    expect(await codes()).toBe('2-3 1-1 1-2 1-3 1-4 2-4');
    await send(yoshida, `${path}/order?list=requirements`, { reset: '1' });
    expect(await codes()).toBe('1-1 1-2 1-3 1-4 2-3 2-4');
  });
});

describe('the preview', () => {
  it('shows sections, questions, scale and reasons as the supplier gets them', async () => {
    const path = await begin(yoshida);
    const { text } = await yoshida.get(`${path}/preview`);
    for (const said of ['組織的対策', '求めるレベル', '実施していない', '対象外', 'わからない', '求める理由', '無線LANを使う', '公的な義務を示すものではありません']) expect(text).toContain(said);
  });
});

describe('approval', () => {
  const submitted = async (fields: Fields = {}): Promise<{ path: string; version: string }> => {
    const path = await begin(yoshida, fields);
    await send(yoshida, `${path}/submission`, { version: String((await draftOf(path)).version) });
    return { path, version: String((await draftOf(path)).version) };
  };

  it('is refused to whoever wrote it before any click, and sent back with words', async () => {
    const { path, version } = await submitted();
    await world.scene.superuser(`update app.specification set writer_marks = writer_marks || $2 where id = $1`, [path.split('/').at(-1), [`identity:${world.nakamura.identityId}`]]);
    const { text } = await nakamura.get(`${path}/approval`);
    expect(text).toContain('この要求仕様書の作成に関わっているため、承認できません');
    expect(text).not.toContain('承認して版を確定する');
    expect((await send(nakamura, `${path}/return`, { version, reason: '' })).status).toBe(422);
    expect((await send(nakamura, `${path}/return`, { version, reason: '求める理由を書いてください' })).headers.location).toBe(path);
    const back = (await yoshida.get(path)).text;
    expect(back).toContain('承認者から差し戻されました');
    expect(back).toContain('求める理由を書いてください');
  });

  it('shows what changed against the edition before, asks for the second factor and freezes the edition', async () => {
    const first = await submitted();
    const fresh = await world.enter(world.nakamura);
    const asked = await send(fresh, `${first.path}/approval`, { version: first.version });
    expect(asked.headers.location).toBe(`/step-up?next=${encodeURIComponent(`${first.path}/approval`)}`);
    expect((await fresh.get(`${first.path}/approval`)).text).toContain('最初の版です');
    await grantStepUp(world.portal, fresh);
    const approved = await send(fresh, `${first.path}/approval`, { version: first.version });
    const edition = approved.headers.location!;
    expect(edition).toMatch(/^\/specifications\/[0-9a-f-]{36}$/);
    const page = (await yoshida.get(edition)).text;
    for (const said of ['改訂する', `/requests/new?specification&#x3D;${edition.split('/').at(-1)}`, 'PDF（準備中）']) expect(said.startsWith('/requests') ? (await sato.get(edition)).text : page).toContain(said);

    await send(yoshida, `${first.path}/revision`, { version: String((await draftOf(first.path)).version) });
    const fields = fieldsOf((await yoshida.get(item(first.path, '1-3'))).text);
    await send(yoshida, item(first.path, '1-3'), { ...fields, necessity: 'recommended' });
    await send(yoshida, `${first.path}/requirements`, { editionId: METI, before: ['2-1'], code: [] });
    await send(yoshida, `${first.path}/submission`, { version: String((await draftOf(first.path)).version) });
    const changes = (await fresh.get(`${first.path}/approval`)).text;
    for (const said of ['第1版からの変更点', '外した項目 1 件', '推奨', '必須', '変わらない項目 30 件']) expect(changes).toContain(said);
    expect((await yoshida.get(edition)).text).toContain('次の版を作成中です');
    const stale = await send(fresh, `${first.path}/approval`, { version: '1' });
    expect(stale.status).toBe(409);
  });

  it('leads whoever comes too early or too late to where it stands', async () => {
    const path = await begin(yoshida);
    expect((await nakamura.get(`${path}/approval`)).headers.location).toBe(path);
    const waiting = await submitted();
    expect((await yoshida.get(`${waiting.path}/basics`)).headers.location).toBe(waiting.path);
    const late = await send(yoshida, `${waiting.path}/basics`, { title: '遅れて届いた件名', scope: 'x', criticality: 'high', governingDocument: 'contract' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('遅れて届いた件名');
  });
});

describe('the PDF', () => {
  it('is being prepared until the worker has made it, and then handed to both sides', async () => {
    const path = `/specifications/${world.editionId}/pdf`;
    const waiting = await yoshida.get(path);
    expect(waiting.text).toContain('PDF を準備しています');
    expect(waiting.headers.refresh).toBe('8');
    expect((await send(yoshida, path)).headers.location).toBe(path);
    expect(await world.scene.superuser('select 1 from app.audit_event where act = $1 and object_id = $2', ['specification.ask_print', world.editionId])).toHaveLength(1);
    await world.scene.do(PrintSpecification, systemActor(world.buyer), world.editionId);
    for (const who of [world.yoshida, world.takahashi]) {
      const { headers } = await (await world.enter(who)).get(path).buffer(true).parse((answer, done) => { (answer as unknown as Readable).resume().on('end', () => { done(null, null); }); });
      expect([headers['content-type'], headers['content-disposition']]).toEqual(['application/pdf', expect.stringContaining("filename*=UTF-8''%E8%A6%81")]);
    }
    expect((await yoshida.get(`/specifications/${world.editionId}`)).text).not.toContain('準備中');
  });

  it('is not the supplier’s to make', async () => {
    expect((await send(await world.enter(world.takahashi), `/specifications/${world.editionId}/pdf`)).status).toBe(403);
  });
});

describe('the list', () => {
  it('says what is drafted, waits and is approved, and how often it was sent', async () => {
    const { text } = await sato.get('/specifications').query({ q: '枚葉式洗浄装置' });
    expect(text).toContain('SPEC-2026-0001');
    expect(text).toMatch(/<span>3<\/span>/);
    expect((await sato.get('/specifications').query({ state: 'in_review' })).text).toContain('承認待ち');
    expect((await sato.get('/specifications').query({ state: 'approved', q: '枚葉式洗浄装置' })).text).toContain('第1版');
    expect((await sato.get('/specifications').query({ q: 'ない件名' })).text).toContain('条件に一致するものがありません');
  });

  it('leaves as a file', async () => {
    const { text } = await sato.get('/specifications').query({ format: 'csv', sort: 'sent', dir: 'desc' });
    expect(text.split('\n')[1]).toContain('SPEC-2026-0001');
  });

  it('tells an organisation without any what to do', async () => {
    const { text } = await (await world.enter(world.toyama)).get('/specifications');
    expect(text).toContain('カタログから要求事項を選んで作成してください');
    expect(text).not.toContain('SPEC-2026');
  });

  it('shows a supplier no drafts: not in the list, not by address', async () => {
    const takahashi = await world.enter(world.takahashi);
    expect((await takahashi.get('/specifications')).text).not.toContain('SPEC-2026');
    const { id } = await world.scene.do(DraftSpecification, world.yoshida, { title: { ja: '秘密の草案' } });
    for (const page of ['', '/preview', '/basics']) expect([page, [403, 404].includes((await takahashi.get(`/specifications/drafts/${id}${page}`)).status)]).toEqual([page, true]);
  });

  it('is read in English', async () => {
    const agent = await world.enter(world.yoshida);
    await post(agent, '/language', { language: 'en', next: '/' }, '/');
    const path = await begin(agent);
    for (const page of ['', '/basics', '/requirements', '/details', '/checklist', '/order?list=checklist', '/preview', '/submission']) {
      const { status, text } = await agent.get(path + page);
      expect([page, status, text.includes('<html lang="en">')]).toEqual([page, 200, true]);
    }
    await post(agent, '/language', { language: 'ja', next: '/' }, '/');
  });
});
