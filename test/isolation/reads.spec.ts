import type { Readable } from 'node:stream';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Type } from '@nestjs/common';
import { Attestations, Seals } from '@libs/attestation';
import { CatalogBrowsing, CatalogQueries } from '@libs/catalog';
import { Certificates } from '@libs/certificate';
import { Deliveries } from '@libs/delivery';
import { EvidenceFiles } from '@libs/evidence';
import { AnsweringOverview, CertificatesOverview, DueReminders, Home, InspectionList, LotList, OrderLedger, RequestList, RequestStory, RequestsOverview, Search, SupplierLedger, Threads, SpecificationsOverview } from '@libs/insight';
import { Inspections } from '@libs/inspection';
import { OrderLines, PinnableAgreements } from '@libs/order';
import { InvitationLetters, MemberInvitations, Members, MembersList, Organizations, ROLES, Sites } from '@libs/organization';
import { Chasing, Requests } from '@libs/request';
import { AnswerBases, Assignments, Questionnaires, Responses, Statements } from '@libs/response';
import { Agreements, Reviews } from '@libs/review';
import { SpecificationFiles, Specifications } from '@libs/specification';
import { SupplierSites } from '@libs/supplier';
import { DomainError } from '@platform/errors';
import { isId } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { Scene, playJourney } from '../support/journey.js';
import type { Journey } from '../support/journey.js';
import { openEnds } from './open-ends.js';
import type { Open } from './open-ends.js';

/** What was opened is not read here; its handle is given back. */
function closed<T extends { readonly content: Readable }>(opened: T): Omit<T, 'content'> {
  const { content, ...rest } = opened;
  content.destroy();
  return rest;
}

type World = Journey & Open;
interface Read { readonly name: string; readonly run: (scene: Scene, tx: TenantTx, journey: World) => Promise<unknown> }
const TODAY = '2026-11-20';
const EVERY_ITEM = { search: '', track: null, subject: null, necessity: null, gate: null, owner: null, group: null, limit: 500, offset: 0 };
const EVERY_SPECIFICATION = { search: '', state: null, criticality: null, sort: null, descending: false, limit: 500, offset: 0 };

function reads<T>(query: Type<T>, methods: Readonly<Record<string, (query: T, tx: TenantTx, journey: World) => Promise<unknown>>>): Read[] {
  return Object.entries(methods).map(([method, call]) => ({ name: `${query.name}.${method}`, run: (scene, tx, journey) => call(scene.get(query), tx, journey) }));
}

