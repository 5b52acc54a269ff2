import type { TestingModule } from '@nestjs/testing';
import { ShippedEditions } from '@libs/catalog';
import {
  ApproveSpecification, ChangeDraft, DraftResolver, DraftSpecification, ReviseSpecification, SendBack, SpecificationModule, Specifications, SubmitForApproval,
  parseSpecification,
} from '@libs/specification';
import type { DraftInput } from '@libs/specification';
import { AuditQueries } from '@platform/audit';
import { IdentityModule } from '@platform/identity';
import { canonicalDigest } from '@platform/signing';
import { Grants, TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';
import { Parties, refusal } from './parties.fixture.js';

describe('a specification', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let parties: Parties;
  let yamate: OrganizationId;
  let supplier: OrganizationId;
  let yoshida: Actor;
  let takasaki: Actor;
  const view = (id: string, actor = yoshida) => app.get(TenantDb).run(actor, (tx) => app.get(Specifications).byId(tx, id));
  const edition = (id: string, actor = yoshida) => app.get(TenantDb).run(actor, (tx) => app.get(Specifications).edition(tx, id));
  const draft = async (change: DraftInput = {}) => app.get(DraftSpecification).execute(yoshida, { ...(await parties.draft(yoshida)), ...change });
  const sql = (statement: string, parameters: unknown[]) => app.get(TenantDb).run(systemActor(yamate), (tx) => tx.query(statement, parameters));

  beforeAll(async () => {
    database = await testDatabase();
    ({ app } = await platform(database, [IdentityModule.with(), SpecificationModule]));
    parties = new Parties(app);
    [yamate, supplier] = [await parties.organization('山手電子㈱'), await parties.organization('髙﨑精機㈱')];
    yoshida = person(yamate, '𠮷田', ['requester']);
    takasaki = person(yamate, '髙﨑', ['spec_approver', 'requester']);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is numbered without gaps, also when two people draft at once and one of them fails', async () => {
    const other = await parties.organization('番号の買い手');
    const author = person(other, '起案者', ['procurement']);
    const input = await parties.draft(author);
    const made = await Promise.all([1, 2, 3, 4].map((n) => refusal(n === 2
      ? app.get(DraftSpecification).execute(author, { ...input, requirements: [{ editionId: ShippedEditions.metiFactoryChecklist, code: '0-1' }] })
      : app.get(DraftSpecification).execute(author, input))));
    expect(made).toEqual(['done', 'specification.choice_invalid', 'done', 'done']);
    const numbers = await app.get(TenantDb).run(author, async (tx) => (await app.get(Specifications).list(tx)).map((line) => line.number));
    expect(numbers).toEqual(['SPEC-2026-0003', 'SPEC-2026-0002', 'SPEC-2026-0001']);
  });

  it('goes from a draft with inherited values to an edition whose document, digest and parties can be read back', async () => {
    const { editionId, sha256, edition: number } = await parties.approved(yamate);
    const found = await edition(editionId);
    const document = parseSpecification(found.document);
    expect(number).toBe(1);
    expect(canonicalDigest(document)).toBe(sha256);
    expect(document.buyer).toMatchObject({ organizationId: yamate, name: '山手電子㈱', contact: { name: '久保田' } });
    expect(document.requirements).toHaveLength(32);
    expect(document.checklist).toHaveLength(26);
    expect(document.requirements.find((item) => item.code === '1-3')).toMatchObject({ necessity: 'must', requiredLevel: 4 });
    expect(document.requirements.find((item) => item.code === '4-6')).toMatchObject({ necessity: 'recommended', requiredLevel: 3 });
    expect(document.factNames).toEqual(['has_computing', 'has_os', 'remote', 'confidential', 'onsite', 'network', 'wlan', 'internet_access']);
    expect(document.approval).toMatchObject({ personKey: '仕様承認 髙﨑', method: 'password_mail_code', at: START.toISOString() });
    const audit = await app.get(TenantDb).run(yoshida, (tx) => app.get(AuditQueries).about(tx, 'specification_edition', editionId));
    expect(audit.map((event) => [event.act, event.detail.sha256])).toEqual([['specification.approve', sha256]]);
  });

  it('cannot be approved by its author, by a helper who changed it, or without a fresh second factor', async () => {
    const { id, version } = await draft();
    const changed = await app.get(ChangeDraft).execute(takasaki, id, version, { scope: '第三工場も含む' });
    const { version: read } = await app.get(SubmitForApproval).execute(yoshida, id, changed.version);
    const approve = (actor: Actor) => refusal(app.get(ApproveSpecification).execute(actor, id, read));
    expect(await approve({ ...yoshida, roles: ['spec_approver'] })).toBe('specification.approver_wrote_it');
    expect(await approve(takasaki)).toBe('specification.approver_wrote_it');
    expect(await approve(person(yamate, '中村', ['spec_approver'], { stepUp: null }))).toBe('identity.step_up_required');
    expect(await approve(person(yamate, '中村', ['spec_approver'], { via: 'token' }))).toBe('common.sign_off_needs_session');
    expect(await approve(person(yamate, '中村', ['procurement']))).toBe('common.forbidden');
    expect(await approve(person(yamate, '中村', ['spec_approver']))).toBe('done');
  });

  it('is kept from its writers by the database too', async () => {
    const { editionId, specificationId } = await parties.approved(yamate);
    const copy = (changes: string) => sql(
      `insert into app.specification_edition select (jsonb_populate_record(e, '{"id": "0190c0de-0000-7000-8000-00000000abcd", "edition": 2}'::jsonb || $2)).*
       from app.specification_edition e where e.id = $1 and e.specification_id = $3`, [editionId, changes, specificationId]);
    await expect(copy('{"approved_by_person_key": "生産技術 𠮷田"}')).rejects.toThrow('specification_edition_two_people');
    await expect(copy('{"canonical": "{}", "document": {}}')).rejects.toThrow('specification_edition_digest');
    await expect(copy('{"document": {}}')).rejects.toThrow('specification_edition_document');
    await expect(sql('update app.specification_edition set sha256 = sha256 where id = $1', [editionId])).rejects.toThrow(/permission denied/);
    await expect(sql('delete from app.specification_edition where id = $1', [editionId])).rejects.toThrow(/permission denied/);
  });

  it('refuses a stale edit and an edit in review, and says which gaps keep it from approval', async () => {
    const { id, version } = await draft();
    const gap: DraftInput = { requirements: [{ editionId: ShippedEditions.metiFactoryChecklist, code: '1-3', rationale: { ja: '', en: '' }, necessity: 'must_if' }] };
    const next = await app.get(ChangeDraft).execute(yoshida, id, version, gap);
    expect(await refusal(app.get(ChangeDraft).execute(yoshida, id, version, { scope: '古い画面' }))).toBe('specification.stale');
    const { draft: kept } = await view(id);
    const { problems } = await app.get(TenantDb).run(yoshida, (tx) => app.get(DraftResolver).read(tx, kept));
    expect(problems.map((problem) => problem.code)).toEqual(['specification.rationale_missing', 'specification.condition_missing']);
    expect(await refusal(app.get(SubmitForApproval).execute(yoshida, id, next.version))).toBe('specification.not_ready');
    const filled = await app.get(ChangeDraft).execute(yoshida, id, next.version, { requirements: [{ editionId: ShippedEditions.metiFactoryChecklist, code: '1-3' }] });
    const { version: inReview } = await app.get(SubmitForApproval).execute(yoshida, id, filled.version);
    expect(await refusal(app.get(ChangeDraft).execute(yoshida, id, inReview, { scope: '審査中' }))).toBe('specification.not_change_now');
    expect(await refusal(app.get(ApproveSpecification).execute(person(yamate, '中村', ['spec_approver']), id, filled.version))).toBe('specification.stale');
  });

  it('comes back with a reason, and a change after approval is a new edition beside the old one', async () => {
    const { id, version } = await draft();
    const submitted = await app.get(SubmitForApproval).execute(yoshida, id, version);
    const nakamura = person(yamate, '中村', ['spec_approver']);
    const back = await app.get(SendBack).execute(nakamura, id, submitted.version, '適用範囲に保守を加えてください');
    expect(await view(id)).toMatchObject({ state: 'draft', sentBackReason: '適用範囲に保守を加えてください' });
    const again = await app.get(SubmitForApproval).execute(yoshida, id, back.version);
    const first = await app.get(ApproveSpecification).execute(nakamura, id, again.version);
    const { version: approvedVersion } = await view(id);
    const revised = await app.get(ReviseSpecification).execute(takasaki, id, approvedVersion);
    const changed = await app.get(ChangeDraft).execute(takasaki, id, revised.version, { criticality: 'low' });
    const resubmitted = await app.get(SubmitForApproval).execute(takasaki, id, changed.version);
    const second = await app.get(ApproveSpecification).execute(nakamura, id, resubmitted.version);
    expect((await view(id)).editions.map((one) => one.edition)).toEqual([2, 1]);
    expect((await edition(first.editionId)).document.criticality).toBe('high');
    const { document } = await edition(second.editionId);
    expect([document.criticality, document.author.name, document.requirements.find((item) => item.code === '1-3')?.requiredLevel]).toEqual(['low', '髙﨑', 3]);
  });

  it('is read by a supplier as a granted edition only, until the grant ends, and never as a draft', async () => {
    const { editionId, specificationId } = await parties.approved(yamate);
    const sato = person(supplier, '佐藤', ['supplier_contact']);
    expect(await refusal(edition(editionId, sato))).toBe('common.not_found');
    const grants = app.get(Grants);
    await app.get(TenantDb).run(systemActor(yamate), (tx) => grants.give(tx, 'specification_edition', editionId, supplier, START));
    expect((await edition(editionId, sato)).document.number).toMatch(/^SPEC-2026-/);
    expect(await refusal(view(specificationId, sato))).toBe('common.not_found');
    await app.get(TenantDb).run(systemActor(yamate), (tx) => grants.revoke(tx, 'specification_edition', editionId, supplier, START));
    expect(await refusal(edition(editionId, sato))).toBe('common.not_found');
  });

  it('cannot be drafted by a stranger to the acts, nor from an edition nobody published', async () => {
    expect(await refusal(app.get(DraftSpecification).execute(person(yamate, '検査者', ['inspector']), {}))).toBe('common.forbidden');
    expect(await refusal(draft({ requirements: [{ editionId: yamate, code: '1-1' }] }))).toBe('common.not_found');
  });
});
