import { AgreeResponse, Agreements, ReplyToFinding, ReturnWithFindings, ReviewAnswer, Reviews } from '@libs/review';
import type { AgreeInput } from '@libs/review';
import { Responses, Statements } from '@libs/response';
import type { ResponseId, Submission } from '@libs/response';
import { AuditQueries } from '@platform/audit';
import { Ledger, firstBreak, linkHash } from '@platform/ledger';
import { sha256Hex } from '@platform/signing';
import { person } from '../support/platform.js';
import { Answering } from './answering.fixture.js';

let world: Answering;
beforeAll(async () => { world = await Answering.open(); });
afterAll(() => world?.close());

interface Released extends Submission { readonly requestId: string; readonly responseId: ResponseId }

async function released(): Promise<Released> {
  const requestId = await world.request();
  const submission = await world.submitted(requestId);
  await world.release(submission);
  return { ...submission, requestId };
}

const giveBack = (statementId: string, text = '手順書の版が古い', requirementKey = 'm:4') =>
  world.get(ReturnWithFindings).execute(world.procurement(), { statementId, message: 'ご確認ください', findings: [{ requirementKey, text, target: '最新版の添付', dueOn: '2026-11-20' }] });
const agreement = (submission: Submission, other: Partial<AgreeInput> = {}): AgreeInput => ({
  statementId: submission.statementId, digest: submission.sha256, deviations: ['m:2', 'm:3'], priceTalk: { state: 'none_needed' }, ...other,
});
const agree = (submission: Submission, other: Partial<AgreeInput> = {}, actor = world.procurement()) => world.get(AgreeResponse).execute(actor, agreement(submission, other));
const newest = (requestId: string) => world.as(world.buyer, (tx) => world.get(Statements).newestReleased(tx, requestId));

