import type { Id, OrganizationId } from '@platform-pure/tenancy';
import { FormReader } from '@platform-pure/forms';

export type SupplierSiteId = Id<'SupplierSite'>;
export const SUPPLIER_KINDS = ['equipment', 'materials', 'service'] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

/** What the ledger holds of a factory (S003 §3.2.1 表10: one row per factory site, not per company). */
export interface SupplierSiteContent {
  readonly counterpartyCode: string;
  readonly makerName: string;
  readonly makerNameEn: string | null;
  readonly factoryName: string;
  readonly address: string;
  readonly kind: SupplierKind;
  /** 中小受託事業者 under 取適法: looked at before a request is sent (domain.md §3.3). */
  readonly sme: boolean;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
}

export interface SupplierSite extends SupplierSiteContent {
  readonly id: SupplierSiteId;
  /** 登録日 and 認定日 are two acts: a registered factory is not an approved one (domain.md §0b.6, our reading of 表10). */
  readonly registeredOn: string;
  readonly approvedOn: string | null;
  readonly joinedOrganizationId: OrganizationId | null;
  readonly joinedAt: Date | null;
  readonly version: number;
}

export type SupplierSiteInput = Omit<SupplierSiteContent, 'makerNameEn' | 'contactName' | 'contactEmail'>
  & Partial<Pick<SupplierSiteContent, 'makerNameEn' | 'contactName' | 'contactEmail'>>;

/** Throws `supplier.site_invalid` naming every field that is wrong. */
export function readSite(input: SupplierSiteInput): SupplierSiteContent {
  const form = new FormReader();
  const content: SupplierSiteContent = {
    counterpartyCode: form.text('counterpartyCode', input.counterpartyCode, 40),
    makerName: form.text('makerName', input.makerName, 200),
    makerNameEn: form.optionalText('makerNameEn', input.makerNameEn, 200),
    factoryName: form.text('factoryName', input.factoryName, 200),
    address: form.text('address', input.address, 400),
    kind: form.oneOf('kind', input.kind, SUPPLIER_KINDS),
    sme: input.sme,
    contactName: form.optionalText('contactName', input.contactName, 100),
    contactEmail: form.email('contactEmail', input.contactEmail),
  };
  form.finish('supplier.site_invalid');
  return content;
}

/** The day of registration: today unless an older ledger is being carried over; never in the future. */
export function readRegistrationDay(given: string | undefined, today: string): string {
  const day = given ?? today;
  const form = new FormReader();
  form.date('registeredOn', day);
  if (day > today) form.wrong('registeredOn', 'supplier.day_in_future', { day });
  form.finish('supplier.site_invalid');
  return day;
}

/** The day of approval lies between registration and today. */
export function readApprovalDay(site: Pick<SupplierSite, 'registeredOn'>, given: string | undefined, today: string): string {
  const day = given ?? today;
  const form = new FormReader();
  form.date('approvedOn', day);
  if (day > today) form.wrong('approvedOn', 'supplier.day_in_future', { day });
  if (day < site.registeredOn) form.wrong('approvedOn', 'supplier.approved_before_registered', { day, registered: site.registeredOn });
  form.finish('supplier.site_invalid');
  return day;
}