/** Every exported query, asked with ids of the journey. */
const READS: readonly Read[] = [
  ...reads(Organizations, { own: (q, tx) => q.own(tx), named: (q, tx, j) => q.named(tx, j.buyer) }),
  ...reads(Sites, { list: (q, tx) => q.list(tx), byId: (q, tx, j) => q.byId(tx, j.ownSiteId) }),
  ...reads(Members, {
    byId: (q, tx, j) => q.byId(tx, j.sato.memberId!), byIdentity: (q, tx, j) => q.byIdentity(tx, j.sato.identityId!), list: (q, tx) => q.list(tx, { leavers: true }),
    withRole: (q, tx) => q.withRole(tx, 'procurement'), actorFor: (q, tx, j) => q.actorFor(tx, j.sato.memberId!, 'session', null),
  }),
  ...reads(MemberInvitations, { byId: (q, tx, j) => q.byId(tx, j.invitationId), open: (q, tx) => q.open(tx), waiting: (q, tx) => q.waiting(tx) }),
  ...reads(MembersList, {
    page: (q, tx) => q.page(tx, { pattern: '%', role: null, state: 'present', sort: null, descending: false, limit: 100, offset: 0 }),
    count: (q, tx) => q.count(tx, { pattern: '%佐藤%', role: null, state: 'present' }), onlyHolder: (q, tx, j) => q.onlyHolder(tx, j.sato.memberId!),
  }),
  ...reads(InvitationLetters, { open: (q, tx, j) => q.open(tx, j.invitationId) }),
  ...reads(CatalogQueries, {
    editions: (q, tx) => q.editions(tx), edition: (q, tx, j) => q.edition(tx, j.ownCatalogEditionId as never), requirement: (q, tx, j) => q.requirement(tx, j.ownCatalogEditionId as never, '1-1'),
    checklistItem: (q, tx, j) => q.checklistItem(tx, j.ownCatalogEditionId as never, 'AC-01'), crosswalkRows: (q, tx, j) => q.crosswalkRows(tx, j.ownCatalogEditionId as never),
  }),
  ...reads(CatalogBrowsing, {
    overview: (q, tx) => q.overview(tx), requirements: (q, tx, j) => q.requirements(tx, j.ownCatalogEditionId as never, EVERY_ITEM), checklist: (q, tx, j) => q.checklist(tx, j.ownCatalogEditionId as never, EVERY_ITEM),
  }),
  ...reads(SpecificationFiles, { of: (q, tx, j) => q.of(tx, j.editionId), open: async (q, tx, j) => closed(await q.open(tx, j.editionId)) }),
  ...reads(SpecificationsOverview, { list: (q, tx) => q.list(tx, EVERY_SPECIFICATION) }),
  ...reads(SupplierSites, { byId: (q, tx, j) => q.byId(tx, j.supplierSiteId), list: (q, tx) => q.list(tx) }),
  ...reads(Specifications, { edition: (q, tx, j) => q.edition(tx, j.editionId), byId: (q, tx, j) => q.byId(tx, j.specificationId), list: (q, tx) => q.list(tx) }),
  ...reads(Requests, { byId: (q, tx, j) => q.byId(tx, j.requestId), list: (q, tx) => q.list(tx), ofSite: (q, tx, j) => q.ofSite(tx, j.supplierSiteId) }),
  ...reads(Chasing, {
    recipients: (q, tx, j) => q.recipients(tx, j.unjoinedRequestId), reminders: (q, tx, j) => q.reminders(tx, j.chasedRequestId), bounces: (q, tx, j) => q.bounces(tx, j.chasedRequestId),
    talks: (q, tx, j) => q.talks(tx, j.chasedRequestId), automatic: async (q, tx) => (await q.automatic(tx)) || null, ofSending: (q, tx, j) => q.ofSending(tx, j.sendingId),
  }),
  ...reads(EvidenceFiles, {
    byIds: (q, tx, j) => q.byIds(tx, [j.evidence.id, j.uncited.id]), byId: (q, tx, j) => q.byId(tx, j.evidence.id), own: (q, tx) => q.own(tx), open: async (q, tx, j) => closed(await q.open(tx, j.evidence.id)),
    search: (q, tx) => q.search(tx, { pattern: '', limit: 50, offset: 0 }),
  }),
  ...reads(Responses, {
    byId: (q, tx, j) => q.byId(tx, j.responseId), byRequest: (q, tx, j) => q.byRequest(tx, j.requestId), list: (q, tx) => q.list(tx), drafts: (q, tx, j) => q.drafts(tx, j.draftResponseId), draft: (q, tx, j) => q.draft(tx, j.draftResponseId, j.weakKey),
    revisions: (q, tx, j) => q.revisions(tx, j.draftResponseId, j.weakKey),
  }),
  ...reads(AnswerBases, { at: (q, tx, j) => q.at(tx, j.draftResponseId, new Map([[j.weakKey, 1]])).then((bases) => [...bases]) }),
  ...reads(Questionnaires, { open: (q, tx, j) => q.open(tx, j.draftResponseId) }),
  ...reads(Statements, {
    byId: (q, tx, j) => q.byId(tx, j.second.statementId), submitted: (q, tx, j) => q.submitted(tx, j.second.statementId), ofRequest: (q, tx, j) => q.ofRequest(tx, j.requestId), ofRequests: (q, tx, j) => q.ofRequests(tx, [j.requestId, j.openRequestId]),
    ofResponse: (q, tx, j) => q.ofResponse(tx, j.responseId), newestReleased: (q, tx, j) => q.newestReleased(tx, j.requestId), submitter: (q, tx, j) => q.submitter(tx, j.second.statementId),
  }),
  ...reads(Attestations, { of: (q, tx, j) => q.of(tx, j.second.statementId as never), ofStatements: (q, tx, j) => q.ofStatements(tx, [j.first.statementId, j.second.statementId]) }),
  ...reads(Seals, { of: (q, tx, j) => q.of(tx, 'certificate', j.certificateId) }),
  ...reads(Reviews, { notes: (q, tx, j) => q.notes(tx, j.first.statementId), findings: (q, tx, j) => q.findings(tx, j.responseId), finding: (q, tx, j) => q.finding(tx, j.findingId) }),
  ...reads(Agreements, {
    byId: (q, tx, j) => q.byId(tx, j.agreementId), byRequest: (q, tx, j) => q.byRequest(tx, j.requestId), byRequests: (q, tx, j) => q.byRequests(tx, [j.requestId]), list: (q, tx) => q.list(tx),
  }),
  ...reads(OrderLines, { byId: (q, tx, j) => q.byId(tx, j.orderLineId), list: (q, tx, j) => q.list(tx, { supplierSiteId: j.supplierSiteId }), own: (q, tx) => q.own(tx) }),
  ...reads(PinnableAgreements, { list: (q, tx) => q.list(tx), ofSite: (q, tx, j) => q.ofSite(tx, j.supplierSiteId), byId: (q, tx, j) => q.byId(tx, j.agreementId) }),
  ...reads(SupplierLedger, {
    page: async (q, tx) => (await q.page(tx, { pattern: '%', approved: null, joined: null, kind: null, sort: null, descending: false, limit: 100, offset: 0 })).rows,
    invitations: (q, tx, j) => q.invitations(tx, j.unjoinedSiteId),
  }),
  ...reads(OrderLedger, {
    page: async (q, tx, j) => (await q.page(tx, {
      side: 'buyer', today: TODAY, pattern: null, state: null, siteId: j.supplierSiteId, secure: null, late: null, ids: [j.orderLineId], sort: null, descending: false, limit: 100, offset: 0 })).rows,
  }),
  ...reads(Deliveries, {
    byId: (q, tx, j) => q.byId(tx, j.goodLotId), list: (q, tx, j) => q.list(tx, { orderLineId: j.orderLineId }), announcement: (q, tx, j) => q.announcement(tx, j.announcementId),
    expected: (q, tx, j) => q.expected(tx, j.unpinnedLineId), documents: (q, tx, j) => q.documents(tx, j.documentedLotId),
  }),
  ...reads(Inspections, {
    byId: (q, tx, j) => q.byId(tx, j.goodInspectionId), ofDelivery: (q, tx, j) => q.ofDelivery(tx, j.goodLotId), list: (q, tx) => q.list(tx),
    claimedAnswers: (q, tx, j) => q.claimedAnswers(tx, j.goodInspectionId), nonconformities: (q, tx, j) => q.nonconformities(tx, j.badInspectionId),
    returns: (q, tx, j) => q.returns(tx, j.sentBackInspectionId), hands: (q, tx, j) => q.hands(tx, j.goodInspectionId),
  }),
  ...reads(Certificates, {
    byId: (q, tx, j) => q.byId(tx, j.certificateId), byNumber: (q, tx) => q.byNumber(tx, 'YMT-2026-000001'), ofInspection: (q, tx, j) => q.ofInspection(tx, j.goodInspectionId),
    list: (q, tx) => q.list(tx), numbers: (q, tx) => q.numbers(tx, 2026), open: async (q, tx, j) => closed(await q.open(tx, j.certificateId)),
  }),
  ...reads(RequestsOverview, { digest: (q, tx) => q.digest(tx, 'buyer', TODAY), byId: (q, tx, j) => q.byId(tx, j.requestId) }),
  ...reads(LotList, { search: (q, tx) => q.search(tx, { pattern: '%DN%', limit: 50, offset: 0 }), openOrders: (q, tx) => q.openOrders(tx, 'buyer', null) }),
  ...reads(InspectionList, { search: (q, tx) => q.search(tx, { pattern: null, limit: 50, offset: 0 }) }),
  ...reads(CertificatesOverview, { search: (q, tx) => q.search(tx, { pattern: null, limit: 50, offset: 0 }), list: (q, tx) => q.list(tx, 100), ofInspection: (q, tx, j) => q.ofInspection(tx, j.goodInspectionId) }),
  ...reads(RequestList, {
    page: (q, tx) => q.page(tx, { today: TODAY, limit: 50, offset: 0 }), choices: async (q, tx) => { const found = await q.choices(tx); return found.suppliers.length + found.specifications.length > 0 ? found : null; },
  }),
  ...reads(DueReminders, { at: (q, tx) => q.at(tx, new Date('2026-11-23T09:00:00+09:00')) }),
  ...reads(AnsweringOverview, {
    list: (q, tx, j) => q.list(tx, { pattern: '', stage: null, late: false, heldBy: j.kanzaki.memberId, sort: null, descending: false, limit: 50, offset: 0 }, TODAY), newestOpen: (q, tx) => q.newestOpen(tx),
  }),
  ...reads(RequestStory, { of: (q, tx, j) => q.of(tx, j.requestId) }),
  ...reads(Assignments, { ofResponse: (q, tx, j) => q.ofResponse(tx, j.draftResponseId), ofResponses: (q, tx, j) => q.ofResponses(tx, [j.draftResponseId]) }),
  ...reads(Home, { of: (q, tx) => q.of(tx, tx.actor, TODAY) }),
  ...reads(Search, { find: (q, tx) => q.find(tx, 'x', '%') }),
  ...reads(Threads, { ofLot: (q, tx, j) => q.ofLot(tx, j.goodLotId, TODAY), of: (q, tx, j) => q.of(tx, { editionId: j.editionId, requestId: j.requestId, statementId: j.second.statementId, inspectionId: j.goodInspectionId }, 'request', TODAY) }),
];
/** Exported queries that cannot be asked for anything of others, each with its reason. */
const WITHOUT_ROWS: Readonly<Record<string, string>> = {
  FirstSteps: 'three times yes or no about one’s own organisation',
  BusinessDay: 'the day where one’s own organisation is', Late: 'a part of Home', Sent: 'a part of Home', Waiting: 'a part of Home',
};

