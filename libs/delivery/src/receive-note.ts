import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { DomainError, invalid } from '@platform/errors';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor, TenantTx } from '@platform/tenancy';
import { DeliveryDocuments } from './attach-delivery-document.js';
import { DeliveryActs } from './delivery.policy.js';
import type { DeliveryId, LotInput } from './delivery.rules.js';
import { ReceiveDelivery } from './receive-delivery.js';

/** One line of the paper: what came of one order line. */
export interface ReceivedLine extends Omit<LotInput, 'noteNumber'> { readonly orderLineId: string; readonly announcementId?: string | null }

export interface ReceiveNoteInput {
  readonly noteNumber: string;
  /** 受領日; today unless written down later. */
  readonly receivedOn?: string;
  readonly lines: readonly ReceivedLine[];
  /** Photos or scans of the paper; they stand with every lot of it. */
  readonly evidenceIds?: readonly string[];
}

const OF_THE_NOTE = ['noteNumber', 'receivedOn'];

/** A 納品書 as it lies on the dock: one number, one day, often several order lines. All of its lots are received, or none. */
@Injectable()
export class ReceiveNote {
  constructor(private readonly db: TenantDb, private readonly receive: ReceiveDelivery, private readonly documents: DeliveryDocuments, private readonly clock: Clock) {}

  /**
   * Throws `delivery.no_lines`, and what `ReceiveDelivery` throws; a field of a line is named `lines.<index>.<field>`.
   * @returns one lot per line, in their order.
   */
  async execute(actor: Actor, input: ReceiveNoteInput): Promise<DeliveryId[]> {
    authorize(actor, DeliveryActs.receive, this.clock.now());
    return this.db.run(actor, (tx) => this.within(tx, input));
  }

  async within(tx: TenantTx, { noteNumber, receivedOn, lines, evidenceIds = [] }: ReceiveNoteInput): Promise<DeliveryId[]> {
    if (lines.length === 0) throw invalid('delivery.no_lines');
    const received: DeliveryId[] = [];
    for (const [index, line] of lines.entries()) {
      const id = await this.receive.within(tx, { ...line, noteNumber, ...(receivedOn && { receivedOn }) }).catch((error: unknown) => { throw inLine(error, index); });
      await this.documents.add(tx, id, evidenceIds);
      received.push(id);
    }
    return received;
  }
}

/** The same error, with the line it is about. */
function inLine(error: unknown, index: number): unknown {
  if (!(error instanceof DomainError) || error.fields.length === 0) return error;
  const fields = error.fields.map((problem) => OF_THE_NOTE.includes(problem.field) ? problem : { ...problem, field: `lines.${index}.${problem.field}` });
  return new DomainError(error.kind, error.code, error.params, fields);
}
