import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { CatalogQueries, ShippedEditions } from '@libs/catalog';
import { CertificateIssuingModule, CertificateModule } from '@libs/certificate';
import { DeliveryModule, ReceiveDelivery } from '@libs/delivery';
import type { ReceiveDeliveryInput } from '@libs/delivery';
import { UploadEvidence } from '@libs/evidence';
import { ApproveInspection, ConfirmInspection, InspectionModule, Inspections, JudgeLot, OpenInspection, RecordResult } from '@libs/inspection';
import type { InspectionId, RecordResultInput } from '@libs/inspection';
import { OrderModule, PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { OrderLineId, RegisterOrderLineInput } from '@libs/order';
import { buildAgreement } from '@libs/review';
import type { Bilingual, Facts } from '@pure/catalog';
import { counts } from '@pure/inspection';
import { RESPONSE_TYPE } from '@pure/response';
import { buildSpecification } from '@pure/specification';
import type { Criticality, SpecChecklistItem, SpecRequirement } from '@pure/specification';
import type { FixedClock } from '@platform/clock';
import { IdentityModule } from '@platform/identity';
import { PdfModule, RenderingModule } from '@platform/rendering';
import { MasterKey, SigningModule, canonicalText, sha256Hex } from '@platform/signing';
import { StorageModule } from '@platform/storage';
import { SealerDb, TenantDb, newId, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import { testDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { START, person, platform } from '../support/platform.js';
import { chromiumDir } from '../support/chromium.js';

export const FACTS: Facts = { has_computing: true, has_os: true, remote: false, confidential: false, onsite: false, network: true };
const PERSON = { name: '佐藤', department: '調達部', personKey: 'E-100' };
const both = (text: string): Bilingual => ({ ja: text, en: text });
const REQUIREMENT: SpecRequirement = {
  key: 'm:1', catalogKey: 'm', code: '1', group: both('組織'), title: both('項目1'), textKind: 'summary', officialText: null, subject: 'product', track: 'product_security',
  necessity: 'must', condition: null, requiredLevel: null, criterion: both('基準'), method: 'document', evidenceKinds: [], rationale: both('理由'),
};
const hashOf = (text: string): string => sha256Hex(new TextEncoder().encode(text));

export interface AgreedOptions { readonly criticality?: Criticality; readonly facts?: Facts; readonly siteId?: string; readonly deviations?: readonly { key: string; text: string }[] }
export interface Agreed { readonly agreementId: string; readonly siteId: string; readonly requestId: string }

/** A buyer and a supplier that have agreed on a specification with the whole acceptance checklist; everything from the order on is done by verbs. */
export class Accepting {
  readonly buyer = newId<'Organization'>() as OrganizationId;
  readonly supplier = newId<'Organization'>() as OrganizationId;
  readonly stranger = newId<'Organization'>() as OrganizationId;
  checklist: SpecChecklistItem[] = [];
  private count = 0;

  private constructor(readonly database: TestDatabase, readonly app: TestingModule, readonly clock: FixedClock, readonly root: string) {}

  static async open(): Promise<Accepting> {
    const database = await testDatabase();
    const root = mkdtempSync(join(tmpdir(), 'accepting-'));
    const { app, clock } = await platform(database, [
      IdentityModule.with(), StorageModule.at(root), SigningModule.withMasterKey(new MasterKey(randomBytes(32))), RenderingModule,
      PdfModule.register({ inject: [], useFactory: () => ({ chromiumDir, pages: 1 }) }),
      OrderModule, DeliveryModule, InspectionModule, CertificateModule, CertificateIssuingModule.with({ publicUrl: 'https://kenshu.example.jp/' }),
    ]);
    const world = new Accepting(database, app, clock, root);
    const organizations = [[world.buyer, 'みなと半導体デバイス株式会社', 'MKD'], [world.supplier, '㈱髙﨑精密製作所', null], [world.stranger, '無関係工業', 'MKX']] as const;
    for (const [id, name, prefix] of organizations) {
      await world.superuser(
        `insert into app.organization (id, name, address, time_zone, default_language, certificate_prefix, sign_off_policy, disclosure_class, retention_years, created_at, version)
         values ($1, $2, '東京都港区芝1-1', 'Asia/Tokyo', 'ja', $3, '{"threePersons":false}', 'parties', 7, $4, 1)`, [id, name, prefix, START]);
    }
    const edition = await world.as(world.buyer, (tx) => world.get(CatalogQueries).edition(tx, ShippedEditions.acceptanceChecklist));
    world.checklist = (edition.document.checklist ?? []).map((item) => ({ ...item, key: `acceptance-checklist:${item.code}` }));
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

  async superuser<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.database.superuserUrl() });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  as<T>(organization: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(TenantDb).run(systemActor(organization), work);
  }

  asSealer<T>(organization: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(SealerDb).run(systemActor(organization), work);
  }

  readonly system = (): Actor => systemActor(this.buyer);
  readonly procurement = (other: Partial<Actor> = {}): Actor => this.member('佐藤', 'procurement', 'E-100', other);
  readonly receiver = (other: Partial<Actor> = {}): Actor => this.member('森', 'receiver', 'E-101', other);
  readonly inspector = (other: Partial<Actor> = {}): Actor => this.member('髙﨑 恵', 'inspector', 'E-102', other);
  readonly confirmer = (other: Partial<Actor> = {}): Actor => this.member('渡邉 健', 'confirmer', 'E-103', other);
  readonly approver = (other: Partial<Actor> = {}): Actor => this.member('𠮷田 美智子', 'approver', 'E-104', other);

  private member(name: string, role: string, personKey: string, other: Partial<Actor>): Actor {
    return person(this.buyer, name, [role], { personKey, department: '品質保証部', ...other });
  }

  /** A factory of the supplier; `joined` false leaves it without an organisation. */
  async site(joined = true, sme = true): Promise<string> {
    const id = newId();
    await this.superuser(
      `insert into app.supplier_site (id, organization_id, counterparty_code, maker_name, factory_name, address, kind, sme, registered_on, joined_organization_id, joined_at)
       values ($1, $2, $3, '㈱髙﨑精密製作所', '倉賀野第二工場', '群馬県高崎市𠮷井町1-2', 'equipment', $4, '2026-01-01', $5, $6)`,
      [id, this.buyer, `T-${++this.count}`, sme, joined ? this.supplier : null, joined ? START : null]);
    return id;
  }

  /** What the stages before the order leave behind. */
  async agreed(options: AgreedOptions = {}): Promise<Agreed> {
    const siteId = options.siteId ?? await this.site();
    const n = ++this.count;
    const [editionId, specificationId, requestId, responseId, statementId, agreementId] = Array.from({ length: 6 }, () => newId());
    const specification = buildSpecification({
      number: `RS-2026-${n}`, edition: 1, title: { ja: '洗浄装置セキュリティ要求仕様書', en: 'Security requirements' }, governingDocument: 'purchase_spec',
      buyer: { organizationId: this.buyer, name: 'みなと半導体デバイス株式会社', nameEn: null, department: null, contact: null },
      criticality: options.criticality ?? 'middle', scope: '洗浄装置', checklist: this.checklist, scales: { m: { kind: 'yes_partly_no', answers: [{ value: 'yes', label: both('はい') }, { value: 'partly', label: both('一部') }, { value: 'no', label: both('いいえ') }] } }, requirements: [REQUIREMENT],
      catalogs: [{ editionId: newId(), key: 'm', edition: '1', status: 'final', sha256: 'b'.repeat(64), title: both('要求') }, { editionId: newId(), key: 'acceptance-checklist', edition: '1', status: 'final', sha256: 'a'.repeat(64), title: { ja: '検収チェックリスト', en: 'Acceptance checklist' } }],
      author: PERSON, approval: { name: '中村', department: null, personKey: 'E-2', method: 'passkey', at: START.toISOString() },
    });
    const canonical = canonicalText(specification);
    const edition = { editionId: editionId!, number: specification.number, edition: 1, sha256: hashOf(canonical) };
    await this.superuser(
      `insert into app.specification (id, organization_id, number, number_year, number_sequence, draft, draft_edition, approved_edition, author_name, writer_marks, created_at, version)
       values ($1, $2, $3, 2026, $4, '{}', 1, 1, '佐藤', '{}', $5, 1)`, [specificationId, this.buyer, specification.number, n, START]);
    await this.superuser(
      `insert into app.specification_edition (id, organization_id, specification_id, edition, document, canonical, sha256, writer_marks, approved_by_name, approved_by_person_key, approved_at)
       values ($1, $2, $3, 1, $4::text::jsonb, $4::text, $5, '{}', '中村', 'E-2', $6)`, [editionId, this.buyer, specificationId, canonical, edition.sha256, START]);
    await this.superuser(
      `insert into app.security_request (id, buyer_organization_id, supplier_organization_id, supplier_site_id, own_site_id, specification_edition_id, document_sha256,
         number, number_year, number_sequence, due_on, original_due_on, facts, level_decision, respondent, sent_at, sent_by)
       values ($1, $2, $3, $4, null, $5, $6, $7, 2026, $8, '2026-12-01', '2026-12-01', $9, '{}', '{}', $10, '佐藤')`,
      [requestId, this.buyer, this.supplier, siteId, editionId, edition.sha256, `RQ-2026-${n}`, n, JSON.stringify(options.facts ?? FACTS), START]);
    const statement = canonicalText({
      type: RESPONSE_TYPE, request: { id: requestId, number: `RQ-2026-${n}`, dueOn: '2026-12-01' }, specification: edition, buyer: { organizationId: this.buyer, name: 'みなと' },
      respondent: { organizationId: this.supplier, name: '㈱髙﨑精密製作所', factoryName: '倉賀野第二工場', address: '群馬県' }, facts: options.facts ?? FACTS, revision: 1,
      answers: [{ key: 'm:1', code: '1', title: { ja: '項目1', en: 'Item 1' }, applies: true, answer: { kind: 'choice', value: 'yes' }, comment: null, compensatingMeasure: null, evidence: [], origin: 'new', answeredBy: '髙﨑' }],
      submittedBy: { name: '髙﨑', department: null }, submittedAt: START.toISOString(),
    });
    await this.superuser(`insert into app.response (id, buyer_organization_id, supplier_organization_id, request_id, submissions, started_by_name, started_at) values ($1, $2, $3, $4, 1, '髙﨑', $5)`,
      [responseId, this.buyer, this.supplier, requestId, START]);
    await this.superuser(
      `insert into app.response_statement (id, buyer_organization_id, supplier_organization_id, response_id, request_id, revision, canonical, sha256, submitted_by_name, submitted_at)
       values ($1, $2, $3, $4, $5, 1, $6, $7, '髙﨑', $8)`, [statementId, this.buyer, this.supplier, responseId, requestId, statement, hashOf(statement), START]);
    await this.superuser('insert into app.response_release (statement_id, buyer_organization_id, supplier_organization_id, released_at) values ($1, $2, $3, $4)',
      [statementId, this.buyer, this.supplier, START]);
    const agreement = canonicalText(buildAgreement({
      id: agreementId!, request: { id: requestId!, number: `RQ-2026-${n}` }, specification: edition, statement: { id: statementId!, sha256: hashOf(statement), revision: 1 },
      deviations: options.deviations ?? [], priceTalk: { state: 'none_needed', note: null }, agreedBy: { ...PERSON, method: 'password_mail_code' }, agreedAt: START.toISOString(),
    }));
    await this.superuser(
      `insert into app.agreement (id, buyer_organization_id, supplier_organization_id, request_id, statement_id, document, canonical, sha256, agreed_by_name, agreed_at)
       values ($1, $2, $3, $4, $5, $6::text::jsonb, $6::text, $7, '佐藤', $8)`, [agreementId, this.buyer, this.supplier, requestId, statementId, agreement, hashOf(agreement), START]);
    return { agreementId: agreementId!, siteId, requestId: requestId! };
  }

  terms(supplierSiteId: string, change: Partial<RegisterOrderLineInput> = {}): RegisterOrderLineInput {
    return {
      supplierSiteId, jobNumber: 'J26-0815', poNumber: `PO-2026-${++this.count}`, lineNo: 1, governingDocument: 'purchase_spec', secureRequirement: true, contractForm: 'ukeoi',
      itemName: '枚葉式洗浄装置', model: 'TKS-3000N', quantity: 3, unit: '台', orderedOn: '2026-11-02', dueOn: '2026-11-20', deliveryPlace: '四日市第二工場',
      inspectionDueOn: '2026-12-01', amount: 36_000_000, paymentTermsDays: 60, ...change,
    };
  }

  /** Registered and placed. */
  async ordered(agreed: Agreed | { siteId: string; agreementId: null }, change: Partial<RegisterOrderLineInput> = {}): Promise<OrderLineId> {
    const id = await this.get(RegisterOrderLine).execute(this.procurement(), this.terms(agreed.siteId, change));
    await this.get(PlaceOrder).execute(this.procurement(), { orderLineId: id, agreementId: agreed.agreementId });
    return id;
  }

  receive(orderLineId: string, change: Partial<ReceiveDeliveryInput> = {}, actor = this.receiver()) {
    return this.get(ReceiveDelivery).execute(actor, { orderLineId, noteNumber: `DN-${++this.count}`, quantity: 1, ...change });
  }

  /** A received lot with its inspection open. */
  async opened(agreed?: Agreed, change: Partial<RegisterOrderLineInput> = {}, quantity = 1): Promise<{ inspectionId: InspectionId; orderLineId: OrderLineId; deliveryId: string }> {
    const orderLineId = await this.ordered(agreed ?? await this.agreed(), change);
    const deliveryId = await this.receive(orderLineId, { quantity });
    return { orderLineId, deliveryId, inspectionId: await this.get(OpenInspection).execute(this.inspector(), { deliveryId }) };
  }

  record(inspectionId: string, code: string, change: Partial<RecordResultInput> = {}, actor = this.inspector()): Promise<void> {
    return this.get(RecordResult).execute(actor, { inspectionId, itemKey: `acceptance-checklist:${code}`, method: 'own_test', result: 'conform', ...change });
  }

  /** Every counted item conforms, by our own test where the checklist offers one; `change` says what does not. */
  async recorded(inspectionId: InspectionId, change: Record<string, Partial<RecordResultInput>> = {}, actor = this.inspector()): Promise<void> {
    const { items } = await this.as(this.buyer, (tx) => this.get(Inspections).byId(tx, inspectionId));
    for (const item of items.filter(counts)) {
      await this.record(inspectionId, item.code, { method: item.methods.includes('own_test') ? 'own_test' : item.methods[0]!, ...change[item.code] }, actor);
    }
  }

  /** Judged, confirmed and approved by three people. */
  async approved(inspectionId: InspectionId): Promise<void> {
    const { statementSha256 } = await this.get(JudgeLot).execute(this.inspector(), inspectionId);
    await this.get(ConfirmInspection).execute(this.confirmer(), { inspectionId, statementSha256 });
    await this.get(ApproveInspection).execute(this.approver(), { inspectionId, statementSha256 });
  }

  /** An approved, passed lot: what a certificate is made of. */
  async passed(agreed?: Agreed, change: Partial<RegisterOrderLineInput> = {}, quantity = 1): Promise<{ inspectionId: InspectionId; orderLineId: OrderLineId; deliveryId: string }> {
    const opened = await this.opened(agreed, change, quantity);
    await this.recorded(opened.inspectionId);
    await this.approved(opened.inspectionId);
    return opened;
  }

  async upload(fileName = '現地走査.pdf'): Promise<string> {
    const file = await this.get(UploadEvidence).execute(this.inspector(), { content: Readable.from([Buffer.from(`%PDF-1.7\n${fileName}\n`)]), fileName });
    return typeof file === 'string' ? file : (file as { id: string }).id;
  }
}

/** The code of the refusal, or 'done'. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
