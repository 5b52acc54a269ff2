import type { OrderLedgerLine } from '@libs/insight';
import type { OrderLine, PinnableAgreement } from '@libs/order';
import type { StatusView } from '@pure/insight';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';
import { agreementChoices } from './order-form.view.js';

export interface PlacingLine {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly supplier: string;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly dueOn: string;
  readonly inspectionDueOn: string | null;
  /** Null with セキュア要求 なし; then the reason stands there. */
  readonly agreements: readonly { readonly value: string; readonly label: TextRef | string; readonly chosen: boolean }[] | null;
  readonly reason: string | null;
}

/** What is about to be ordered; the agreement that the draft names, or the newest of the factory, is proposed. */
export function placingLine(line: OrderLine, ledger: OrderLedgerLine, agreements: readonly PinnableAgreement[]): PlacingLine {
  const proposed = line.plannedAgreementId ?? agreements[0]?.id ?? '';
  return {
    id: line.id, version: line.version, number: `${line.poNumber}-${line.lineNo}`, supplier: [ledger.makerName, ledger.factoryName].join(' '), item: [line.itemName, line.model ?? ''].join(' ').trim(),
    quantity: line.quantity, unit: line.unit, dueOn: line.dueOn, inspectionDueOn: line.inspectionDueOn, reason: line.noRequirementReason,
    agreements: line.secureRequirement ? agreementChoices(agreements).map((choice) => ({ ...choice, chosen: choice.value === proposed })) : null,
  };
}

export interface PlacedLine { readonly id: string | null; readonly number: string; readonly item: string; readonly status: StatusView; readonly reasons: readonly TextRef[]; readonly changeable: boolean }
export interface PlacingResult { readonly placed: number; readonly refused: number; readonly lead: TextRef; readonly lines: readonly PlacedLine[] }

export function placingResult(lines: readonly PlacedLine[]): PlacingResult {
  const placed = lines.filter(({ status }) => status.tone === 'done').length;
  const refused = lines.length - placed;
  return { placed, refused, lead: text(refused === 0 ? 'portal_orders.all_placed' : 'portal_orders.some_placed', { placed, refused }), lines };
}
