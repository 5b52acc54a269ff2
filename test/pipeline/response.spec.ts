import { AnswerChangedMeanwhile, AnswerQuestion, AttachEvidence, DetachEvidence, Questionnaires, ReleaseResponse, Responses, Statements, SubmitResponse } from '@libs/response';
import type { AnswerInput, ResponseId } from '@libs/response';
import { AuditQueries } from '@platform/audit';
import { sha256Hex } from '@platform/signing';
import { newId } from '@platform/tenancy';
import { person } from '../support/platform.js';
import { Answering } from './answering.fixture.js';

let world: Answering;
beforeAll(async () => { world = await Answering.open(); });
afterAll(() => world?.close());

const save = (input: Omit<AnswerInput, 'responseId'> & { responseId: ResponseId }, actor = world.respondent()) => world.get(AnswerQuestion).execute(actor, input);
const drafts = (id: ResponseId) => world.as(world.supplier, (tx) => world.get(Responses).drafts(tx, id));
const count = async (table: string, id: ResponseId) =>
  Number((await world.superuser<{ n: string }>(`select count(*) as n from app.${table} where response_id = $1`, [id]))[0]!.n);

describe('starting', () => {
  it('lays out one empty answer per question, once, however often it is asked', async () => {
    const request = await world.request();
    const ids = await Promise.all([1, 2, 3].map(() => world.start(request)));
    expect(new Set(ids).size).toBe(1);
    expect((await drafts(ids[0]!)).map((draft) => draft.key).sort()).toEqual(['c:5', 'm:1', 'm:2', 'm:3', 'm:4']);
  });
  it('is for the one who was asked: not for the buyer, not for a stranger', async () => {
    const request = await world.request();
    for (const organization of [world.buyer, world.stranger]) {
      await expect(world.start(request, person(organization, 'x', ['supplier_respondent']))).rejects.toMatchObject({ kind: 'not_found' });
    }
  });
});

