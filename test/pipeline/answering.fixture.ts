import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { AttestationModule, SealResponse, SealingModule, SignResponse } from '@libs/attestation';
import { EvidenceModule, UploadEvidence } from '@libs/evidence';
import { AnswerQuestion, ResponseModule, Responses, StartResponse, SubmitResponse } from '@libs/response';
import type { AnswerValue, ResponseId, Submission } from '@libs/response';
import { IdentityModule } from '@platform/identity';
import { ReviewModule } from '@libs/review';
import type { Bilingual } from '@pure/catalog';
import { buildSpecification } from '@pure/specification';
import type { SpecRequirement } from '@pure/specification';
import { MasterKey, SigningModule, canonicalText, sha256Hex } from '@platform/signing';
import { StorageModule } from '@platform/storage';
import { SealerDb, TenantDb, newId, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import type { FixedClock } from '@platform/clock';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';

const both = (text: string): Bilingual => ({ ja: text, en: text });
const PERSON = { name: '佐藤', department: '調達部', personKey: '1' };

function requirement(code: string, other: Partial<SpecRequirement> = {}): SpecRequirement {
  return {
    key: `m:${code}`, catalogKey: 'm', code, group: both('組織'), title: both(`項目${code}`), textKind: 'summary', officialText: null, subject: 'product',
    track: 'product_security', necessity: 'must', condition: null, requiredLevel: 3, criterion: both('基準'), method: 'interview', evidenceKinds: [],
    rationale: both('理由'), ...other,
  };
}

/** Two musts, one with a substitute, one that depends on WLAN, one to be shown by document, one recommendation on another scale. */
const REQUIREMENTS = [
  requirement('1'), requirement('2', { necessity: 'must_alt' }), requirement('3', { necessity: 'must_if', condition: 'wlan' }),
  requirement('4', { method: 'document' }), requirement('5', { key: 'c:5', catalogKey: 'c', necessity: 'recommended', requiredLevel: null }),
];

const scales = {
  m: { kind: 'levels' as const, levels: ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: both(`段階${value}`) })) },
  c: { kind: 'yes_partly_no' as const, answers: [{ value: 'yes' as const, label: both('はい') }, { value: 'partly' as const, label: both('一部') }, { value: 'no' as const, label: both('いいえ') }] },
};

/** One database with a buyer, a supplier and a stranger, and everything from evidence to review on it. */
export class Answering {
  readonly buyer = newId<'Organization'>() as OrganizationId;
  readonly supplier = newId<'Organization'>() as OrganizationId;
  readonly stranger = newId<'Organization'>() as OrganizationId;
  private requests = 0;

  private constructor(readonly database: TestDatabase, readonly app: TestingModule, readonly clock: FixedClock, private readonly root: string) {}

