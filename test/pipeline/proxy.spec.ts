import { AgreeResponse, RegisterProxyReply, ReturnWithFindings, ReviewAnswer } from '@libs/review';
import { SignResponse } from '@libs/attestation';
import { Statements, StartResponse, SubmitResponse } from '@libs/response';
import type { ProxyReply } from '@libs/response';
import { AuditQueries } from '@platform/audit';
import { newId } from '@platform/tenancy';
import type { OrganizationId } from '@platform/tenancy';
import { person } from '../support/platform.js';
import { Answering } from './answering.fixture.js';

let world: Answering;
beforeAll(async () => { world = await Answering.open(); });
afterAll(() => world?.close());

const ANSWERS: ProxyReply['answers'] = [
  { key: 'm:1', answer: { kind: 'level', value: 4 } }, { key: 'm:2', answer: { kind: 'level', value: 1 }, compensatingMeasure: '入退室を記録' },
  { key: 'm:4', answer: { kind: 'level', value: 3 }, comment: '添付のとおり' },
];
const unjoined = (): Promise<string> => world.request({ wlan: true }, null);
async function reply(requestId: string, other: Partial<ProxyReply> = {}): Promise<ProxyReply> {
  const { id } = await world.upload(world.procurement(), '%PDF-1.7\n押印済み回答書\n', '回答書（押印）.pdf');
  return { requestId, evidenceId: id, receivedOn: '2026-11-10', answeredBy: '雪代薬品 品質保証部 大野', answers: ANSWERS, ...other };
}
const register = async (requestId: string, other: Partial<ProxyReply> = {}) => world.get(RegisterProxyReply).execute(world.procurement(), await reply(requestId, other));
const read = (organization: OrganizationId, id: string) => world.as(organization, (tx) => world.get(Statements).byId(tx, id));
const agree = (submission: { statementId: string; sha256: string }) => world.get(AgreeResponse).execute(world.procurement(), {
  statementId: submission.statementId as never, digest: submission.sha256, deviations: ['m:2', 'm:3'], priceTalk: { state: 'none_needed' } });

describe('a reply that came by mail (代理登録)', () => {
  it('is registered for a factory that nobody has joined for, unsigned, with the file it was taken from', async () => {
    const requestId = await unjoined();
    const { statementId, revision } = await register(requestId);
    const statement = await read(world.buyer, statementId);
    expect(statement).toMatchObject({ revision: 1, responseId: null, supplierOrganizationId: null, submittedByName: '雪代薬品 品質保証部 大野' });
    expect(statement.releasedAt).toEqual(statement.submittedAt);
    expect(statement.document).toMatchObject({
      type: 'kenshu.proxy-response/1', respondent: { organizationId: null }, submittedBy: { name: '雪代薬品 品質保証部 大野' },
      proxy: { registeredBy: { name: '佐藤', department: '調達部' }, receivedOn: '2026-11-10', source: { fileName: '回答書（押印）.pdf' } } });
    expect(statement.document.answers.find(({ key }) => key === 'm:3')).toMatchObject({ applies: true, answer: null });
    expect(revision).toBe(1);
    const events = await world.as(world.buyer, (tx) => world.get(AuditQueries).about(tx, 'request', requestId));
    expect(events.map(({ act }) => act)).toEqual(['review.register_proxy']);
  });

  it('is examined and agreed to like a statement, and the agreement says that nobody signed', async () => {
    const requestId = await unjoined();
    const submission = await register(requestId);
    await world.get(ReviewAnswer).execute(world.procurement(), { statementId: submission.statementId, requirementKey: 'm:1', opinion: 'accepted' });
    const agreement = await agree(submission);
    expect(agreement).toMatchObject({ supplierOrganizationId: null, document: { statement: { unsigned: true, revision: 1 } } });
    expect(agreement.document.deviations.map(({ key }) => key)).toEqual(['m:2', 'm:3']);
    await expect(register(requestId)).rejects.toMatchObject({ code: 'review.already_agreed' });
  });

  it('is corrected by registering it again; it cannot be returned to somebody who is not here', async () => {
    const requestId = await unjoined();
    const first = await register(requestId);
    await expect(world.get(ReturnWithFindings).execute(world.procurement(), { statementId: first.statementId, findings: [{ requirementKey: 'm:4', text: '古い' }] }))
      .rejects.toMatchObject({ code: 'review.proxy_not_returned' });
    const second = await register(requestId);
    expect(second.revision).toBe(2);
    await expect(agree(first)).rejects.toMatchObject({ code: 'review.statement_not_newest' });
    await agree(second);
  });

  it('never becomes the supplier’s own: who joins reads it, cannot sign it, and answers beside it', async () => {
    const requestId = await world.request();
    const { statementId, sha256 } = await register(requestId);
    expect((await read(world.supplier, statementId)).document.type).toBe('kenshu.proxy-response/1');
    await expect(read(world.stranger, statementId)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.get(SignResponse).execute(world.signer(), { statementId, digest: sha256 })).rejects.toMatchObject({ kind: 'not_found' });
    world.clock.advance(60_000);
    const responseId = await world.get(StartResponse).execute(world.respondent(), { requestId });
    await world.fill(responseId);
    const own = await world.get(SubmitResponse).execute(world.respondent(), { responseId });
    await world.release(own);
    const newest = await world.as(world.buyer, (tx) => world.get(Statements).newestReleased(tx, requestId));
    expect([newest?.id, newest?.proxyEvidenceId]).toEqual([own.statementId, null]);
  });

  it('is refused for what was not asked, is not on the scale, has no day, no file of one’s own or no request of one’s own', async () => {
    const requestId = await unjoined();
    const refused: readonly (readonly [Partial<ProxyReply>, object])[] = [
      [{ answers: [{ key: 'm:99', answer: null }] }, { kind: 'not_found' }], [{ answers: [{ key: 'm:1', answer: { kind: 'level', value: 9 as never } }] }, { code: 'response.answer_not_on_scale' }],
      [{ receivedOn: 'gestern' }, { code: 'response.proxy_invalid' }], [{ answeredBy: ' ' }, { code: 'response.proxy_invalid' }], [{ evidenceId: newId() }, { kind: 'not_found' }],
    ];
    for (const [change, error] of refused) await expect(register(requestId, change)).rejects.toMatchObject(error);
    const foreign = await world.upload(world.respondent());
    await expect(register(requestId, { evidenceId: foreign.id })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.get(RegisterProxyReply).execute(person(world.stranger, 'x', ['procurement']), await reply(requestId))).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.get(RegisterProxyReply).execute(person(world.supplier, 'x', ['procurement']), await reply(await world.request()))).rejects.toMatchObject({ kind: 'not_found' });
    await expect(world.get(RegisterProxyReply).execute(world.procurement({ roles: ['requester'] }), await reply(requestId))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