describe('an answer', () => {
  it('is saved with its revision and without an audit event', async () => {
    const id = await world.start(await world.request());
    const events = await world.superuser('select count(*) from app.audit_event');
    const key = { responseId: id, requirementKey: 'm:1' };
    expect(await save({ ...key, version: 0, answer: { kind: 'level', value: 2 } })).toEqual({ version: 1 });
    expect(await save({ ...key, version: 1, answer: { kind: 'not_applicable', reason: '' }, comment: '検討中' })).toEqual({ version: 2 });
    expect((await drafts(id)).find((draft) => draft.key === 'm:1')).toMatchObject({ version: 2, answer: { kind: 'not_applicable', reason: '' }, comment: '検討中', answeredBy: '𠮷田' });
    expect((await world.as(world.supplier, (tx) => world.get(Responses).revisions(tx, id, 'm:1'))).map((one) => one.answer))
      .toEqual([{ kind: 'not_applicable', reason: '' }, { kind: 'level', value: 2 }]);
    expect(await world.superuser('select count(*) from app.audit_event')).toEqual(events);
  });

  it('typed by two colleagues at once: the first stands, the second hears what stands, nothing is lost', async () => {
    const id = await world.start(await world.request());
    const both = await Promise.allSettled(([4, 5] as const).map((value) =>
      save({ responseId: id, requirementKey: 'm:1', version: 0, answer: { kind: 'level', value } }, world.respondent({ name: `回答者${value}` }))));
    const [won, lost] = [both.find((one) => one.status === 'fulfilled'), both.find((one) => one.status === 'rejected')];
    expect([won, lost]).not.toContain(undefined);
    const stands = (await drafts(id)).find((draft) => draft.key === 'm:1')!;
    const conflict = (lost as PromiseRejectedResult).reason as AnswerChangedMeanwhile;
    expect(conflict).toBeInstanceOf(AnswerChangedMeanwhile);
    expect(conflict).toMatchObject({ kind: 'conflict', current: { version: 1, answer: stands.answer, answeredBy: stands.answeredBy } });
    expect(await count('answer_revision', id)).toBe(1);
  });

  it('sent twice because the reply got lost is saved once', async () => {
    const id = await world.start(await world.request());
    const input = { responseId: id, requirementKey: 'm:1', version: 0, answer: { kind: 'level', value: 3 } as const };
    expect(await save(input)).toEqual({ version: 1 });
    expect(await save(input)).toEqual({ version: 1 });
    expect(await count('answer_revision', id)).toBe(1);
  });

  it.each([
    ['to a question that was not asked', { requirementKey: 'm:99', answer: { kind: 'unknown' } }, 'common.not_found'],
    ['of another scale', { requirementKey: 'm:1', answer: { kind: 'choice', value: 'yes' } }, 'response.answer_not_on_scale'],
    ['beside its scale', { requirementKey: 'm:1', answer: { kind: 'level', value: 6 } }, 'response.answer_not_on_scale'],
    ['with a substitute where none is accepted', { requirementKey: 'm:1', answer: { kind: 'level', value: 1 }, compensatingMeasure: '代替' }, 'response.compensation_not_accepted'],
    ['that cannot be stored', { requirementKey: 'm:1', answer: null, comment: 'a\u0000' }, 'response.text_malformed'],
  ])('%s is refused', async (_what, input, code) => {
    const id = await world.start(await world.request());
    await expect(save({ responseId: id, version: 0, ...input } as AnswerInput)).rejects.toMatchObject({ code });
  });

  it('is closed to the buyer, to strangers and to members without the role', async () => {
    const id = await world.start(await world.request());
    const input = { responseId: id, requirementKey: 'm:1', version: 0, answer: { kind: 'level', value: 3 } as const };
    for (const organization of [world.buyer, world.stranger]) {
      await expect(save(input, person(organization, 'x', ['supplier_respondent']))).rejects.toMatchObject({ kind: 'not_found' });
    }
    await expect(save(input, world.respondent({ roles: ['auditor'] }))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('evidence', () => {
  it('is attached, detached and attached again while the response is open', async () => {
    const id = await world.start(await world.request());
    const file = await world.upload(world.respondent());
    const link = { responseId: id, requirementKey: 'm:4', evidenceId: file.id };
    const attached = async () => (await drafts(id)).find((draft) => draft.key === 'm:4')!.evidence.map((one) => one.sha256);
    await world.get(AttachEvidence).execute(world.respondent(), link);
    expect(await attached()).toEqual([file.sha256]);
    await world.get(DetachEvidence).execute(world.respondent(), link);
    expect(await attached()).toEqual([]);
    await expect(world.get(DetachEvidence).execute(world.respondent(), link)).rejects.toMatchObject({ kind: 'not_found' });
    await world.get(AttachEvidence).execute(world.respondent(), link);
    expect(await attached()).toEqual([file.sha256]);
    const acts = (await world.as(world.supplier, (tx) => world.get(AuditQueries).about(tx, 'response', id))).map((event) => event.act);
    expect(acts).toEqual(['response.start', 'response.attach', 'response.detach', 'response.attach']);
  });
  it('must be the supplier’s own file', async () => {
    const id = await world.start(await world.request());
    const foreign = await world.upload(person(world.stranger, 'x', ['inspector']));
    await expect(world.get(AttachEvidence).execute(world.respondent(), { responseId: id, requirementKey: 'm:4', evidenceId: foreign.id }))
      .rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('a submission', () => {
  it('is refused with the list the page shows', async () => {
    const id = await world.start(await world.request());
    await world.answer(id, 'm:4', { kind: 'level', value: 3 });
    const { journey } = await world.as(world.supplier, (tx) => world.get(Questionnaires).open(tx, id));
    const refusal = await world.submit(id).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'response.incomplete', params: { count: 4 } });
    expect((refusal as { fields: { field: string; code: string }[] }).fields.map(({ field, code }) => `${field} ${code}`))
      .toEqual(journey.missing.map(({ key, kind }) => `${key} response.missing_${kind}`));
    expect(journey.missing.at(-1)).toEqual({ key: 'm:4', code: '4', kind: 'evidence' });
  });

  it('freezes canonical JSON whose digest is its name, and closes the response', async () => {
    const { responseId, statementId, sha256 } = await world.submitted(await world.request());
    const statement = await world.as(world.supplier, (tx) => world.get(Statements).byId(tx, statementId));
    expect(sha256Hex(new TextEncoder().encode(statement.canonical))).toBe(sha256);
    expect(statement.document).toMatchObject({ type: 'kenshu.response/1', revision: 1, respondent: { name: '髙﨑精機', factoryName: '本社工場' }, submittedBy: { name: '𠮷田' } });
    await expect(world.answer(responseId, 'm:1', { kind: 'level', value: 1 })).rejects.toMatchObject({ code: 'response.not_editable' });
    await expect(world.submit(responseId)).rejects.toMatchObject({ code: 'response.not_editable' });
    const file = await world.upload(world.respondent());
    await expect(world.get(AttachEvidence).execute(world.respondent(), { responseId, requirementKey: 'm:4', evidenceId: file.id }))
      .rejects.toMatchObject({ code: 'response.not_editable' });
  });

  it('and saves at the same moment: what was saved is in the statement, what came later is refused', async () => {
    const id = await world.start(await world.request());
    await world.fill(id);
    const { version } = (await drafts(id)).find((draft) => draft.key === 'm:1')!;
    const [submission, ...saves] = await Promise.allSettled([
      world.submit(id), ...([1, 2, 5] as const).map((value) => save({ responseId: id, requirementKey: 'm:1', version, answer: { kind: 'level', value } })),
    ]);
    expect(submission.status).toBe('fulfilled');
    const { statementId } = (submission as PromiseFulfilledResult<{ statementId: string }>).value;
    const { document } = await world.as(world.supplier, (tx) => world.get(Statements).byId(tx, statementId));
    const stored = (await drafts(id)).find((draft) => draft.key === 'm:1')!;
    expect(document.answers.find((answer) => answer.key === 'm:1')!.answer).toEqual(stored.answer);
    expect(saves.filter((one) => one.status === 'fulfilled').length).toBe(stored.version - version);
  });

  it('holds back a save that came while it froze, and then refuses it', async () => {
    const id = await world.start(await world.request());
    await world.fill(id);
    const { version } = (await drafts(id)).find((draft) => draft.key === 'm:1')!;
    let late: Promise<unknown> = Promise.resolve();
    await world.as(world.supplier, async (tx) => {
      await world.get(SubmitResponse).within(tx, id);
      late = save({ responseId: id, requirementKey: 'm:1', version, answer: { kind: 'level', value: 1 } }).catch((error: unknown) => error);
      await world.until(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'with editable%'`);
    });
    expect(await late).toMatchObject({ code: 'response.not_editable' });
    expect((await drafts(id)).find((draft) => draft.key === 'm:1')).toMatchObject({ version, answer: { kind: 'level', value: 4 } });
  });

  it('two at once give one statement', async () => {
    const id = await world.start(await world.request());
    await world.fill(id);
    const both = await Promise.allSettled([world.submit(id), world.submit(id)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count('response_statement', id)).toBe(1);
  });

  it('follows the facts: a question that no longer applies is silent, and back with its words when it does again', async () => {
    const request = await world.request();
    const id = await world.start(request);
    await world.fill(id);
    await world.answer(id, 'm:3', { kind: 'level', value: 4 }, { comment: '無線は分離' });
    await world.superuser(`update app.security_request set facts = '{"wlan": false}' where id = $1`, [request]);
    const silent = await world.as(world.supplier, (tx) => world.get(Questionnaires).open(tx, id));
    expect(silent.journey.asked).toBe(4);
    await world.superuser(`update app.security_request set facts = '{"wlan": true}' where id = $1`, [request]);
    const { statementId } = await world.submit(id);
    const { document } = await world.as(world.supplier, (tx) => world.get(Statements).byId(tx, statementId));
    expect(document.answers.find((answer) => answer.key === 'm:3')).toMatchObject({ applies: true, comment: '無線は分離' });
  });

  it('is refused for a request that was withdrawn', async () => {
    const request = await world.request();
    const id = await world.start(request);
    await world.fill(id);
    await world.superuser(`update app.security_request set withdrawn_at = now(), withdrawal_reason = 'x' where id = $1`, [request]);
    await expect(world.submit(id)).rejects.toMatchObject({ code: 'response.request_withdrawn' });
  });
});

describe('a buyer', () => {
  it('sees nothing of a draft, a revision, a link or an unreleased statement', async () => {
    const { responseId, statementId } = await world.submitted(await world.request());
    const file = await world.upload(world.respondent());
    for (const table of ['response', 'answer', 'answer_revision', 'answer_evidence', 'response_statement', 'response_release', 'response_withdrawal']) {
      expect([table, await world.as(world.buyer, (tx) => tx.query(`select * from app.${table}`))]).toEqual([table, []]);
    }
    await expect(world.as(world.buyer, (tx) => world.get(Statements).byId(tx, statementId))).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.as(world.buyer, (tx) => world.get(Responses).byId(tx, responseId))).rejects.toMatchObject({ kind: 'not_found' });
    expect(file.id).toBeTruthy();
  });
  it('cannot be shown a statement by the runtime role: only the sealer releases', async () => {
    const { statementId } = await world.submitted(await world.request());
    await expect(world.as(world.supplier, (tx) => world.get(ReleaseResponse).within(tx, statementId))).rejects.toThrow('permission denied');
  });
  it('cannot write a supplier’s answer, whatever columns it names', async () => {
    const id = await world.start(await world.request());
    const touched = await world.as(world.buyer, (tx) => tx.affect(`update app.answer set kind = 'unknown', version = 9 where response_id = $1`, [id]));
    expect(touched).toBe(0);
    await expect(world.as(world.buyer, (tx) => tx.query(
      `insert into app.response (id, buyer_organization_id, supplier_organization_id, request_id, started_by_name, started_at) values ($1, $2, $3, $1, 'x', now())`,
      [newId(), world.buyer, world.supplier]))).rejects.toThrow('row-level security');
  });
});

it('a supplier that was not asked cannot open a response beside the verbs: the request’s own pair forbids it', async () => {
  const request = await world.request();
  await expect(world.as(world.stranger, (tx) => tx.query(
    `insert into app.response (id, buyer_organization_id, supplier_organization_id, request_id, started_by_name, started_at) values ($1, $2, $3, $4, 'x', now())`,
    [newId(), world.buyer, world.stranger, request]))).rejects.toMatchObject({ code: 'common.reference_missing' });
});

it('an own factory answers its own organisation', async () => {
  const request = await world.request({ wlan: true }, world.buyer);
  const actor = person(world.buyer, '工場担当', ['supplier_respondent']);
  const id = await world.start(request, actor);
  await world.fill(id, actor);
  expect(await world.get(SubmitResponse).execute(actor, { responseId: id })).toMatchObject({ revision: 1 });
});
