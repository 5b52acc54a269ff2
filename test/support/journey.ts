import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Global, Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Client } from 'pg';
import { AttestationModule, SealResponse, SealingModule, SignResponse } from '@libs/attestation';
import { CatalogModule, CatalogQueries, ShippedEditions, askableItems } from '@libs/catalog';
import type { Facts } from '@libs/catalog';
import { CertificateIssuingModule, CertificateModule, PrepareCertificate, RenderCertificate, SealCertificate } from '@libs/certificate';
import { AnnounceDelivery, DeliveryModule, ReceiveDelivery } from '@libs/delivery';
import type { DeliveryId } from '@libs/delivery';
import { EvidenceModule, UploadEvidence } from '@libs/evidence';
import { InsightModule } from '@libs/insight';
import { ApproveInspection, ConfirmInspection, InspectionModule, Inspections, JudgeLot, OpenInspection, RecordResult, decides } from '@libs/inspection';
import type { InspectionId, Judgement } from '@libs/inspection';
import { OrderModule, PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { OrderLineId, RegisterOrderLineInput } from '@libs/order';
import { AddSite, Members, OrganizationMailModule, OrganizationModule } from '@libs/organization';
import { AcceptSupplierInvitation, AcknowledgeRequest, CorrectFacts, LinkSupplier, RequestMailModule, RequestModule, SendRequest } from '@libs/request';
import type { SecurityRequestId, SendRequestInput } from '@libs/request';
import { AnswerQuestion, AttachEvidence, Questionnaires, ResponseModule, StartResponse, Statements, SubmitResponse, deviationsOf } from '@libs/response';
import type { ResponseId, Submission } from '@libs/response';
import { AgreeResponse, ReplyToFinding, ReturnWithFindings, ReviewAnswer, ReviewModule, Reviews } from '@libs/review';
import { ApproveSpecification, DraftSpecification, SpecificationModule, SpecificationPrintModule, Specifications, SubmitForApproval } from '@libs/specification';
import { ApproveSupplierSite, RegisterSupplierSite, SupplierModule } from '@libs/supplier';
import type { FixedClock } from '@platform/clock';
import { IdentityModule, OneTimeTokens } from '@platform/identity';
import { MailModule } from '@platform/mail';
import { PdfRenderer, RenderingModule } from '@platform/rendering';
import { MasterKey, SigningModule } from '@platform/signing';
import { StorageModule } from '@platform/storage';
import { SealerDb, TenantDb, systemActor } from '@platform/tenancy';
import type { Actor, OrganizationId, TenantTx } from '@platform/tenancy';
import { testDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { BUYER, People, STRANGER, SUPPLIER } from './people.js';
import { START, platform } from './platform.js';

export const FACTS: Facts = {
  has_computing: true, has_os: true, remote: false, confidential: false, onsite: false, network: true,
};
/** The requirement that the first statement fails at, and that is improved after the return. */
const WEAK = 'meti-factory-checklist:1-4';
const CITED = 'meti-factory-checklist:1-3';

/** Stands in for the browser: certificates here are signed and filed as real ones, on an empty page. What is printed has tests of its own. */
@Global()
@Module({ providers: [{ provide: PdfRenderer, useValue: { render: blankPage, missingGlyphs: () => [] } }], exports: [PdfRenderer] })
class BlankPages {}

async function blankPage(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  return Buffer.from(await document.save());
}

type Verb<A extends unknown[], R> = Type<{ execute(...input: A): Promise<R> }>;

/** A database of its own and every lib of the pipeline on it; the clock stands where the test puts it. */
export class Scene {
  private constructor(readonly database: TestDatabase, readonly app: TestingModule, readonly clock: FixedClock, readonly root: string) {}

  static async open(): Promise<Scene> {
    const database = await testDatabase();
    const root = mkdtempSync(join(tmpdir(), 'kenshu-journey-'));
    const mail = MailModule.with({ mailboxDir: join(root, 'mailbox'), from: 'kenshu@kenshu.example', publicUrl: 'https://kenshu.example' });
    const { app, clock } = await platform(database, [
      mail, IdentityModule.with(), StorageModule.at(root), SigningModule.withMasterKey(new MasterKey(randomBytes(32))), CatalogModule, OrganizationModule,
      SupplierModule, SpecificationModule, RequestModule, EvidenceModule, ResponseModule, AttestationModule, SealingModule, ReviewModule, OrderModule,
      DeliveryModule, InspectionModule, RenderingModule, BlankPages, CertificateModule, CertificateIssuingModule.with({ publicUrl: 'https://kenshu.example.jp' }),
      OrganizationMailModule, RequestMailModule, SpecificationPrintModule, InsightModule,
    ]);
    return new Scene(database, app, clock, root);
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.database.drop();
    rmSync(this.root, { recursive: true, force: true });
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  do<A extends unknown[], R>(verb: Verb<A, R>, ...input: A): Promise<R> {
    return this.get(verb).execute(...input);
  }

  as<T>(who: Actor | OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(TenantDb).run(typeof who === 'string' ? systemActor(who) : who, work);
  }

  asSealer<T>(organization: OrganizationId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.get(SealerDb).run(systemActor(organization), work);
  }

  /** Past every policy, to look at what is really stored. */
  async superuser<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.database.superuserUrl() });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  later(minutes: number): void {
    this.clock.advance(minutes * 60_000);
  }
}

export type Journey = Awaited<ReturnType<typeof playJourney>>;

/** The main job from requirement to sign-off with named people; every id and actor by name. The reactions of the worker are called as it would call them. */
export async function playJourney(scene: Scene) {
  scene.clock.set(START);
  const house = await houses(scene);
  const specification = await specify(scene, house);
  const asked = await ask(scene, house, specification.editionId);
  const joined = await joinIn(scene, house, asked.supplierSiteId);
  const answered = await answer(scene, house, joined, asked.requestId, specification.editionId);
  const ordered = await order(scene, house, asked, answered.agreementId);
  const delivered = await deliver(scene, house, joined, ordered.orderLineId);
  const inspected = await inspect(scene, house, delivered);
  const observed = await observe(scene, house, ordered.withoutRequirementId);
  const certified = await certify(scene, house, inspected.goodInspectionId);
  return { ...house, ...specification, ...asked, ...joined, ...answered, ...ordered, ...delivered, ...inspected, ...observed, ...certified, recorded: await resultsOf(scene, house.buyer) };
}

async function houses(scene: Scene) {
  const people = new People(scene.app);
  const onodera = await people.found(BUYER.profile, BUYER.admin);
  const toyama = await people.found(STRANGER.profile, STRANGER.admin);
  const staff = await people.team(onodera, BUYER.people);
  const ownSiteId = await scene.do(AddSite, onodera, { name: '熊本工場', nameEn: 'Kumamoto Plant', address: '熊本県菊池郡大津町1' });
  return { people, buyer: onodera.organizationId, stranger: toyama.organizationId, onodera, toyama, ...staff, ownSiteId };
}
type House = Awaited<ReturnType<typeof houses>>;

async function specify(scene: Scene, { yoshida, nakamura }: House) {
  const [factory, checks] = await scene.as(yoshida, async (tx) => [
    await scene.get(CatalogQueries).edition(tx, ShippedEditions.metiFactoryChecklist), await scene.get(CatalogQueries).edition(tx, ShippedEditions.acceptanceChecklist)]);
  const requirements = askableItems(factory.document).filter((item) => ['1-1', '1-2', '1-3', '1-4', '2-3', '2-4'].includes(item.code))
    .map(({ code }) => ({ editionId: factory.id, code }));
  const { id: specificationId, version } = await scene.do(DraftSpecification, yoshida, {
    title: { ja: '枚葉式洗浄装置 セキュリティ要求仕様書', en: 'Security requirements for wafer cleaning tools' }, scope: '第二工場に納める洗浄装置', criticality: 'middle',
    department: '調達部', contact: { name: '佐藤 花子', email: 'sato@yamate.example' }, requirements,
    checklist: (checks.document.checklist ?? []).map(({ code }) => ({ editionId: checks.id, code })),
  });
  const submitted = await scene.do(SubmitForApproval, yoshida, specificationId, version);
  scene.later(30);
  const { editionId, sha256: editionSha256 } = await scene.do(ApproveSpecification, nakamura, specificationId, submitted.version);
  return { specificationId, editionId, editionSha256 };
}

async function ask(scene: Scene, { sato, ownSiteId }: House, specificationEditionId: string) {
  const site = { makerName: '髙﨑精機㈱', factoryName: '第二工場', address: '長野県諏訪市湖岸通り5-1', kind: 'equipment', sme: true, contactName: '髙橋 奈緒', contactEmail: 'takahashi@takasaki.example' } as const;
  const supplierSiteId = await scene.do(RegisterSupplierSite, sato, { ...site, counterpartyCode: 'E1001' });
  await scene.do(ApproveSupplierSite, sato, supplierSiteId);
  const unjoinedSiteId = await scene.do(RegisterSupplierSite, sato, { ...site, counterpartyCode: 'M2001', makerName: '雪代薬品㈱', factoryName: '甲府工場', kind: 'materials' });
  const send = async (to: Pick<SendRequestInput, 'supplierSiteId' | 'ownSiteId'>): Promise<SecurityRequestId> => (await scene.do(SendRequest, sato, {
    ...to, specificationEditionId, dueOn: '2026-11-20', facts: FACTS, levelDecision: { secrets: false, stoppage: false, reach: false }, note: '初回のお願いです' })).id;
  return {
    supplierSiteId, unjoinedSiteId, requestId: await send({ supplierSiteId }), unjoinedRequestId: await send({ supplierSiteId: unjoinedSiteId }),
    ownRequestId: await send({ ownSiteId }),
  };
}
type Asked = Awaited<ReturnType<typeof ask>>;

/** The invited contact founds the supplier's organisation; the buyer's side then opens the request to it. */
async function joinIn(scene: Scene, { people, buyer }: House, supplierSiteId: string) {
  const { contact, profile } = SUPPLIER;
  const { id: identityId, email } = await people.identity(contact.name, 'takahashi@takasaki.example');
  const { token } = await scene.get(OneTimeTokens).mint({ kind: 'supplier_invitation', email, payload: { buyerOrganizationId: buyer, supplierSiteId } });
  const { acceptanceId, organizationId: supplier } = await scene.do(AcceptSupplierInvitation, {
    token, identityId, join: { newOrganization: { ...profile, firstMember: { email, displayName: contact.name, department: contact.department, personKey: contact.personKey, roles: contact.roles } } },
  });
  await scene.do(LinkSupplier, systemActor(buyer), acceptanceId);
  const member = (await scene.as(supplier, (tx) => scene.get(Members).byIdentity(tx, identityId)))!;
  const takahashi = await people.actor(supplier, member.id);
  return { supplier, acceptanceId, takahashi, ...(await people.team(takahashi, SUPPLIER.people)) };
}
type Joined = Awaited<ReturnType<typeof joinIn>>;

/** Answered, returned with a finding, improved, agreed. */
async function answer(scene: Scene, { sato, nagase }: House, { supplier, takahashi, kanzaki }: Joined, requestId: string, editionId: string) {
  scene.later(24 * 60);
  await scene.do(AcknowledgeRequest, takahashi, requestId);
  await scene.do(CorrectFacts, takahashi, requestId, { facts: { onsite: true }, reason: '据付に当社の作業者が入ります' });
  const responseId = await scene.do(StartResponse, takahashi, { requestId });
  const evidence = await scene.do(UploadEvidence, takahashi, { content: Readable.from([Buffer.from('%PDF-1.7\n体制図\n')]), fileName: '体制図（2026年度）.pdf' });
  const uncited = await scene.do(UploadEvidence, takahashi, { content: Readable.from([Buffer.from('%PDF-1.7\n社外秘\n')]), fileName: '社内手順.pdf' });
  await fillAll(scene, takahashi, responseId, { [WEAK]: 1 });
  await scene.do(AttachEvidence, takahashi, { responseId, requirementKey: CITED, evidenceId: evidence.id });
  const release = async (): Promise<Submission> => {
    const submission = await scene.do(SubmitResponse, takahashi, { responseId });
    scene.later(60);
    await scene.do(SignResponse, kanzaki, { statementId: submission.statementId, digest: submission.sha256 });
    await scene.do(SealResponse, systemActor(supplier), { statementId: submission.statementId });
    return submission;
  };
  const first = await release();
  await scene.do(ReviewAnswer, nagase, { statementId: first.statementId, requirementKey: WEAK, opinion: 'not_accepted', note: '担当者が決まっていない（社内限り）' });
  const { returnId } = await scene.do(ReturnWithFindings, sato, {
    statementId: first.statementId, message: 'ご確認ください', findings: [{ requirementKey: WEAK, text: '事故時の担当者を決めてください', target: '担当者と連絡先', dueOn: '2026-11-13' }] });
  const [finding] = await scene.as(supplier, (tx) => scene.get(Reviews).findings(tx, responseId));
  scene.later(24 * 60);
  await scene.do(ReplyToFinding, takahashi, { findingId: finding!.id, text: '担当者を置きました' });
  await fillAll(scene, takahashi, responseId, { [WEAK]: 4 });
  const second = await release();
  const agreementId = await agree(scene, sato, second, editionId);
  return { responseId, evidence, uncited, first, second, returnId, findingId: finding!.id, agreementId, weakKey: WEAK, citedKey: CITED };
}

/** Every question answered: level 4, or what is named. */
export async function fillAll(scene: Scene, actor: Actor, responseId: ResponseId, levels: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>> = {}): Promise<void> {
  const { journey } = await scene.as(actor, (tx) => scene.get(Questionnaires).open(tx, responseId));
  for (const { requirement, draft } of journey.sections.flatMap((section) => section.questions)) {
    await scene.do(AnswerQuestion, actor, {
      responseId, requirementKey: requirement.key, version: draft.version, answer: { kind: 'level', value: levels[requirement.key] ?? 4 }, comment: '現地で提示できます',
    });
  }
}

export async function agree(scene: Scene, actor: Actor, { statementId, sha256 }: Submission, editionId: string): Promise<string> {
  const deviations = await scene.as(actor, async (tx) => {
    const { document: specification } = await scene.get(Specifications).edition(tx, editionId);
    return deviationsOf(specification, (await scene.get(Statements).byId(tx, statementId)).document);
  });
  return (await scene.do(AgreeResponse, actor, {
    statementId, digest: sha256, deviations: deviations.map(({ key }) => key), priceTalk: { state: 'recorded', note: '11月の協議で合意' },
  })).id;
}

let poNumber = 4500;
export const orderTerms = (supplierSiteId: string, change: Partial<RegisterOrderLineInput> = {}): RegisterOrderLineInput => ({
  supplierSiteId, jobNumber: 'J-2026-118', poNumber: `PO-${++poNumber}`, lineNo: 1, governingDocument: 'purchase_spec', secureRequirement: true, contractForm: 'ukeoi',
  itemName: '枚葉式洗浄装置', model: 'SWC-300', quantity: 10, unit: '台', orderedOn: '2026-11-02', dueOn: '2026-11-27', inspectionDueOn: '2026-12-18',
  deliveryPlace: '第二工場', amount: 128_000_000, paymentTermsDays: 60, ...change,
});

async function order(scene: Scene, { sato }: House, { supplierSiteId, unjoinedSiteId }: Asked, agreementId: string) {
  const place = async (change: Partial<RegisterOrderLineInput>, pin: string | null, site = supplierSiteId): Promise<OrderLineId> => {
    const id = await scene.do(RegisterOrderLine, sato, orderTerms(site, change));
    await scene.do(PlaceOrder, sato, { orderLineId: id, agreementId: pin });
    return id;
  };
  return {
    orderLineId: await place({}, agreementId), unpinnedLineId: await place({ quantity: 2 }, null),
    withoutRequirementId: await place({ secureRequirement: false, noRequirementReason: '計算機を含まない治具', quantity: 1 }, null),
    unjoinedLineId: await place({ itemName: '高純度薬品', quantity: 3 }, null, unjoinedSiteId),
    draftLineId: await scene.do(RegisterOrderLine, sato, orderTerms(supplierSiteId)),
  };
}

async function deliver(scene: Scene, { hamada }: House, { takahashi }: Joined, orderLineId: string) {
  scene.later(5 * 24 * 60);
  const announcementId = await scene.do(AnnounceDelivery, takahashi, { orderLineId, noteNumber: 'DN-1', quantity: 6, serials: ['S-1', 'S-2'] });
  const goodLotId = await scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-1', quantity: 6, serials: ['S-1', 'S-2'] });
  const badLotId = await scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-2', quantity: 4, serials: ['S-3'] });
  return { announcementId, goodLotId, badLotId };
}

/** Opens the inspection of a lot and records every item that decides; `nonconform` names the codes that fail. */
export async function examine(scene: Scene, inspector: Actor, deliveryId: DeliveryId, nonconform: readonly string[] = []): Promise<InspectionId> {
  const inspectionId = await scene.do(OpenInspection, inspector, { deliveryId });
  const { items } = await scene.as(inspector, (tx) => scene.get(Inspections).byId(tx, inspectionId));
  for (const item of items.filter(decides)) {
    const failed = nonconform.includes(item.code);
    await scene.do(RecordResult, inspector, {
      inspectionId, itemKey: item.key, method: item.methods.at(-1)!, result: failed ? 'nonconform' : 'conform', note: failed ? '検出' : null,
    });
  }
  return inspectionId;
}

async function inspect(scene: Scene, { nagase, watanabe, sakuraba }: House, lots: { readonly goodLotId: DeliveryId; readonly badLotId: DeliveryId }) {
  const sign = async (inspectionId: InspectionId): Promise<Judgement> => {
    const judgement = await scene.do(JudgeLot, nagase, inspectionId);
    await scene.do(ConfirmInspection, watanabe, { inspectionId, statementSha256: judgement.statementSha256 });
    scene.later(60);
    await scene.do(ApproveInspection, sakuraba, { inspectionId, statementSha256: judgement.statementSha256 });
    return judgement;
  };
  const goodInspectionId = await examine(scene, nagase, lots.goodLotId);
  const badInspectionId = await examine(scene, nagase, lots.badLotId, ['AC-07']);
  return { goodInspectionId, badInspectionId, goodJudgement: await sign(goodInspectionId), badJudgement: await sign(badInspectionId) };
}

/** A lot of an order with セキュア要求なし: looked at all the same. */
async function observe(scene: Scene, { hamada, nagase, watanabe, sakuraba }: House, orderLineId: string) {
  const observedLotId = await scene.do(ReceiveDelivery, hamada, { orderLineId, noteNumber: 'DN-3', quantity: 1 });
  const observationId = await examine(scene, nagase, observedLotId);
  const observation = await scene.do(JudgeLot, nagase, observationId);
  const seen = { inspectionId: observationId, statementSha256: observation.statementSha256 };
  await scene.do(ConfirmInspection, watanabe, seen);
  await scene.do(ApproveInspection, sakuraba, seen);
  return { observedLotId, observationId, observation };
}

/** What the worker does after an approval, step by step. */
async function certify(scene: Scene, { buyer }: House, inspectionId: string) {
  const system = systemActor(buyer);
  const certificateId: string = (await scene.do(PrepareCertificate, system, { inspectionId }))!;
  await scene.do(SealCertificate, system, { certificateId });
  await scene.do(RenderCertificate, system, { certificateId });
  return { certificateId };
}

const resultsOf = (scene: Scene, buyer: OrganizationId): Promise<number> =>
  scene.as(buyer, async (tx) => (await tx.query<{ n: number }>('select count(*)::int as n from app.inspection_result'))[0]!.n);
