import type { InspectionDetail } from '@libs/inspection';
import { GATES, acceptsCompensation } from '@pure/catalog';
import { RESULTS, counts, isDue } from '@pure/inspection';

export interface WorksheetInput {
  readonly inspection: InspectionDetail;
  readonly item: string;
  readonly supplier: string;
  /** Where the QR code leads. */
  readonly address: string;
  readonly printedOn: string;
}

/** The same items on A4, for a corridor where no device may go: boxes to tick, room for words, a line to sign. */
export function worksheetView({ inspection, item, supplier, address, printedOn }: WorksheetInput) {
  const { id, lot, items, criticality, threePersons } = inspection;
  const due = items.filter(isDue);
  return {
    id, address, printedOn, noteNumber: lot.noteNumber, order: `${lot.poNumber}-${lot.lineNo}`, item, supplier, quantity: lot.quantity, unit: lot.unit, installment: `${lot.installmentNo} / ${lot.installmentsTotal ?? '–'}`,
    receivedOn: lot.receivedOn, serials: lot.serials.join('、'), criticality: `specification.criticality.${criticality}`, high: criticality === 'high', threePersons, observation: inspection.kind === 'observation',
    gates: GATES.map((gate) => ({
      code: gate, gate: `catalog.gate.${gate}`,
      items: due.filter((one) => one.gate === gate).map((one) => ({
        code: one.code, title: one.title, reminder: !counts(one), necessity: `catalog.necessity.${one.necessity}`, methods: one.methods.map((method) => `catalog.method.${method}`),
        boxes: RESULTS.filter((result) => result !== 'conform_by_compensation' || acceptsCompensation(one.necessity)).map((result) => `portal.result.${result}`),
      })),
    })).filter((gate) => gate.items.length > 0),
  };
}
