import type { InspectionDetail, NonconformityRow, SignOff } from '@libs/inspection';
import { inspectionStatus } from '@pure/insight';
import { counts } from '@pure/inspection';
import { code, day, editionOf, fact, link, number, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { signOffView } from '../web/sign-offs.view.js';
import type { SignOffView } from '../web/sign-offs.view.js';
import { resultCell } from '../certificates/certificate.view.js';

export interface InspectionView {
  readonly noteNumber: string;
  readonly kind: string;
  readonly status: Cell;
  readonly observation: boolean;
  readonly signOffs: readonly SignOffView[];
  readonly lot: readonly FactView[];
  readonly basis: readonly FactView[];
  readonly items: TableView;
  readonly nonconformities: TableView;
}

export function inspectionView(inspection: InspectionDetail, nonconformities: readonly NonconformityRow[]): InspectionView {
  const { lot, kind, state, statement } = inspection;
  return {
    noteNumber: lot.noteNumber, kind: `portal.inspection.kind_${kind}`, observation: kind === 'observation',
    status: status(inspectionStatus(state, statement?.document.verdict ?? null)), signOffs: boxes(inspection.signOffs),
    lot: lotFacts(inspection), basis: basisFacts(inspection), items: itemsTable(inspection), nonconformities: nonconformityTable(nonconformities),
  };
}

/** 承認者 | 確認者 | 検査者, as on the form. */
function boxes(signOffs: readonly SignOff[]): SignOffView[] {
  const steps = [['approve', 'approver'], ['confirm', 'confirmer'], ['judge', 'inspector']] as const;
  return steps.map(([step, role]) => signOffView(`portal.sign_off.${role}`, signOffs.find((one) => one.step === step) ?? null));
}

function lotFacts({ lot, criticality, threePersons, statement }: InspectionDetail): FactView[] {
  return [
    fact('portal.certificate.order', words(`${lot.poNumber}-${lot.lineNo}`)), fact('portal.certificate.delivery_note', words(lot.noteNumber)),
    fact('portal.certificate.installment', words(`${lot.installmentNo} / ${lot.installmentsTotal ?? '–'}`)), fact('common.field.quantity', number(lot.quantity, lot.unit)),
    ...(lot.serials.length > 0 ? [fact('common.field.serial_numbers', words(lot.serials.join('、')))] : []),
    fact('portal.certificate.received_on', day(lot.receivedOn)), fact('portal.certificate.inspected_on', day(statement?.document.inspectedOn ?? null)),
    fact('portal.criticality', word(`specification.criticality.${criticality}`)), fact('portal.inspection.persons', phrase(`portal.inspection.persons_${threePersons ? 'three' : 'two'}`)),
  ];
}

function basisFacts({ basis, statement }: InspectionDetail): FactView[] {
  const { specification, request, response } = basis;
  return [
    ...(specification ? [fact('common.noun.specification', link(editionOf(specification.number, specification.edition), `/specifications/${specification.editionId}`))] : []),
    ...(request ? [fact('common.noun.request', link(request.number, `/requests/${request.id}`))] : []),
    ...(response ? [fact('common.noun.response', link({ ja: `第${response.revision}回提出`, en: `Submission ${response.revision}` }, `/responses/${response.statementId}`))] : []),
    ...(statement ? [fact('portal.certificate.inspection_hash', code(statement.sha256))] : []),
  ];
}

const COLUMNS = ['common.field.code', 'portal.item', 'catalog.gate', 'catalog.necessity', 'catalog.method', 'portal.result', 'portal.checked_on', 'common.field.note'];

/** After the judgement what was frozen; before it what has been recorded so far. */
function itemsTable({ items, results, statement }: InspectionDetail): TableView {
  const rows = items.map((item): Cell[] => {
    const frozen = statement?.document.items.find(({ key }) => key === item.key);
    const found = frozen ?? results.find(({ itemKey }) => itemKey === item.key);
    const { method = null, result = null, checkedOn = null, note = null, evidence = [] } = found ?? {};
    return [
      words(item.code), words(item.title), word(`catalog.gate.${item.gate}`), word(item.owner === 'buyer' ? 'portal.buyer_item' : `catalog.necessity.${item.necessity}`),
      method ? word(`catalog.method.${method}`) : words(''), resultCell({ applies: item.applies, counted: frozen?.counted ?? counts(item), result }),
      day(checkedOn), words(note, evidence.map(({ fileName }) => fileName).join('、'))];
  });
  return table('common.noun.checklist', COLUMNS, rows, 'portal.inspection.no_items');
}

function nonconformityTable(rows: readonly NonconformityRow[]): TableView {
  const cells = rows.map((one) => [words(one.itemCode), words(one.title, one.description), day(one.foundOn), words(one.foundBy)]);
  return table('common.noun.nonconformity', ['common.field.code', 'common.noun.nonconformity', 'portal.inspection.found_on', 'portal.inspection.found_by'], cells, 'portal.inspection.no_nonconformities');
}
