import { Readable } from 'node:stream';
import { DeclineSignature, SealResponse, SignResponse } from '@libs/attestation';
import { UploadEvidence } from '@libs/evidence';
import { AnsweringOverview, RequestList, RequestsOverview, standing } from '@libs/insight';
import { AcknowledgeRequest, SendRequest, WithdrawRequest } from '@libs/request';
import { RegisterProxyReply, ReturnWithFindings } from '@libs/review';
import { StartResponse, SubmitResponse } from '@libs/response';
import type { Submission } from '@libs/response';
import { systemActor } from '@platform/tenancy';
import { REQUEST_STATES, requestState } from '@pure/request';
import type { RequestState } from '@pure/request';
import { BUYER_JOINS, REQUEST_JOINS, REQUEST_STATE } from '../../libs/insight/src/request-state.queries.js';
import { openEnds } from '../isolation/open-ends.js';
import type { Open } from '../isolation/open-ends.js';
import { FACTS, Scene, fillAll, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';

const TODAY = '2026-11-30';

let scene: Scene;
let world: Journey & Open;
let named: Readonly<Record<string, RequestState>>;
beforeAll(async () => {
  scene = await Scene.open();
  const journey = await playJourney(scene);
  world = { ...journey, ...await openEnds(scene, journey) };
  named = await further();
}, 120_000);
afterAll(() => scene?.close());

/** What neither the journey nor its open ends have: a request by the state it must be in. */
async function further(): Promise<Record<string, RequestState>> {
  const { sato, takahashi, kanzaki, supplier, supplierSiteId, editionId, weakKey } = world;
  const send = async (): Promise<string> => (await scene.do(SendRequest, sato, {
    supplierSiteId, specificationEditionId: editionId, dueOn: '2026-12-25', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false } })).id;
  const submit = async (requestId: string): Promise<Submission> => {
    const responseId = await scene.do(StartResponse, takahashi, { requestId });
    await fillAll(scene, takahashi, responseId);
    scene.later(1);
    return scene.do(SubmitResponse, takahashi, { responseId });
  };
  const mailed = async (requestId: string): Promise<unknown> => {
    const { id: evidenceId } = await scene.do(UploadEvidence, sato, { content: Readable.from([Buffer.from('%PDF-1.7\n押印\n')]), fileName: '回答書.pdf' });
    return scene.do(RegisterProxyReply, sato, { requestId, evidenceId, receivedOn: '2026-11-05', answeredBy: '髙橋 奈緒', answers: [] });
  };
  const release = async (requestId: string): Promise<Submission> => {
    const submission = await submit(requestId);
    await scene.do(SignResponse, kanzaki, { statementId: submission.statementId, digest: submission.sha256 });
    scene.later(1);
    await scene.do(SealResponse, systemActor(supplier), { statementId: submission.statementId });
    return submission;
  };
  const [acknowledged, withdrawn, declined, proxied, beside, released, returned] = [await send(), await send(), await send(), await send(), await send(), await send(), await send()];
  await scene.do(AcknowledgeRequest, takahashi, acknowledged);
  await scene.do(WithdrawRequest, sato, withdrawn, '発注の取りやめ');
  await scene.do(DeclineSignature, kanzaki, { statementId: (await submit(declined)).statementId, reason: '証跡が古い' });
  for (const requestId of [proxied, beside, released]) await mailed(requestId);
  await submit(beside);
  await release(released);
  const { statementId } = await release(returned);
  scene.later(1);
  await scene.do(ReturnWithFindings, sato, { statementId, findings: [{ requirementKey: weakKey, text: '根拠を' }] });
  return {
    [world.requestId]: 'agreed', [world.unjoinedRequestId]: 'sent', [world.draftRequestId]: 'answering', [returned]: 'returned',
    [acknowledged]: 'acknowledged', [withdrawn]: 'withdrawn', [declined]: 'answering', [proxied]: 'under_review', [released]: 'under_review',
  };
}

interface Stated { readonly id: string; readonly state: RequestState }
/** Of everything one side may see: the state as SQL says it, and as the rule does from the rows. */
async function both(side: 'buyer' | 'supplier', joins: string): Promise<{ readonly sql: Record<string, RequestState>; readonly rule: Record<string, RequestState> }> {
  return scene.as(side === 'buyer' ? world.sato : world.takahashi, async (tx) => {
    const lines = await tx.query<Stated>(`select r.id, ${REQUEST_STATE} as state from app.security_request r ${joins} where $1::uuid = r.${side}_organization_id`, [tx.organizationId]);
    const rule: Record<string, RequestState> = {};
    for (const { id } of lines) rule[id] = standing((await scene.get(RequestsOverview).byId(tx, id))!, TODAY).state;
    return { sql: Object.fromEntries(lines.map(({ id, state }) => [id, state])), rule };
  });
}

