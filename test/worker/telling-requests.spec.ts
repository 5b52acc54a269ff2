import { AcceptSupplierInvitation, ExtendRequest, LinkSupplier, SendRequest, WithdrawRequest } from '@libs/request';
import { AgreeResponse, ReplyToFinding, ReturnWithFindings, Reviews } from '@libs/review';
import { DeclineSignature } from '@libs/attestation';
import { InviteMember, ResendInvitation } from '@libs/organization';
import { ApproveSpecification, DraftSpecification, SendBack, SubmitForApproval } from '@libs/specification';
import { systemActor } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { Answering } from '../pipeline/answering.fixture.js';
import { Parties } from '../pipeline/parties.fixture.js';
import { EVERY_ROLE, TellingWorker } from './telling.fixture.js';

const FACTS = { has_computing: true, has_os: true, remote: false, confidential: true, onsite: false, network: true, wlan: false, internet_access: false };
const NO = { secrets: false, stoppage: false, reach: false };

let world: Answering;
let worker: TellingWorker;
let parties: Parties;
let stranger: Actor;
let both: Actor;
let factory: Actor;
let chief: Actor;
const cast = {} as Record<'procurement' | 'requester' | 'approver' | 'contact' | 'respondent' | 'signer', Actor>;

beforeAll(async () => {
  world = await Answering.open();
  worker = await TellingWorker.open(world.database);
  parties = new Parties(world.app);
  await world.superuser(`update app.organization set name_en = 'Toto Devices' where id = $1`, [world.buyer]);
  stranger = await worker.member(world.stranger, '部外者', EVERY_ROLE);
  cast.procurement = await worker.member(world.buyer, '佐藤', ['procurement'], 'en');
  cast.requester = await worker.member(world.buyer, '𠮷田', ['requester', 'spec_approver']);
  cast.approver = await worker.member(world.buyer, '中村', ['spec_approver']);
  cast.contact = await worker.member(world.supplier, 'Ann', ['supplier_contact'], 'en');
  cast.respondent = await worker.member(world.supplier, '森', ['supplier_respondent']);
  cast.signer = await worker.member(world.supplier, '髙﨑', ['supplier_signer']);
  both = await worker.member(world.buyer, '両方', ['procurement', 'supplier_contact']);
  factory = await worker.member(world.buyer, '工場', ['supplier_respondent', 'supplier_signer']);
  chief = await worker.member(world.buyer, '工場長', ['supplier_signer']);
});
afterEach(async () => {
  const before = await worker.counts();
  await worker.repeat();
  expect(await worker.counts()).toEqual(before);
  expect(await worker.told(stranger)).toEqual([]);
  expect(await worker.memberMails(stranger)).toEqual([]);
  await told(...Object.values(cast));
});
afterAll(async () => {
  await worker?.close();
  await world?.close();
});

/** What everybody was told since the last time. */
async function told(...people: Actor[]): Promise<string[][]> {
  await worker.work();
  const texts: string[][] = [];
  for (const one of people) texts.push(await worker.told(one));
  return texts;
}

const everybody = () => Object.values(cast);

