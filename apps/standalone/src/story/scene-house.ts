import { AddSite } from '@libs/organization';
import { ApproveSupplierSite, RegisterSupplierSite } from '@libs/supplier';
import type { SupplierSiteId } from '@libs/supplier';
import { BUYER, BUYER_PEOPLE, SUPPLIERS } from './cast.js';
import type { Factory, SupplierCast } from './cast.js';
import { contactEmail, foundBuyer, hire } from './people.js';
import type { Player } from './player.js';
import type { Stage } from './stage.js';

export interface House { readonly organizationId: Player['organizationId']; readonly people: Readonly<Record<string, Player>>; readonly siteId: string }
export interface LedgerSite { readonly id: SupplierSiteId; readonly cast: SupplierCast; readonly factory: Factory }

/** The buyer's organisation, its plants and the people with their roles. */
export async function buyerHouse(stage: Stage): Promise<House> {
  stage.at(0, 8, 30);
  const { sites, ...profile } = BUYER;
  const [adminCast, ...others] = BUYER_PEOPLE;
  const admin = await foundBuyer(stage, profile, adminCast);
  stage.tell(admin, 'buyer_founded', { name: BUYER.name });
  const siteIds: string[] = [];
  for (const site of sites) siteIds.push(await stage.verb(AddSite).execute(await stage.as(admin), site));
  const hired = await hire(stage, admin, others);
  stage.tell(admin, 'buyer_staffed', { people: others.length, sites: sites.length });
  const people = Object.fromEntries([[adminCast.key, admin], ...hired.map((player, index) => [others[index].key, player] as const)]);
  return { organizationId: admin.organizationId, people, siteId: siteIds[0] };
}

/** 取引先台帳: one row per factory; some are registered and still wait for approval. */
export async function supplierLedger(stage: Stage, house: House): Promise<LedgerSite[]> {
  stage.at(0, 10);
  const { takasaki } = house.people;
  const by = await stage.as(takasaki);
  const ledger: LedgerSite[] = [];
  for (const cast of SUPPLIERS) {
    for (const factory of cast.factories) {
      const id = await stage.verb(RegisterSupplierSite).execute(by, {
        counterpartyCode: cast.code, makerName: cast.name, makerNameEn: cast.nameEn, factoryName: factory.name, address: factory.address,
        kind: cast.kind, sme: cast.sme, contactName: cast.people[0], contactEmail: contactEmail(cast),
      });
      ledger.push({ id, cast, factory });
    }
  }
  stage.at(0, 15);
  const approved = ledger.slice(0, -WAITING_FOR_APPROVAL);
  const later = await stage.as(takasaki);
  for (const site of approved) await stage.verb(ApproveSupplierSite).execute(later, site.id);
  stage.tell(takasaki, 'ledger_made', { sites: ledger.length, makers: SUPPLIERS.length, approved: approved.length });
  return ledger;
}

const WAITING_FOR_APPROVAL = 2;