  static async open(): Promise<Answering> {
    const database = await testDatabase();
    const root = mkdtempSync(join(tmpdir(), 'answering-'));
    const { app, clock } = await platform(database, [
      IdentityModule.with(), StorageModule.at(root), SigningModule.withMasterKey(new MasterKey(randomBytes(32))), EvidenceModule, ResponseModule, AttestationModule, SealingModule, ReviewModule,
    ]);
    const world = new Answering(database, app, clock, root);
    for (const [id, name] of [[world.buyer, '東都デバイス株式会社'], [world.supplier, '株式会社髙﨑精機'], [world.stranger, '無関係工業']] as const) {
      await world.superuser(
        `insert into app.organization (id, name, address, time_zone, default_language, sign_off_policy, disclosure_class, retention_years, created_at, version)
         values ($1, $2, '東京都', 'Asia/Tokyo', 'ja', '{"threePersons":false}', 'parties', 7, $3, 1)`, [id, name, START]);
    }
    return world;
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.database.drop();
    rmSync(this.root, { recursive: true, force: true });
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** Past every policy: to lay out what earlier stages would have made, and to look at what is really stored. */
  async superuser<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.database.superuserUrl() });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** Waits until the statement finds a row, as the database reaches that state. */
  async until(sql: string): Promise<void> {
    while ((await this.superuser(sql)).length === 0) await new Promise(setImmediate);
  }

  as<T>(organization: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(TenantDb).run(systemActor(organization), work);
  }

  asSealer<T>(organization: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(SealerDb).run(systemActor(organization), work);
  }

  readonly respondent = (other: Partial<Actor> = {}): Actor => person(this.supplier, '𠮷田', ['supplier_respondent'], { memberId: null, ...other });
  readonly signer = (other: Partial<Actor> = {}): Actor => person(this.supplier, '髙﨑', ['supplier_signer'], { personKey: '9', department: '品質保証部', ...other });
  readonly procurement = (other: Partial<Actor> = {}): Actor => person(this.buyer, '佐藤', ['procurement'], { personKey: '1', department: '調達部', ...other });

  /** A request of the buyer, to the supplier unless told otherwise (the buyer itself: its own factory; null: nobody has joined yet). */
  async request(facts: Record<string, boolean> = { wlan: true }, to: OrganizationId | null = this.supplier): Promise<string> {
    this.requests += 1;
    const [id, editionId, specificationId, siteId] = [newId(), newId(), newId(), newId()];
    const specification = buildSpecification({
      number: `SPEC-${this.requests}`, edition: 1, title: both('要求仕様書'), governingDocument: 'purchase_spec',
      buyer: { organizationId: this.buyer, name: '東都デバイス株式会社', nameEn: null, department: null, contact: null },
      criticality: 'middle', scope: '洗浄装置', checklist: [], scales, requirements: REQUIREMENTS,
      catalogs: ['m', 'c'].map((key) => ({ editionId: newId(), key, edition: '1', status: 'final' as const, sha256: 'a'.repeat(64), title: both(key) })),
      author: PERSON, approval: { name: '中村', department: null, personKey: '2', method: 'passkey', at: START.toISOString() },
    });
    const canonical = canonicalText(specification);
    const sha256 = sha256Hex(new TextEncoder().encode(canonical));
    await this.superuser(
      `insert into app.specification (id, organization_id, number, number_year, number_sequence, draft, draft_edition, approved_edition, author_name, writer_marks, created_at, version)
       values ($1, $2, $3, 2026, $4, '{}', 1, 1, '佐藤', '{}', $5, 1)`, [specificationId, this.buyer, specification.number, this.requests, START]);
    await this.superuser(
      `insert into app.specification_edition (id, organization_id, specification_id, edition, document, canonical, sha256, writer_marks, approved_by_name, approved_by_person_key, approved_at)
       values ($1, $2, $3, 1, $4::text::jsonb, $4::text, $5, '{}', '中村', '2', $6)`, [editionId, this.buyer, specificationId, canonical, sha256, START]);
    const own = to === this.buyer;
    await this.superuser(own
      ? `insert into app.site (id, organization_id, name, address, created_at) values ($1, $2, $3, '熊本県', $4)`
      : `insert into app.supplier_site (id, organization_id, counterparty_code, maker_name, factory_name, address, kind, sme, registered_on, joined_organization_id, joined_at)
         values ($1, $2, $3, '髙﨑精機', '本社工場', '長野県', 'equipment', true, '2026-01-01', $5, case when $5::uuid is null then null else $4::timestamptz end)`,
      own ? [siteId, this.buyer, `第${this.requests}工場`, START] : [siteId, this.buyer, `C${this.requests}`, START, to]);
    await this.superuser(
      `insert into app.security_request (id, buyer_organization_id, supplier_organization_id, supplier_site_id, own_site_id, specification_edition_id, document_sha256,
         number, number_year, number_sequence, due_on, original_due_on, facts, level_decision, respondent, sent_at, sent_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 2026, $9, '2026-12-01', '2026-12-01', $10, '{}', $11, $12, '佐藤')`,
      [id, this.buyer, to, own ? null : siteId, own ? siteId : null, editionId, sha256, `REQ-2026-${this.requests}`, this.requests, JSON.stringify(facts),
        JSON.stringify({ makerName: '髙﨑精機', factoryName: '本社工場', address: '長野県' }), START]);
    if (!own && to) {
      await this.superuser(
        `insert into app.object_grant (owner_organization_id, object_kind, object_id, grantee_organization_id, granted_at) values ($1, 'specification_edition', $2, $3, $4)`,
        [this.buyer, editionId, to, START]);
    }
    return id;
  }

  start(requestId: string, actor: Actor = this.respondent()): Promise<ResponseId> {
    return this.get(StartResponse).execute(actor, { requestId });
  }

  /** Saves on whatever version stands now. */
  async answer(responseId: ResponseId, key: string, answer: AnswerValue | null, more: { comment?: string; compensatingMeasure?: string } = {}, actor = this.respondent()): Promise<number> {
    const drafts = await this.as(actor.organizationId, (tx) => this.get(Responses).drafts(tx, responseId));
    const { version } = drafts.find((draft) => draft.key === key)!;
    return (await this.get(AnswerQuestion).execute(actor, { responseId, requirementKey: key, version, answer, ...more })).version;
  }

  /** Every must answered: 1 met, 2 below with a substitute, 3 unknown, 4 met with a word on where it can be seen. */
  async fill(responseId: ResponseId, actor: Actor = this.respondent()): Promise<void> {
    await this.answer(responseId, 'm:1', { kind: 'level', value: 4 }, {}, actor);
    await this.answer(responseId, 'm:2', { kind: 'level', value: 1 }, { compensatingMeasure: '入退室を記録' }, actor);
    await this.answer(responseId, 'm:3', { kind: 'unknown' }, {}, actor);
    await this.answer(responseId, 'm:4', { kind: 'level', value: 3 }, { comment: '現地で提示' }, actor);
  }

  submit(responseId: ResponseId, actor: Actor = this.respondent()): Promise<Submission> {
    return this.get(SubmitResponse).execute(actor, { responseId });
  }

  async sign(submission: Submission, actor: Actor = this.signer()): Promise<void> {
    await this.get(SignResponse).execute(actor, { statementId: submission.statementId, digest: submission.sha256 });
  }

  async release(submission: Submission, actor: Actor = this.signer()): Promise<void> {
    await this.sign(submission, actor);
    await this.get(SealResponse).execute(systemActor(actor.organizationId), { statementId: submission.statementId });
  }

  /** Started, filled and submitted. */
  async submitted(requestId: string): Promise<Submission & { responseId: ResponseId }> {
    const responseId = await this.start(requestId);
    await this.fill(responseId);
    return { responseId, ...(await this.submit(responseId)) };
  }

  upload(actor: Actor, content = '%PDF-1.7\n構成図\n', fileName = '構成図.pdf') {
    return this.get(UploadEvidence).execute(actor, { content: Readable.from([Buffer.from(content)]), fileName });
  }
}