// first: the fixture lays out its own specifications and requests, numbered from one
describe('a response', () => {
  it('of an own factory is told once to somebody who stands on both sides, and never to the one who acted', async () => {
    const requestId = await world.request({ wlan: true }, world.buyer);
    const responseId = await world.start(requestId, factory);
    await world.fill(responseId, factory);
    const submission = await world.submit(responseId, factory);
    expect(await told(factory)).toEqual([[]]);
    await world.release(submission, chief);
    expect((await told(both))[0]).toHaveLength(1);
    expect(await worker.memberMails(both)).toHaveLength(1);
    await world.get(ReturnWithFindings).execute(both, { statementId: submission.statementId, findings: [{ requirementKey: 'm:4', text: '版が古い', target: null, dueOn: null }] });
    const [toBoth, toFactory] = await told(both, factory);
    expect([toBoth, toFactory?.length, (await worker.memberMails(both)).length, (await worker.memberMails(factory)).length]).toEqual([[], 1, 1, 1]);
  });

  it('goes from the respondents to the signer, back, out to the buyer, back with findings, and is agreed', async () => {
    const { procurement, requester, contact, respondent, signer } = cast;
    const requestId = await world.request();
    const first = await world.submitted(requestId);
    const number = (await told(signer, respondent, procurement))[0]![0]!.match(/REQ-2026-\d+/)![0];
    await world.get(DeclineSignature).execute(signer, { statementId: first.statementId, reason: '根拠が古い' });
    expect(await told(signer, respondent, procurement)).toEqual([[], [`依頼 ${number} の回答に、署名者からの差戻しがあります`], []]);
    await worker.told(contact);

    const second = await world.submit(first.responseId);
    await world.release(second, signer);
    const supplier = '株式会社髙﨑精機';
    expect(await told(procurement, requester, cast.approver, respondent)).toEqual(
      [[`${supplier} released its response to request ${number}`], [`${supplier} が依頼 ${number} の回答を提出しました`], [], []]);
    const released = (await worker.memberMails(procurement)).filter(({ subject }) => subject.includes(number));
    expect(released.map(({ kind, language, subject }) => [kind, language, subject])).toEqual([['response-released', 'en', `髙﨑精機 has released its response (${number})`]]);
    expect(released[0]!.text).toContain(`https://kenshu.example/responses/${second.statementId}`);
    expect(await worker.memberMails(requester)).toEqual([]);

    await world.get(ReturnWithFindings).execute(procurement,
      { statementId: second.statementId, findings: [{ requirementKey: 'm:4', text: '手順書の版が古い', target: null, dueOn: '2026-11-20' }] });
    expect((await told(contact, respondent))).toEqual(
      [[`Toto Devices returned the response to request ${number} (findings: 1)`], [`東都デバイス株式会社 が依頼 ${number} の回答を差し戻しました（指摘 1 件）`]]);
    const [returned] = await worker.memberMails(respondent);
    expect([returned?.kind, returned?.language]).toEqual(['response-returned', 'ja']);
    expect(returned!.text).toContain('項目4');
    expect(returned!.text).toContain('手順書の版が古い');
    expect((await worker.memberMails(contact))[0]!.kind).toBe('response-returned');

    const [finding] = await world.as(world.supplier, (tx) => world.get(Reviews).findings(tx, first.responseId));
    await world.get(ReplyToFinding).execute(respondent, { findingId: finding!.id, text: '差し替えます' });
    expect((await told(procurement))[0]).toEqual([`${supplier} replied to a finding on request ${number}`]);
    const third = await world.submit(first.responseId);
    await world.release(third, signer);
    await told(...everybody());
    await world.get(AgreeResponse).execute(procurement, { statementId: third.statementId, digest: third.sha256, deviations: ['m:2', 'm:3'], priceTalk: { state: 'none_needed' } });
    const agreed = `東都デバイス株式会社 が依頼 ${number} の回答に合意しました`;
    expect(await told(respondent, signer, procurement, requester)).toEqual([[agreed], [agreed], [], []]);
  });

});

describe('a specification', () => {
  it('is put before those who approve, not before the one who submitted it, and comes back to its author', async () => {
    const { requester, approver } = cast;
    const { id, version, number } = await world.get(DraftSpecification).execute(requester, await parties.draft(requester));
    const first = await world.get(SubmitForApproval).execute(requester, id, version);
    expect(await told(approver, requester)).toEqual([[`要求仕様書 ${number} が承認を待っています`], []]);
    const { version: returned } = await world.get(SendBack).execute(approver, id, first.version, '適用範囲が足りない');
    expect(await told(approver, requester)).toEqual([[], [`要求仕様書 ${number} が差し戻されました`]]);
    const { version: again } = await world.get(SubmitForApproval).execute(requester, id, returned);
    await world.get(ApproveSpecification).execute(approver, id, again);
    expect(await told(requester, cast.procurement, cast.contact)).toEqual([[`要求仕様書 ${number} 第 1 版が承認されました`], [], []]);
  });
});