describe('the state of a request in SQL', () => {
  it.each([['buyer', BUYER_JOINS], ['buyer', REQUEST_JOINS], ['supplier', REQUEST_JOINS]] as const)('is the rule’s for everything the %s sees', async (side, joins) => {
    const { sql, rule } = await both(side, joins);
    expect(sql).toEqual(rule);
    const { [world.unjoinedRequestId]: _, ...supplierSees } = named;
    expect(sql).toMatchObject(side === 'buyer' ? named : supplierSees);
  });

  it('was compared in every state there is', async () => {
    const seen = [await both('buyer', BUYER_JOINS), await both('supplier', REQUEST_JOINS)].flatMap(({ sql }) => Object.values(sql));
    expect(REQUEST_STATES.filter((state) => !seen.includes(state))).toEqual([]);
  });

  it('is what the status list shows and the digest counts', async () => {
    const { rule } = await both('buyer', BUYER_JOINS);
    const [list, digest] = await scene.as(world.sato, async (tx) => [
      await scene.get(RequestList).page(tx, { today: TODAY, limit: 1000, offset: 0 }), await scene.get(RequestsOverview).digest(tx, 'buyer', TODAY, 1000)] as const);
    expect(Object.fromEntries(list.lines.map(({ id, state }) => [id, state]))).toEqual(rule);
    expect(Object.fromEntries(digest.counts.map(({ state, count }) => [state, count]))).toEqual(
      Object.fromEntries(REQUEST_STATES.map((state) => [state, Object.values(rule).filter((one) => one === state).length] as const).filter(([, count]) => count > 0)));
  });

  it('is what the supplier’s list shows', async () => {
    const { rule } = await both('supplier', REQUEST_JOINS);
    const { lines } = await scene.as(world.takahashi, (tx) => scene.get(AnsweringOverview).list(
      tx, { pattern: '', stage: null, late: false, heldBy: null, sort: null, descending: false, limit: 1000, offset: 0 }, TODAY));
    expect(Object.fromEntries(lines.map(({ id, state }) => [id, state]))).toEqual(rule);
  });

  it('is the rule’s for every order in which both sides can have acted', async () => {
    const times = [null, 1, 2, 3];
    const flags = [null, 1];
    const cases = flags.flatMap((agreed) => flags.flatMap((withdrawn) => flags.flatMap((acknowledged) => flags.flatMap((started) =>
      times.flatMap((submitted) => flags.flatMap((proxied) => times.flatMap((released) => times.map((returned) =>
        ({ agreed, withdrawn, acknowledged, started, submitted, proxied: proxied && submitted, released: proxied ? null : released, returned })))))))));
    const at = (column: string): string => `timestamptz 'epoch' + (c ->> '${column}')::int * interval '1 day'`;
    const rows = await scene.superuser<{ state: RequestState }>(
      `select ${REQUEST_STATE} as state from jsonb_array_elements($1::jsonb) with ordinality as one(c, n),
         lateral (select ${at('withdrawn')} as withdrawn_at) r, lateral (select ${at('acknowledged')} as acknowledged_at) a, lateral (select ${at('agreed')} as agreed_at) g,
         lateral (select ${at('started')} as started_at) p, lateral (select ${at('submitted')} as submitted_at, ${at('proxied')} as proxied_at) s,
         lateral (select ${at('released')} as released_at) l, lateral (select ${at('returned')} as returned_at) t order by n`, [JSON.stringify(cases)]);
    const day = (n: number | null): Date | null => n === null ? null : new Date(n * 86_400_000);
    const expected = cases.map((one) => requestState({
      agreedAt: day(one.agreed), withdrawnAt: day(one.withdrawn), acknowledgedAt: day(one.acknowledged), answeringSince: day(one.started),
      submittedAt: day(one.submitted), releasedAt: day(one.released ?? one.proxied), returnedAt: day(one.returned) }));
    expect(cases.map((one, index) => ({ ...one, state: rows[index]!.state }))).toEqual(cases.map((one, index) => ({ ...one, state: expected[index] })));
  });
});
