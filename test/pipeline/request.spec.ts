import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestingModule } from '@nestjs/testing';
import { AddSite, Organizations } from '@libs/organization';
import {
  AcceptSupplierInvitation, AcknowledgeRequest, CorrectFacts, ExtendRequest, InviteSupplier, LinkSupplier, NotifyRespondent, RequestMailModule, RequestModule,
  Requests, SendRequest, WithdrawRequest,
} from '@libs/request';
import type { AcceptSupplierInvitationInput, SendRequestInput } from '@libs/request';
import { ReviseSpecification, ApproveSpecification, Specifications, SubmitForApproval } from '@libs/specification';
import { SupplierSites } from '@libs/supplier';
import { AuditQueries } from '@platform/audit';
import type { FixedClock } from '@platform/clock';
import { IdentityModule, OneTimeTokens } from '@platform/identity';
import { Ledger } from '@platform/ledger';
import { MailModule, Mailbox } from '@platform/mail';
import { RenderingModule } from '@platform/rendering';
import { TenantDb, newId, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';
import { Parties, refusal } from './parties.fixture.js';

const FACTS = { has_computing: true, has_os: true, remote: false, confidential: true, onsite: false, network: true, wlan: false, internet_access: false };
const NO = { secrets: false, stoppage: false, reach: false };

describe('a request', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let clock: FixedClock;
  let parties: Parties;
  let yamate: OrganizationId;
  let stranger: OrganizationId;
  let kubota: Actor;
  let editionId: string;
  let siteNumber = 0;
  const run = <T>(actor: Actor, work: (tx: TenantTx) => Promise<T>) => app.get(TenantDb).run(actor, work);
  const read = (id: string, actor = kubota) => run(actor, (tx) => app.get(Requests).byId(tx, id));
  const site = () => parties.site(kubota, { counterpartyCode: `T-${++siteNumber}` });
  const send = async (change: Partial<SendRequestInput> = {}) => app.get(SendRequest).execute(kubota, {
    specificationEditionId: editionId, supplierSiteId: 'ownSiteId' in change ? null : await site(), dueOn: '2026-11-30', facts: FACTS, levelDecision: NO, ...change });
  const supplierSite = (id: string) => run(kubota, (tx) => app.get(SupplierSites).byId(tx, id));
  const mint = async (supplierSiteId: string, buyerOrganizationId: string = yamate) => (await app.get(OneTimeTokens).mint({
    kind: 'supplier_invitation', email: 'yoshida@takasaki.example', payload: { buyerOrganizationId, supplierSiteId } })).token;
  const accept = async (token: string, join: AcceptSupplierInvitationInput['join'], identityId?: AcceptSupplierInvitationInput['identityId']) =>
    app.get(AcceptSupplierInvitation).execute({ token, join, identityId: identityId ?? await parties.identity('𠮷田') });
  const founding = (name: string): AcceptSupplierInvitationInput['join'] =>
    ({ newOrganization: { name, address: '長野県諏訪市', firstMember: { email: 'yoshida@takasaki.example', displayName: '𠮷田' } } });
  /** A request whose supplier has joined, and that supplier's contact. */
  const joined = async () => {
    const { id } = await send();
    const { acceptanceId, organizationId } = await accept(await mint((await read(id)).supplierSiteId!), founding(`髙﨑精機㈱ ${siteNumber}`));
    await app.get(LinkSupplier).execute(systemActor(yamate), acceptanceId);
    return { id, organizationId, contact: person(organizationId, '𠮷田', ['supplier_contact']) };
  };

  let mailboxDir: string;
  beforeAll(async () => {
    database = await testDatabase();
    mailboxDir = mkdtempSync(join(tmpdir(), 'kenshu-mail-'));
    const mail = MailModule.with({ mailboxDir, from: 'kenshu@yamate.example', publicUrl: 'http://localhost:3000' });
    ({ app, clock } = await platform(database, [IdentityModule.with(), RenderingModule, mail, RequestModule, RequestMailModule]));
    parties = new Parties(app);
    [yamate, stranger] = [await parties.organization('山手電子㈱'), await parties.organization('よその会社')];
    kubota = person(yamate, '久保田', ['procurement']);
    ({ editionId } = await parties.approved(yamate));
  });
  beforeEach(() => clock.set(START));
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(mailboxDir, { recursive: true, force: true });
  });

  it('starts a ledger chain with the digest of the document and is numbered without gaps', async () => {
    const before = Number((await send()).number.slice(-4));
    const numbers = await Promise.all([send(), send({ facts: {} }).catch(() => ({ number: '' })), send()]);
    expect(numbers.map(({ number }) => number).filter(Boolean).sort()).toEqual([1, 2].map((step) => `REQ-2026-${String(before + step).padStart(4, '0')}`));
    const { id } = await send({ note: '初回のお願いです' });
    const request = await read(id);
    const [link] = await run(kubota, (tx) => app.get(Ledger).links(tx, id));
    expect(link).toMatchObject({ chain: id, sequence: 1, kind: 'request.send', objectId: editionId, objectSha256: request.documentSha256 });
    expect(request).toMatchObject({ supplierOrganizationId: null, levelDecision: { ...NO, level: 3, reason: null }, note: '初回のお願いです',
      respondent: { makerName: '髙﨑精機㈱', factoryName: '第二工場' } });
  });

  it('is refused without facts, with a past due date, without a way to reach anybody, and for an edition that was revised', async () => {
    expect(await refusal(send({ facts: { ...FACTS, wlan: undefined } }))).toBe('request.request_invalid');
    clock.set(new Date('2026-11-29T15:30:00Z')); // already the 30th in Japan
    expect(await refusal(send())).toBe('request.request_invalid');
    clock.set(START);
    const silent = await parties.site(kubota, { counterpartyCode: 'T-silent', contactEmail: null });
    expect(await refusal(send({ supplierSiteId: silent }))).toBe('request.contact_missing');
    const old = await parties.approved(yamate);
    const author = person(yamate, '𠮷田', ['requester']);
    const { version } = await run(author, (tx) => app.get(Specifications).byId(tx, old.specificationId));
    const revised = await app.get(ReviseSpecification).execute(author, old.specificationId, version);
    const submitted = await app.get(SubmitForApproval).execute(author, old.specificationId, revised.version);
    await app.get(ApproveSpecification).execute(person(yamate, '中村', ['spec_approver']), old.specificationId, submitted.version);
    expect(await refusal(send({ specificationEditionId: old.editionId }))).toBe('request.edition_superseded');
  });

  it('is sent by procurement of the buyer only, with its own edition and its own factories', async () => {
    const tamura = person(stranger, '田村', ['procurement']);
    const input: SendRequestInput = { specificationEditionId: editionId, supplierSiteId: await site(), dueOn: '2026-11-30', facts: FACTS, levelDecision: NO };
    expect(await refusal(app.get(SendRequest).execute(tamura, input))).toBe('common.not_found');
    expect(await refusal(app.get(SendRequest).execute(person(yamate, '要求者', ['requester']), input))).toBe('common.forbidden');
    const { id } = await send();
    expect(await refusal(read(id, tamura))).toBe('common.not_found');
    expect(await refusal(app.get(ExtendRequest).execute(tamura, id, { dueOn: '2026-12-20', reason: 'x' }))).toBe('common.not_found');
    expect(await refusal(app.get(WithdrawRequest).execute(tamura, id, 'x'))).toBe('common.not_found');
  });

  it('goes to an own factory, which answers for itself', async () => {
    const siteId = await app.get(AddSite).execute(person(yamate, '管理者', ['tenant_admin']), { name: '熊本工場', address: '熊本県菊池郡' });
    const { id } = await send({ ownSiteId: siteId });
    expect(await read(id)).toMatchObject({ supplierOrganizationId: yamate, buyerOrganizationId: yamate, respondent: { makerName: '山手電子㈱', factoryName: '熊本工場' } });
    await app.get(AcknowledgeRequest).execute(person(yamate, '工場長', ['supplier_respondent']), id);
    expect((await read(id)).acknowledgedBy).toBe('工場長');
  });

  it('invites the contact of a factory by mail, once, and the link founds an organisation that then reads request, edition, name and chain', async () => {
    const { id } = await send({ note: '<b>注意</b>' });
    const [event] = await run(kubota, (tx) => app.get(AuditQueries).about(tx, 'request', id));
    const invite = () => app.get(InviteSupplier).execute(systemActor(yamate), { eventId: event!.id, requestId: id });
    expect([(await invite()).sent, (await invite()).sent]).toEqual([1, 0]);
    const [letter] = await app.get(Mailbox).list({ to: 'yoshida@takasaki.example' });
    expect(letter!.replyTo).toEqual({ name: '久保田', address: 'kubota@yamate.example' });
    const token = /\/join\/([\w-]+)/.exec(letter!.text)![1]!;
    const { acceptanceId, organizationId } = await accept(token, founding('髙﨑精機㈱'));
    const contact = person(organizationId, '𠮷田', ['supplier_contact']);
    expect(await refusal(read(id, contact))).toBe('common.not_found');
    expect(await app.get(LinkSupplier).execute(systemActor(yamate), acceptanceId)).toBe('linked');
    expect(await app.get(LinkSupplier).execute(systemActor(yamate), acceptanceId)).toBe('already');
    const request = await read(id, contact);
    expect((await supplierSite(request.supplierSiteId!)).joinedOrganizationId).toBe(organizationId);
    await run(contact, async (tx) => {
      expect((await app.get(Specifications).edition(tx, request.specificationEditionId)).sha256).toBe(request.documentSha256);
      expect((await app.get(Organizations).named(tx, yamate))?.name).toBe('山手電子㈱');
      expect(await app.get(Ledger).links(tx, id)).toHaveLength(1);
      expect(await refusal(app.get(SupplierSites).byId(tx, request.supplierSiteId!))).toBe('common.not_found');
    });
    expect((await run(kubota, (tx) => app.get(Organizations).named(tx, organizationId)))?.name).toBe('髙﨑精機㈱');
    expect(await refusal(accept(token, founding('二番目')))).toBe('request.invitation_used');
  });

  it('tells the contacts of a supplier that is here, from its own side', async () => {
    const { id, organizationId } = await joined();
    const [event] = await run(kubota, (tx) => app.get(AuditQueries).about(tx, 'request', id));
    const notify = () => app.get(NotifyRespondent).execute(systemActor(organizationId), { eventId: event!.id, requestId: id });
    expect([(await notify()).sent, (await notify()).sent]).toEqual([1, 0]);
    const { addresses: but } = await notify();
    expect((await app.get(InviteSupplier).execute(systemActor(yamate), { eventId: event!.id, requestId: id, but })).sent).toBe(0);
  });

  it('joins with an organisation the person belongs to, never the buyer itself or a stranger', async () => {
    const { id } = await send();
    const token = await mint((await read(id)).supplierSiteId!);
    const first = await joined();
    const outsider = await parties.identity('部外者');
    expect(await refusal(accept(token, { organizationId: first.organizationId }, outsider))).toBe('common.not_found');
    const [buyerAdmin] = await run(kubota, (tx) => tx.query<{ identity: AcceptSupplierInvitationInput['identityId'] }>('select identity_id as identity from app.member'));
    expect(await refusal(accept(token, { organizationId: yamate }, buyerAdmin!.identity))).toBe('request.invitation_of_own');
    const [member] = await run(first.contact, (tx) => tx.query<{ identity: AcceptSupplierInvitationInput['identityId'] }>('select identity_id as identity from app.member'));
    const { acceptanceId } = await accept(token, { organizationId: first.organizationId }, member!.identity);
    await app.get(LinkSupplier).execute(systemActor(yamate), acceptanceId);
    expect((await read(id, first.contact)).supplierOrganizationId).toBe(first.organizationId);
  });

  it('is not opened by an acceptance that no token proves, nor to a second organisation', async () => {
    const { id } = await send();
    const supplierSiteId = (await read(id)).supplierSiteId!;
    const forged = newId();
    await run(systemActor(stranger), (tx) => tx.query(
      `insert into app.supplier_acceptance values ($1, $2, $3, $4, $5, '偽者', $6)`, [forged, yamate, stranger, supplierSiteId, newId(), START]));
    expect(await app.get(LinkSupplier).execute(systemActor(yamate), forged)).toBe('refused');
    expect((await read(id)).supplierOrganizationId).toBeNull();
    const [one, two] = [await mint(supplierSiteId), await mint(supplierSiteId)];
    const first = await accept(one, founding('先の会社'));
    const second = await accept(two, founding('後の会社'));
    expect(await app.get(LinkSupplier).execute(systemActor(yamate), first.acceptanceId)).toBe('linked');
    expect(await app.get(LinkSupplier).execute(systemActor(yamate), second.acceptanceId)).toBe('refused');
    expect((await read(id)).supplierOrganizationId).toBe(first.organizationId);
    await expect(run(kubota, (tx) => tx.query('update app.security_request set supplier_organization_id = $2 where id = $1', [id, second.organizationId])))
      .rejects.toThrow('the supplier of a request is set once');
  });

  it('lets one of two people who use a link at once in', async () => {
    const { id } = await send();
    const token = await mint((await read(id)).supplierSiteId!);
    const outcomes = await Promise.all([refusal(accept(token, founding('甲'))), refusal(accept(token, founding('乙')))]);
    expect(outcomes.sort()).toEqual(['done', 'request.invitation_used']);
  });

  it('is acknowledged once, by its respondent, in a row that nobody else can write', async () => {
    const { id, contact, organizationId } = await joined();
    expect(await refusal(app.get(AcknowledgeRequest).execute(person(yamate, '買い手', ['supplier_contact']), id))).toBe('request.not_addressed_to_you');
    await app.get(AcknowledgeRequest).execute(contact, id);
    expect(await refusal(app.get(AcknowledgeRequest).execute(contact, id))).toBe('request.already_acknowledged');
    expect(await read(id)).toMatchObject({ acknowledgedBy: '𠮷田', acknowledgedAt: START });
    const other = await joined();
    const write = (actor: Actor, supplier: OrganizationId) => run(actor, (tx) => tx.query(
      `insert into app.request_acknowledgement values ($1, $2, $3, '偽者', null, $4)`, [yamate, supplier, other.id, START]));
    await expect(write(systemActor(organizationId), organizationId)).rejects.toMatchObject({ code: 'common.reference_missing' });
    await expect(write(systemActor(yamate), other.organizationId)).rejects.toThrow(/row-level security/);
  });

  it('has facts that either side corrects with a reason, in the order of correction', async () => {
    const { id, contact } = await joined();
    const correct = (actor: Actor, facts: SendRequestInput['facts'], reason = '現場で確認') => app.get(CorrectFacts).execute(actor, id, { facts, reason });
    await correct(contact, { wlan: true, remote: true });
    clock.advance(60_000);
    await correct(kubota, { remote: false });
    const seen = await read(id, contact);
    expect(seen.facts).toEqual({ ...FACTS, wlan: true, remote: false });
    expect(seen.factsAtSending).toEqual(FACTS);
    expect(seen.corrections.map((correction) => [correction.by, correction.organizationId])).toEqual([['𠮷田', contact.organizationId], ['久保田', yamate]]);
    expect(await refusal(correct(contact, { remote: false }))).toBe('request.request_invalid');
    expect(await refusal(correct(contact, { remote: true }, ' '))).toBe('request.request_invalid');
    expect(await refusal(correct(person(contact.organizationId, '調達', ['procurement']), { remote: true }))).toBe('common.forbidden');
  });

  it("keeps the buyer's corrections from before the joining readable afterwards", async () => {
    const { id } = await send();
    await app.get(CorrectFacts).execute(kubota, id, { facts: { wlan: true }, reason: '現場で確認' });
    const { acceptanceId, organizationId } = await accept(await mint((await read(id)).supplierSiteId!), founding('後から参加'));
    await app.get(LinkSupplier).execute(systemActor(yamate), acceptanceId);
    expect((await read(id, person(organizationId, '𠮷田', ['supplier_contact']))).facts.wlan).toBe(true);
  });

  it('is extended to a later day and withdrawn with a reason, after which nothing more happens', async () => {
    const { id, contact } = await joined();
    await app.get(ExtendRequest).execute(kubota, id, { dueOn: '2026-12-20', reason: '海外拠点の確認待ち' });
    expect(await read(id, contact)).toMatchObject({ dueOn: '2026-12-20', originalDueOn: '2026-11-30' });
    expect(await refusal(app.get(ExtendRequest).execute(kubota, id, { dueOn: '2026-12-10', reason: 'x' }))).toBe('request.request_invalid');
    expect(await refusal(app.get(WithdrawRequest).execute(person(contact.organizationId, '調達', ['procurement']), id, 'x'))).toBe('common.not_found');
    await app.get(WithdrawRequest).execute(kubota, id, '発注を取りやめたため');
    expect(await read(id, contact)).toMatchObject({ withdrawalReason: '発注を取りやめたため' });
    expect(await refusal(app.get(AcknowledgeRequest).execute(contact, id))).toBe('request.withdrawn');
    expect(await refusal(app.get(CorrectFacts).execute(contact, id, { facts: { wlan: true }, reason: 'x' }))).toBe('request.withdrawn');
    expect(await refusal(app.get(ExtendRequest).execute(kubota, id, { dueOn: '2026-12-24', reason: 'x' }))).toBe('request.withdrawn');
    expect(await refusal(app.get(WithdrawRequest).execute(kubota, id, 'x'))).toBe('request.withdrawn');
  });

  it('shows a third organisation no row of it, and lets nobody write in the name of another', async () => {
    const { id, contact } = await joined();
    const third = await parties.organization('第三者');
    await app.get(AcknowledgeRequest).execute(contact, id);
    await app.get(CorrectFacts).execute(contact, id, { facts: { wlan: true }, reason: '現場で確認' });
    for (const table of ['security_request', 'request_acknowledgement', 'request_facts_correction', 'supplier_acceptance', 'supplier_site', 'specification', 'specification_edition']) {
      expect([table, await run(systemActor(third), (tx) => tx.query(`select 1 from app.${table} where $1::uuid is not null`, [id]))]).toEqual([table, []]);
    }
    const forge = (actor: Actor, table: string, changes: object) => run(actor, (tx) => tx.query(
      `insert into app.${table} select (jsonb_populate_record(t, $1::jsonb)).* from app.${table} t limit 1`, [JSON.stringify({ id: newId(), ...changes })]));
    const owner = { organization_id: third, buyer_organization_id: third, written_by: third, supplier_organization_id: third };
    for (const [actor, table] of [[kubota, 'security_request'], [kubota, 'supplier_site'], [kubota, 'specification'], [kubota, 'specification_edition'],
      [kubota, 'request_facts_correction'], [contact, 'supplier_acceptance']] as const) {
      await expect(forge(actor, table, owner)).rejects.toThrow(/row-level security/);
    }
    expect(await run(contact, (tx) => tx.affect('update app.security_request set due_on = due_on where id = $1', [id]))).toBe(0);
    expect(await run(contact, (tx) => tx.affect('update app.request_facts_correction set supplier_organization_id = supplier_organization_id where request_id = $1', [id]))).toBe(0);
  });

  it('lists what was sent and what was received', async () => {
    const { id, contact } = await joined();
    expect((await run(contact, (tx) => app.get(Requests).list(tx, 'received'))).map((request) => request.id)).toEqual([id]);
    expect(await run(contact, (tx) => app.get(Requests).list(tx, 'sent'))).toEqual([]);
    const { supplierSiteId } = await read(id);
    expect((await run(kubota, (tx) => app.get(Requests).ofSite(tx, supplierSiteId!))).map((request) => request.id)).toEqual([id]);
    expect(await run(systemActor(stranger), (tx) => app.get(Requests).list(tx))).toEqual([]);
  });
});
