import type { Readable } from 'node:stream';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Type } from '@nestjs/common';
import { Attestations, Seals } from '@libs/attestation';
import { CatalogQueries } from '@libs/catalog';
import { Certificates } from '@libs/certificate';
import { Deliveries } from '@libs/delivery';
import { EvidenceFiles } from '@libs/evidence';
import { CertificatesOverview, Home, RequestsOverview, Threads } from '@libs/insight';
import { Inspections } from '@libs/inspection';
import { OrderLines } from '@libs/order';
import { InvitationLetters, MemberInvitations, Members, Organizations, ROLES, Sites } from '@libs/organization';
import { Requests } from '@libs/request';
import { Questionnaires, Responses, Statements } from '@libs/response';
import { Agreements, Reviews } from '@libs/review';
import { Specifications } from '@libs/specification';
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
  ...reads(MemberInvitations, { byId: (q, tx, j) => q.byId(tx, j.invitationId), open: (q, tx) => q.open(tx) }),
  ...reads(InvitationLetters, { open: (q, tx, j) => q.open(tx, j.invitationId) }),
  ...reads(CatalogQueries, {
    editions: (q, tx) => q.editions(tx), edition: (q, tx, j) => q.edition(tx, j.ownCatalogEditionId as never), requirement: (q, tx, j) => q.requirement(tx, j.ownCatalogEditionId as never, '1-1'),
    checklistItem: (q, tx, j) => q.checklistItem(tx, j.ownCatalogEditionId as never, 'AC-01'), crosswalkRows: (q, tx, j) => q.crosswalkRows(tx, j.ownCatalogEditionId as never),
  }),
  ...reads(SupplierSites, { byId: (q, tx, j) => q.byId(tx, j.supplierSiteId), list: (q, tx) => q.list(tx) }),
  ...reads(Specifications, { edition: (q, tx, j) => q.edition(tx, j.editionId), byId: (q, tx, j) => q.byId(tx, j.specificationId), list: (q, tx) => q.list(tx) }),
  ...reads(Requests, { byId: (q, tx, j) => q.byId(tx, j.requestId), list: (q, tx) => q.list(tx), ofSite: (q, tx, j) => q.ofSite(tx, j.supplierSiteId) }),
  ...reads(EvidenceFiles, {
    byIds: (q, tx, j) => q.byIds(tx, [j.evidence.id, j.uncited.id]), byId: (q, tx, j) => q.byId(tx, j.evidence.id), own: (q, tx) => q.own(tx), open: async (q, tx, j) => closed(await q.open(tx, j.evidence.id)),
  }),
  ...reads(Responses, {
    byId: (q, tx, j) => q.byId(tx, j.responseId), byRequest: (q, tx, j) => q.byRequest(tx, j.requestId), list: (q, tx) => q.list(tx), drafts: (q, tx, j) => q.drafts(tx, j.draftResponseId),
    revisions: (q, tx, j) => q.revisions(tx, j.draftResponseId, j.weakKey),
  }),
  ...reads(Questionnaires, { open: (q, tx, j) => q.open(tx, j.draftResponseId) }),
  ...reads(Statements, {
    byId: (q, tx, j) => q.byId(tx, j.second.statementId), ofRequest: (q, tx, j) => q.ofRequest(tx, j.requestId), ofRequests: (q, tx, j) => q.ofRequests(tx, [j.requestId, j.openRequestId]),
    ofResponse: (q, tx, j) => q.ofResponse(tx, j.responseId), newestReleased: (q, tx, j) => q.newestReleased(tx, j.requestId), submitter: (q, tx, j) => q.submitter(tx, j.second.statementId),
  }),
  ...reads(Attestations, { of: (q, tx, j) => q.of(tx, j.second.statementId as never), ofStatements: (q, tx, j) => q.ofStatements(tx, [j.first.statementId, j.second.statementId]) }),
  ...reads(Seals, { of: (q, tx, j) => q.of(tx, 'certificate', j.certificateId) }),
  ...reads(Reviews, { notes: (q, tx, j) => q.notes(tx, j.first.statementId), findings: (q, tx, j) => q.findings(tx, j.responseId), finding: (q, tx, j) => q.finding(tx, j.findingId) }),
  ...reads(Agreements, {
    byId: (q, tx, j) => q.byId(tx, j.agreementId), byRequest: (q, tx, j) => q.byRequest(tx, j.requestId), byRequests: (q, tx, j) => q.byRequests(tx, [j.requestId]), list: (q, tx) => q.list(tx),
  }),
  ...reads(OrderLines, { byId: (q, tx, j) => q.byId(tx, j.orderLineId), list: (q, tx, j) => q.list(tx, { supplierSiteId: j.supplierSiteId }) }),
  ...reads(Deliveries, {
    byId: (q, tx, j) => q.byId(tx, j.goodLotId), list: (q, tx, j) => q.list(tx, { orderLineId: j.orderLineId }), announcement: (q, tx, j) => q.announcement(tx, j.announcementId),
    expected: (q, tx, j) => q.expected(tx, j.unpinnedLineId),
  }),
  ...reads(Inspections, {
    byId: (q, tx, j) => q.byId(tx, j.goodInspectionId), ofDelivery: (q, tx, j) => q.ofDelivery(tx, j.goodLotId), list: (q, tx) => q.list(tx),
    claimedAnswers: (q, tx, j) => q.claimedAnswers(tx, j.goodInspectionId), nonconformities: (q, tx, j) => q.nonconformities(tx, j.badInspectionId),
  }),
  ...reads(Certificates, {
    byId: (q, tx, j) => q.byId(tx, j.certificateId), byNumber: (q, tx) => q.byNumber(tx, 'YMT-2026-000001'), ofInspection: (q, tx, j) => q.ofInspection(tx, j.goodInspectionId),
    list: (q, tx) => q.list(tx), numbers: (q, tx) => q.numbers(tx, 2026), open: async (q, tx, j) => closed(await q.open(tx, j.certificateId)),
  }),
  ...reads(RequestsOverview, { list: (q, tx) => q.list(tx, 'buyer'), byId: (q, tx, j) => q.byId(tx, j.requestId) }),
  ...reads(CertificatesOverview, { list: (q, tx) => q.list(tx, 100), ofInspection: (q, tx, j) => q.ofInspection(tx, j.goodInspectionId) }),
  ...reads(Home, { of: (q, tx) => q.of(tx, tx.actor, TODAY) }),
  ...reads(Threads, { of: (q, tx, j) => q.of(tx, { editionId: j.editionId, requestId: j.requestId, statementId: j.second.statementId, inspectionId: j.goodInspectionId }, 'request', TODAY) }),
];
/** Exported queries that cannot be asked for anything of others, each with its reason. */
const WITHOUT_ROWS: Readonly<Record<string, string>> = {
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
      const exports = readFileSync(resolve(libs, lib, 'src/index.ts'), 'utf8').matchAll(/^export \{([^}]+)\} from '\.\/([\w.-]+\.queries)\.js';/gm);
      for (const [, names, file] of exports) {
        const source = readFileSync(resolve(libs, lib, 'src', `${file}.ts`), 'utf8');
        const methods = [...source.matchAll(/^ {2}async (\w+)\(/gm)].map(([, method]) => method);
        for (const name of names!.split(',').map((one) => one.trim()).filter((one) => !(one in WITHOUT_ROWS))) expected.push(...methods.map((method) => `${name}.${method}`));
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