let scene: Scene;
let journey: World;
beforeAll(async () => {
  scene = await Scene.open();
  const played = await playJourney(scene);
  journey = { ...played, ...await openEnds(scene, played) };
});
afterAll(() => scene?.close());

/** Every id that stands in the journey and is not the stranger's own. */
function idsOfOthers(): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (isId(value)) found.add(value);
    else if (value !== null && typeof value === 'object' && value !== journey.people) Object.values(value).forEach(visit);
  };
  visit(journey);
  const own = [journey.stranger, journey.toyama.memberId, journey.toyama.identityId];
  return [...found].filter((id) => !own.includes(id as never));
}

const asked = async (actor: Actor, read: Read): Promise<unknown> => {
  try {
    return await scene.as(actor, (tx) => read.run(scene, tx, journey));
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return undefined;
    throw error;
  }
};

describe('the queries of all libs', () => {
  it('stand in the list, every method of them', () => {
    const libs = resolve(__dirname, '../../libs');
    const expected: string[] = [];
    for (const lib of readdirSync(libs).filter((name) => existsSync(resolve(libs, name, 'src/index.ts')))) {
      const exports = readFileSync(resolve(libs, lib, 'src/index.ts'), 'utf8').matchAll(/^export \{([^}]+)\} from '\.\/([\w./-]+\.queries)\.js';/gm);
      for (const [, names, file] of exports) {
        const source = readFileSync(resolve(libs, lib, 'src', `${file}.ts`), 'utf8');
        const methods = [...source.matchAll(/^ {2}async (\w+)\(/gm)].map(([, method]) => method);
        for (const name of names!.split(',').map((one) => one.trim()).filter((one) => /^[A-Z][a-z]/.test(one) && !(one in WITHOUT_ROWS))) expected.push(...methods.map((method) => `${name}.${method}`));
      }
    }
    expect(expected.length).toBeGreaterThan(60);
    expect(expected.sort()).toEqual(READS.map((read) => read.name).sort());
  });
});

describe('a stranger with every role', () => {
  it.each(READS.map((read) => [read.name, read] as const))('learns nothing from %s', async (_, read) => {
    const answer = JSON.stringify(await asked({ ...journey.toyama, roles: ROLES }, read)) ?? '';
    expect([...idsOfOthers(), '山手デバイス', '髙﨑精機', 'YMT-2026', 'SWC-300', '洗浄装置', '社内規程'].filter((word) => answer.includes(word))).toEqual([]);
  });
});

describe('somebody of one of the two parties', () => {
  // without this, a list of questions that nobody gets an answer to would pass
  it('learns something from every one of them', async () => {
    const nothing = (answer: unknown): boolean => answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0);
    const dumb: string[] = [];
    for (const read of READS) {
      const answers = [await asked({ ...journey.sato, roles: ROLES }, read), await asked({ ...journey.takahashi, roles: ROLES }, read)];
      if (answers.every(nothing)) dumb.push(read.name);
    }
    // the buyer's own catalogue has neither acceptance items nor a crosswalk
    expect(dumb).toEqual(['CatalogQueries.checklistItem', 'CatalogQueries.crosswalkRows']);
  });
});