describe('an internal note', () => {
  it('is the buyer’s alone', async () => {
    const { statementId } = await released();
    await world.get(ReviewAnswer).execute(world.procurement(), { statementId, requirementKey: 'm:2', opinion: 'question', note: '代替策で足りるか' });
    await world.get(ReviewAnswer).execute(world.procurement({ name: '中村' }), { statementId, requirementKey: 'm:2', opinion: 'accepted' });
    const notes = (organization: Answering['buyer']) => world.as(organization, (tx) => world.get(Reviews).notes(tx, statementId));
    expect((await notes(world.buyer)).map((note) => [note.reviewedBy, note.opinion, note.note])).toEqual([['中村', 'accepted', null], ['佐藤', 'question', '代替策で足りるか']]);
    for (const organization of [world.supplier, world.stranger]) expect(await notes(organization)).toEqual([]);
  });
  it('cannot be left by the supplier, on a stranger’s statement, or before the release', async () => {
    const note = (actor: ReturnType<typeof world.procurement>, statementId: string) =>
      world.get(ReviewAnswer).execute(actor, { statementId, requirementKey: 'm:2', opinion: 'accepted' });
    const { statementId } = await released();
    await expect(note(world.signer(), statementId)).rejects.toMatchObject({ kind: 'forbidden' });
    for (const organization of [world.supplier, world.stranger]) {
      await expect(note(person(organization, 'x', ['procurement']), statementId)).rejects.toMatchObject({ kind: 'not_found' });
    }
    const unreleased = await world.submitted(await world.request());
    await expect(note(world.procurement(), unreleased.statementId)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('a return', () => {
  it('opens the response again with the findings, answer by answer', async () => {
    const { statementId, responseId, requestId } = await released();
    await giveBack(statementId);
    const response = await world.as(world.supplier, (tx) => world.get(Responses).byId(tx, responseId));
    expect(response).toMatchObject({ state: 'returned', statements: [{ returnMessage: 'ご確認ください', findings: [{ requirementKey: 'm:4', text: '手順書の版が古い', dueOn: '2026-11-20' }] }] });
    await world.answer(responseId, 'm:4', { kind: 'level', value: 4 }, { comment: '最新版を提示' });
    const second = await world.submit(responseId);
    expect(second.revision).toBe(2);
    await world.release(second);
    const { document } = await world.as(world.buyer, (tx) => world.get(Statements).byId(tx, second.statementId));
    expect(document.answers.map((answer) => [answer.key, answer.origin])).toEqual([['m:1', 'confirmed'], ['m:2', 'confirmed'], ['m:3', 'confirmed'], ['m:4', 'new'], ['c:5', 'confirmed']]);
    expect(await newest(requestId)).toMatchObject({ id: second.statementId, returnedAt: null });
    expect((await world.as(world.buyer, (tx) => world.get(Statements).ofRequest(tx, requestId))).map((one) => one.revision)).toEqual([1, 2]);
  });

  it('needs a finding, the newest statement, and happens once', async () => {
    const { statementId } = await released();
    await expect(world.get(ReturnWithFindings).execute(world.procurement(), { statementId, findings: [] })).rejects.toMatchObject({ code: 'review.findings_missing' });
    await expect(giveBack(statementId, 'x', 'm:99')).rejects.toMatchObject({ code: 'review.finding_unknown_item' });
    await giveBack(statementId);
    await expect(giveBack(statementId)).rejects.toMatchObject({ code: 'review.statement_not_newest' });
  });

  it('is the buyer’s: the supplier cannot return its own statement, a stranger finds none', async () => {
    const { statementId } = await released();
    for (const organization of [world.supplier, world.stranger]) {
      await expect(world.get(ReturnWithFindings).execute(person(organization, 'x', ['procurement']), { statementId, findings: [{ requirementKey: 'm:4', text: 'x' }] }))
        .rejects.toMatchObject({ kind: 'not_found' });
    }
  });
});

describe('a finding', () => {
  it('is seen by both and answered by the supplier in a row of its own', async () => {
    const { statementId, responseId } = await released();
    await giveBack(statementId);
    const findings = (organization: Answering['buyer']) => world.as(organization, (tx) => world.get(Reviews).findings(tx, responseId));
    const [finding] = await findings(world.supplier);
    await world.get(ReplyToFinding).execute(world.respondent(), { findingId: finding!.id, text: '最新版を添付しました' });
    expect(await findings(world.buyer)).toMatchObject([{ text: '手順書の版が古い', target: '最新版の添付', replies: [{ text: '最新版を添付しました', repliedBy: '𠮷田' }] }]);
    expect(await findings(world.stranger)).toEqual([]);
    await expect(world.get(ReplyToFinding).execute(person(world.buyer, 'x', ['supplier_respondent']), { findingId: finding!.id, text: 'x' })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.get(ReplyToFinding).execute(world.respondent(), { findingId: finding!.id, text: ' ' })).rejects.toMatchObject({ code: 'review.reply_missing' });
  });
});

describe('an agreement', () => {
  it('names the specification, the signed statement and its deviations, and is the next link of the chain', async () => {
    const submission = await released();
    const made = await agree(submission, { priceTalk: { state: 'recorded', note: '11月10日に協議、増額なし' } });
    expect(made.document).toMatchObject({
      type: 'kenshu.agreement/1', id: made.id, request: { id: submission.requestId }, statement: { id: submission.statementId, sha256: submission.sha256, revision: 1 },
      priceTalk: { state: 'recorded', note: '11月10日に協議、増額なし' }, agreedBy: { name: '佐藤', personKey: '1', method: 'password_mail_code' },
      deviations: [
        { key: 'm:2', text: 'レベル1（段階1）／要求：レベル3以上／代替策：入退室を記録' },
        { key: 'm:3', text: 'わからない／要求：レベル3以上' },
      ],
    });
    expect(sha256Hex(new TextEncoder().encode(made.canonical))).toBe(made.sha256);
    for (const organization of [world.buyer, world.supplier]) {
      expect(await world.as(organization, (tx) => world.get(Agreements).byRequest(tx, submission.requestId))).toEqual(made);
    }
    await expect(world.as(world.stranger, (tx) => world.get(Agreements).byId(tx, made.id))).rejects.toMatchObject({ kind: 'not_found' });
    const chain = await world.as(world.supplier, (tx) => world.get(Ledger).links(tx, submission.requestId));
    expect(chain.map((link) => link.kind)).toEqual(['response.release', 'review.agree']);
    expect(chain[1]).toMatchObject({ objectId: made.id, objectSha256: made.sha256 });
    expect(firstBreak(chain, linkHash)).toBeNull();
    const [event] = await world.as(world.buyer, (tx) => world.get(AuditQueries).about(tx, 'agreement', made.id));
    expect(event).toMatchObject({ act: 'review.agree', detail: { deviations: 2 } });
  });

  it.each<[string, Partial<AgreeInput>, string]>([
    ['a deviation was passed over', { deviations: ['m:2'] }, 'review.deviation_not_confirmed'],
    ['a deviation is not in the statement', { deviations: ['m:1', 'm:2', 'm:3'] }, 'review.deviation_not_in_statement'],
    ['nothing is said of the price talk', { priceTalk: { state: '' } }, 'review.price_talk_missing'],
    ['another text was read than is stored', { digest: 'e'.repeat(64) }, 'review.digest_differs'],
  ])('is refused when %s', async (_when, other, code) => {
    const submission = await released();
    await expect(agree(submission, other)).rejects.toMatchObject({ code });
    expect(await world.as(world.buyer, (tx) => world.get(Agreements).byRequest(tx, submission.requestId))).toBeUndefined();
  });

  it('needs the role and a second factor, and is never the supplier’s act', async () => {
    const submission = await released();
    await expect(agree(submission, {}, world.procurement({ roles: ['inspector'] }))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(agree(submission, {}, world.procurement({ stepUp: null }))).rejects.toMatchObject({ kind: 'step_up' });
    await expect(agree(submission, {}, person(world.supplier, 'x', ['procurement']))).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is about the newest statement: not one that was returned, not one before a newer', async () => {
    const first = await released();
    await giveBack(first.statementId);
    await expect(agree(first)).rejects.toMatchObject({ code: 'review.statement_not_newest' });
    const second = await world.submit(first.responseId);
    await expect(agree(second)).rejects.toMatchObject({ kind: 'not_found' });
    await world.release(second);
    await expect(agree(first)).rejects.toMatchObject({ code: 'review.statement_not_newest' });
    expect((await agree(second)).document.statement.revision).toBe(2);
  });

  it('and a return at the same moment exclude each other', async () => {
    const submission = await released();
    const both = await Promise.allSettled([agree(submission), giveBack(submission.statementId)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends the examination: no second one, no return, no reply', async () => {
    const first = await released();
    await giveBack(first.statementId);
    const [finding] = await world.as(world.supplier, (tx) => world.get(Reviews).findings(tx, first.responseId));
    const second = await world.submit(first.responseId);
    await world.release(second);
    await agree(second);
    await expect(agree(second)).rejects.toMatchObject({ code: 'review.already_agreed' });
    await expect(giveBack(second.statementId)).rejects.toMatchObject({ code: 'review.already_agreed' });
    await expect(world.get(ReplyToFinding).execute(world.respondent(), { findingId: finding!.id, text: 'x' })).rejects.toMatchObject({ code: 'review.already_agreed' });
    await expect(world.answer(first.responseId, 'm:1', { kind: 'level', value: 1 })).rejects.toMatchObject({ code: 'response.not_editable' });
  });

  it('cannot be written by the supplier, changed or deleted by anyone', async () => {
    await agree(await released());
    await expect(world.as(world.buyer, (tx) => tx.query(`update app.agreement set canonical = 'x'`))).rejects.toThrow('permission denied');
    await expect(world.as(world.supplier, (tx) => tx.query('delete from app.agreement'))).rejects.toThrow('permission denied');
    await expect(world.as(world.supplier, (tx) => tx.query('insert into app.agreement select * from app.agreement'))).rejects.toThrow('row-level security');
  });
});

it('a buyer agrees with its own factory', async () => {
  const requestId = await world.request({ wlan: false }, world.buyer);
  const actor = person(world.buyer, '工場担当', ['supplier_respondent'], { memberId: null });
  const responseId = await world.start(requestId, actor);
  await world.fill(responseId, actor);
  const submission = await world.submit(responseId, actor);
  // the factory's own unreleased statement is visible to the organisation, but not to be agreed to
  await expect(agree(submission, { deviations: ['m:2'] })).rejects.toMatchObject({ kind: 'not_found' });
  await world.release(submission, person(world.buyer, '工場長', ['supplier_signer']));
  expect((await agree(submission, { deviations: ['m:2'] })).document.deviations.map((one) => one.key)).toEqual(['m:2']);
});
