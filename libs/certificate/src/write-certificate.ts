import { addYears, sumQuantities } from '@pure/order';
import { localDate } from '@platform-pure/forms';
import { buildCertificate } from './certificate.document.js';
import type { CertificateStatement, PrintedSignOff, SignOffRole } from './certificate.document.js';
import { GOVERNING } from './certificate.labels.js';
import type { Sources } from './certificate-sources.js';
import { confirmationOf, countsOf, exceptionsOf, itemsOf, malwareScanOf, residualNotesOf } from './content.rules.js';

export interface Identification {
  readonly number: string;
  readonly code: string;
  /** Where a stranger checks it, without a trailing slash. */
  readonly publicUrl: string;
  /** 発行日, fixed here: rendering it tomorrow does not move it. */
  readonly issuedOn: string;
  readonly replaces: { readonly number: string; readonly reason: string } | null;
}

const STEP_OF: Readonly<Record<SignOffRole, 'judge' | 'confirm' | 'approve'>> = { approver: 'approve', confirmer: 'confirm', inspector: 'judge' };
export const SIGN_OFF_ROLES: readonly SignOffRole[] = ['approver', 'confirmer', 'inspector'];

/** The statement of one certificate: everything that will be printed, from the sources and the identification alone. */
export function writeCertificate(sources: Sources, identification: Identification): CertificateStatement {
  const { frozen, line, delivery, buyer, agreement } = sources;
  const { number, code, publicUrl, issuedOn, replaces } = identification;
  const items = itemsOf(frozen.document);
  const counts = countsOf(items);
  const exceptions = exceptionsOf(items);
  const { specification } = frozen.document.basis;
  if (!specification || !delivery.inspectedOn || !delivery.acceptedOn) throw new Error(`inspection ${frozen.document.inspectionId} is not complete`);
  return buildCertificate({
    number, replaces, ...goodsOf(sources), ...partiesOf(sources), criticality: frozen.document.criticality, basis: basisOf(sources),
    order: {
      id: line.id, poNumber: line.poNumber, lineNo: line.lineNo, jobNumber: line.jobNumber, contractForm: line.contractForm, governingDocument: line.governingDocument,
    },
    delivery: { id: delivery.id, noteNumber: delivery.noteNumber, installmentNo: delivery.installmentNo, installmentsTotal: delivery.installmentsTotal },
    dates: { ordered: line.orderedOn, received: delivery.receivedOn, inspected: delivery.inspectedOn, accepted: delivery.acceptedOn, issued: issuedOn },
    inspection: { id: frozen.document.inspectionId, digest: frozen.sha256 }, verdict: 'passed', items, counts, exceptions, malwareScan: malwareScanOf(items),
    confirmation: confirmationOf({ number: specification.number, edition: specification.edition, governing: GOVERNING[line.governingDocument] }, counts),
    signOff: SIGN_OFF_ROLES.map((role) => signOffOf(sources, role)),
    residualNotes: residualNotesOf(items, agreement.document.deviations, exceptions.shown),
    disclosureClass: buyer.disclosureClass, retainUntil: addYears(issuedOn, buyer.retentionYears),
    verification: { code, url: `${publicUrl}/verify/${code}` },
  });
}

function goodsOf({ line, delivery, lots }: Sources): Pick<CertificateStatement, 'goods' | 'kind'> {
  const accepted = sumQuantities(lots.filter((lot) => lot.verdict === 'passed' && lot.installmentNo <= delivery.installmentNo).map((lot) => lot.quantity));
  const all = sumQuantities(lots.filter((lot) => lot.verdict === 'passed').map((lot) => lot.quantity));
  return {
    kind: all >= line.quantity ? 'final' : 'partial',
    goods: {
      itemName: line.itemName, model: line.model, unit: line.unit, ordered: line.quantity, accepted: delivery.quantity, acceptedSoFar: accepted,
      serials: delivery.serials, versions: delivery.versions,
    },
  };
}

function partiesOf({ buyer, site, supplier, agreement }: Sources): Pick<CertificateStatement, 'issuer' | 'supplier'> {
  return {
    issuer: {
      organizationId: buyer.id, legalName: buyer.name, nameEn: buyer.nameEn, corporateNumber: buyer.corporateNumber, address: buyer.address,
      department: agreement.document.agreedBy.department,
    },
    supplier: {
      organizationId: site.joinedOrganizationId, name: site.makerName, nameEn: site.makerNameEn, corporateNumber: supplier?.corporateNumber ?? null,
      address: site.address, counterpartyCode: site.counterpartyCode, factoryName: site.factoryName,
    },
  };
}

function basisOf({ frozen, agreement, buyer }: Sources): CertificateStatement['basis'] {
  const { specification, response, request, checklist } = frozen.document.basis;
  if (!specification || !response || !request) throw new Error(`inspection ${frozen.document.inspectionId} has no pinned basis`);
  const { sha256: digest, ...edition } = specification;
  return {
    specification: { ...edition, digest }, request,
    response: { statementId: response.statementId, revision: response.revision, digest: response.sha256, ...(agreement.document.statement.unsigned && { unsigned: true as const }) },
    agreement: { id: agreement.id, agreedOn: localDate(new Date(agreement.document.agreedAt), buyer.timeZone), digest: agreement.sha256 },
    checklist: checklist.map(({ key, edition: version, title, sha256 }) => ({ key, edition: version, title, digest: sha256 })),
  };
}

function signOffOf({ inspection }: Sources, role: SignOffRole): PrintedSignOff {
  const signed = inspection.signOffs.find(({ step }) => step === STEP_OF[role]);
  if (!signed) throw new Error(`inspection ${inspection.id} has no ${role}`);
  return { role, name: signed.name, department: signed.department, method: signed.method, at: signed.at.toISOString() };
}

/** The same acts as they go into the sealed bytes: with the person key, bound to the inspection the person saw. */
export function sealedActsOf({ inspection }: Sources) {
  return SIGN_OFF_ROLES.map((role) => {
    const { name, department, personKey, method, at, statementSha256 } = inspection.signOffs.find(({ step }) => step === STEP_OF[role])!;
    return { role, name, department, personKey, method, at: at.toISOString(), digest: statementSha256 };
  });
}
