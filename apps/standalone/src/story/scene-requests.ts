import { AcknowledgeRequest, ExtendRequest, SendRequest } from '@libs/request';
import type { SecurityRequestId } from '@libs/request';
import type { Facts } from '@libs/catalog';
import { joinAsNew, joinWithExisting } from './people.js';
import type { SupplierTeam } from './people.js';
import type { House, LedgerSite } from './scene-house.js';
import type { SpecificationCast, SpecificationSet } from './scene-specifications.js';
import type { Stage } from './stage.js';

export interface SentRequest { readonly id: SecurityRequestId; readonly number: string; readonly site: LedgerSite; readonly specification: SpecificationCast; team: SupplierTeam | null }

const COMPUTING: Facts = { has_computing: true, has_os: true, remote: true, confidential: true, onsite: true, network: true, wlan: false, internet_access: false, cloud: false, cots: true, software: true };
const MATERIALS: Facts = { has_computing: false, has_os: false, remote: false, confidential: true, onsite: false, network: false, wlan: false, internet_access: true, cloud: false, cots: false, software: false };

/** Suppliers that have not opened their invitation yet, and a factory to which nothing was sent. */
const SILENT = new Set(['hinata', 'oborozuki', 'nishijin', 'tobishima']);
const DUE_EARLY = new Set(['kazahaya', 'asahina', 'suishou']);

/** One edition to the first factory of every maker and to some second ones; some are due early, so that they are late at the end. */
export async function sendRequests(stage: Stage, house: House, ledger: readonly LedgerSite[], specs: SpecificationSet): Promise<SentRequest[]> {
  stage.at(2, 9, 30);
  const { takasaki } = house.people;
  const by = await stage.as(takasaki);
  const sent: SentRequest[] = [];
  for (const site of chosen(ledger)) {
    const specification = specificationFor(site, specs);
    const secrets = site.cast.kind === 'equipment';
    const { id, number } = await stage.verb(SendRequest).execute(by, {
      specificationEditionId: specification.editionId, supplierSiteId: site.id, note: 'ご不明な点は本メールへのご返信でお知らせください。',
      dueOn: stage.calendar.date(DUE_EARLY.has(site.cast.slug) ? 10 : 20), facts: factsAsked(specification, site.cast.kind === 'materials' ? MATERIALS : COMPUTING), levelDecision: { secrets, stoppage: secrets, reach: false },
    });
    sent.push({ id, number, site, specification, team: null });
  }
  stage.tell(takasaki, 'requests_sent', { count: sent.length, first: sent[0].number, due: stage.calendar.date(20) });
  await stage.settle();
  return sent;
}

function chosen(ledger: readonly LedgerSite[]): LedgerSite[] {
  const first = ledger.filter((site, index) => ledger.findIndex(({ cast }) => cast === site.cast) === index);
  const second = ledger.filter((site) => !first.includes(site)).slice(0, 6);
  return [...first, ...second].filter((site) => site.cast.slug !== 'tobishima');
}

function specificationFor({ cast }: LedgerSite, specs: SpecificationSet): SpecificationCast {
  if (cast.kind === 'materials') return specs.materials;
  return Number(cast.code.slice(1)) % 3 === 2 ? specs.equipment : specs.standard;
}

/** Only what the edition's conditions ask for: a fact nobody asked for is refused. */
export function factsAsked({ factNames }: SpecificationCast, known: Facts): Facts {
  return Object.fromEntries(factNames.map((name) => [name, known[name] ?? false]));
}

/** Invitations are opened over two days; the second factory of a maker joins the organisation that is there. */
export async function suppliersJoin(stage: Stage, sent: SentRequest[]): Promise<SupplierTeam[]> {
  const teams = new Map<string, SupplierTeam>();
  let minute = 0;
  for (const request of sent) {
    const { cast } = request.site;
    if (SILENT.has(cast.slug)) continue;
    stage.at(3 + Math.floor(minute / 480), 9, minute % 480);
    minute += 13;
    const known = teams.get(cast.slug);
    if (known) await joinWithExisting(stage, known, request.number);
    const team = known ?? await joinAsNew(stage, cast, request.number);
    teams.set(cast.slug, team);
    request.team = team;
    await stage.verb(AcknowledgeRequest).execute(await stage.as(team.contact), request.id);
    if (request === sent[0]) stage.tell(team.contact, 'supplier_joined', { maker: cast.name, factory: request.site.factory.name, number: request.number });
  }
  stage.tell(null, 'suppliers_joined', { joined: teams.size, waiting: sent.filter(({ team }) => !team).length });
  return [...teams.values()];
}

/** A supplier asks for more time and gets it; the reason stands in the trail. */
export async function extendOne(stage: Stage, house: House, sent: readonly SentRequest[]): Promise<void> {
  stage.at(9, 16);
  const request = sent.find(({ site }) => site.cast.slug === 'mizukagami');
  if (!request) return;
  const dueOn = stage.calendar.date(stage.calendar.last, 7);
  await stage.verb(ExtendRequest).execute(await stage.as(house.people.takasaki), request.id, { dueOn, reason: '先方の定期修理と重なるため' });
  stage.tell(house.people.takasaki, 'request_extended', { number: request.number, due: dueOn });
}
