import type { Announcement, Delivery, DeliveryDocument } from '@libs/delivery';
import type { InspectionSummary } from '@libs/inspection';
import type { OrderLine } from '@libs/order';
import { mayReturn } from '@pure/delivery';
import { inspectionStatus, lotStatus } from '@pure/insight';
import type { LotState } from '@pure/insight';
import { day, fact, instant, link, number, phrase, size, status, table, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';

export interface DeliveryInput {
  readonly lot: Delivery;
  readonly line: OrderLine;
  readonly announcement: Announcement | null;
  readonly documents: readonly DeliveryDocument[];
  readonly inspection: InspectionSummary | null;
  readonly own: boolean;
  readonly may: { readonly open: boolean; readonly return: boolean; readonly attach: boolean };
  readonly typed?: object;
  readonly problems?: readonly Problem[];
}

export function deliveryView(input: DeliveryInput) {
  const { lot, own, may, inspection, documents } = input;
  return {
    id: lot.id, noteNumber: lot.noteNumber, status: status(lotStatus(lotState(lot, inspection))), own, lot: lotFacts(input), dates: dateFacts(input),
    difference: input.announcement ? differenceTable(lot, input.announcement) : null, inspection: inspectionBlock(input), inspectionId: inspection?.id ?? null,
    documents: documentsTable(documents), mayAttach: may.attach, serials: lot.serials.length > 0 ? lot.serials : null,
    return: returnBlock(input), form: formView(['reason'], input.typed ?? {}, input.problems ?? []),
  };
}

function lotState({ state }: Delivery, inspection: InspectionSummary | null): LotState {
  if (state !== 'received') return state;
  if (!inspection) return 'received';
  return inspection.state === 'approved' ? 'observed' : 'inspecting';
}

function lotFacts({ lot, line }: DeliveryInput): FactView[] {
  return [
    fact('portal_deliveries.order', link(`${line.poNumber}-${line.lineNo}`, `/orders/${line.id}`, line.jobNumber)), fact('portal_deliveries.item', words(line.itemName, line.model)),
    fact('delivery.field.quantity', number(lot.quantity, lot.unit)),
    fact('delivery.field.installment', words(`${lot.installmentNo} / ${lot.installmentsTotal ?? '–'}`)),
    fact('portal_deliveries.open', number(Math.max(0, line.quantity - line.receivedQuantity), line.unit)),
    ...(lot.versions.length > 0 ? [fact('delivery.field.versions', words(lot.versions.map(({ name, version }) => `${name} ${version}`).join('、')))] : []),
    fact('delivery.field.received_by', words(lot.receivedBy, lot.receivedByDepartment)),
  ];
}

function dateFacts({ lot, line }: DeliveryInput): FactView[] {
  return [
    fact('delivery.field.received_on', day(lot.receivedOn)), fact('delivery.field.payment_due_on', day(lot.paymentDueOn)),
    fact('portal_deliveries.inspection_due', day(line.inspectionDueOn)), fact('delivery.field.inspected_on', day(lot.inspectedOn)), fact('delivery.field.accepted_on', day(lot.acceptedOn)),
    ...(lot.returnedOn ? [fact('delivery.field.returned_on', day(lot.returnedOn)), fact('delivery.field.return_reason', words(lot.returnReason, lot.returnedBy))] : []),
  ];
}

function differenceTable(lot: Delivery, announced: Announcement): TableView {
  const only = (a: readonly string[], b: readonly string[]): string => a.filter((serial) => !b.includes(serial)).join('、');
  const [missing, extra] = [only(announced.serials, lot.serials), only(lot.serials, announced.serials)];
  const same = (equal: boolean): Cell => status(equal ? { tone: 'done', key: 'portal_deliveries.as_announced' } : { tone: 'back', key: 'portal_deliveries.differs' });
  const rows: Cell[][] = [
    [phrase('delivery.field.quantity'), number(announced.quantity, lot.unit), number(lot.quantity, lot.unit), same(announced.quantity === lot.quantity)],
    [phrase('delivery.field.serials'), words(missing || '–'), words(extra || '–'), same(missing === '' && extra === '')],
  ];
  return table('portal_deliveries.difference', ['portal_deliveries.what', 'portal_deliveries.announced', 'portal_deliveries.received', 'portal_deliveries.compared'], rows, 'portal_deliveries.as_announced');
}

function documentsTable(documents: readonly DeliveryDocument[]): TableView {
  const rows = documents.map((file) => [link(file.fileName, `/evidence/${file.id}`), size(file.byteSize), words(file.attachedBy), instant(file.attachedAt)]);
  return table('portal_deliveries.documents', ['evidence.field.file_name', 'evidence.field.byte_size', 'portal_deliveries.added_by', 'portal_deliveries.added_at'], rows, 'portal_deliveries.no_documents');
}

/** The next step, or whose step it is. */
function inspectionBlock({ lot, inspection, may, own }: DeliveryInput) {
  if (inspection) return { kind: 'begun', id: inspection.id, status: status(inspectionStatus(inspection.state, inspection.verdict)), open: may.open && inspection.state === 'open' } as const;
  if (!own || lot.state === 'returned') return { kind: 'none' } as const;
  return { kind: may.open ? 'open' : 'waits' } as const;
}

function returnBlock({ lot, own, may }: DeliveryInput): 'form' | 'passed' | null {
  if (!own || !may.return || lot.state === 'returned') return null;
  return mayReturn(lot) ? 'form' : 'passed';
}