describe('a request', () => {
  let editionId: string;
  const send = (supplierSiteId: string, actor = cast.procurement) => world.get(SendRequest).execute(actor,
    { specificationEditionId: editionId, supplierSiteId, dueOn: '2026-11-30', facts: FACTS, levelDecision: NO });
  beforeAll(async () => {
    ({ editionId } = await parties.approved(world.buyer));
    await told(...everybody());
  });

  it('invites the contact of a factory by mail, and procurement learns who accepted', async () => {
    const { number } = await send(await parties.site(cast.procurement, { counterpartyCode: 'T-1' }));
    expect(await told(...everybody())).toEqual([[], [], [], [], [], []]);
    const [letter, ...more] = await worker.mails('yoshida@takasaki.example');
    expect([letter?.kind, more]).toEqual(['supplier-invitation', []]);
    const token = /join\/([\w-]+)/.exec(letter!.text)![1]!;
    const { acceptanceId, organizationId } = await world.get(AcceptSupplierInvitation).execute({ token, identityId: await parties.identity('𠮷田'),
      join: { newOrganization: { name: '髙﨑精機㈱', nameEn: 'Takasaki', address: '長野県', firstMember: { email: 'yoshida@takasaki.example', displayName: '𠮷田' } } } });
    await world.get(LinkSupplier).execute(systemActor(world.buyer), acceptanceId);
    expect(await told(cast.procurement, cast.requester)).toEqual([[`Takasaki accepted request ${number}`], []]);
    expect(organizationId).not.toBe(world.supplier);
  });

  it('to an organisation that is here is told and mailed to its people, each in their language; so are a new date and a withdrawal', async () => {
    const site = await parties.site(cast.procurement, { counterpartyCode: 'T-2' });
    await world.superuser('update app.supplier_site set joined_organization_id = $2, joined_at = registered_on where id = $1', [site, world.supplier]);
    const { id, number } = await send(site);
    expect(await told(cast.contact, cast.respondent, cast.signer, cast.procurement)).toEqual([
      [`Toto Devices sent you request ${number} (answer by 30 Nov 2026)`], [`東都デバイス株式会社 から回答の依頼 ${number} が届きました（期限 2026年11月30日）`], [], []]);
    expect((await worker.memberMails(cast.contact)).filter(({ subject }) => subject.includes(number)).map(({ kind, language }) => [kind, language])).toEqual([['request-sent', 'en']]);
    await world.get(ExtendRequest).execute(cast.procurement, id, { dueOn: '2026-12-20', reason: '確認待ち' });
    expect(await told(cast.contact)).toEqual([[`Toto Devices changed the due date of request ${number} to 20 Dec 2026`]]);
    await world.get(WithdrawRequest).execute(cast.procurement, id, '発注の取りやめ');
    expect(await told(cast.contact)).toEqual([[`Toto Devices withdrew request ${number}`]]);
  });
});

describe('an invitation of a member', () => {
  it('is mailed once for the invitation and once for each time it is sent again', async () => {
    const admin = await worker.member(world.buyer, '管理者', ['tenant_admin']);
    const id = await world.get(InviteMember).execute(admin, { email: 'new@example.jp', displayName: '新人', roles: ['receiver'], language: 'en' });
    await worker.work();
    expect((await worker.mails('new@example.jp')).map(({ kind, language }) => [kind, language])).toEqual([['member-invitation', 'en']]);
    await world.get(ResendInvitation).execute(admin, id);
    await worker.work();
    expect(await worker.mails('new@example.jp')).toHaveLength(2);
  });
});
