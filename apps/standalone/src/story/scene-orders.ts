import { CancelOrder, PlaceOrder, RegisterOrderLine } from '@libs/order';
import type { OrderLineId, RegisterOrderLineInput } from '@libs/order';
import type { House, LedgerSite } from './scene-house.js';
import type { Agreed } from './scene-review.js';
import type { Stage } from './stage.js';

export interface PlacedLine {
  readonly id: OrderLineId; readonly site: LedgerSite; readonly quantity: number; readonly pinned: boolean; readonly secure: boolean; readonly po: string;
  readonly agreed: Agreed | null; readonly placedOnDay: number;
}

const LINES = 120;
const REASONS = [
  '計算機を含まない汎用の梱包材であり、構内作業も発生しないため', '既設装置と同一型式の消耗部品で、ソフトウェアを含まないため', '試作評価用の少量品で、生産ラインに接続しないため',
];

/**
 * 調達台帳: 120 lines. Lines for makers with an agreement pin it; the others are placed without a pin, some say セキュア要求なし with its reason,
 * some are still drafts, and two were cancelled.
 */
export async function orderLines(stage: Stage, house: House, ledger: readonly LedgerSite[], agreed: readonly Agreed[]): Promise<PlacedLine[]> {
  const placed: PlacedLine[] = [];
  for (let index = 0; index < LINES; index += 1) {
    stage.at(13 + (index % 4), 10, index % 60);
    const by = await stage.as(house.people.takasaki);
    const deal = index < 78 ? agreed[index % agreed.length] : null;
    const site = deal?.request.site ?? ledger[(index * 7) % ledger.length];
    const secure = deal !== null || index % 3 !== 0;
    const input = terms(stage, site, index, secure);
    const id = await stage.verb(RegisterOrderLine).execute(by, input);
    if (index >= 108) continue; // drafts
    await stage.verb(PlaceOrder).execute(by, { orderLineId: id, agreementId: deal?.agreementId ?? null });
    if (index === 100 || index === 103) await stage.verb(CancelOrder).execute(by, { orderLineId: id, reason: '設計変更により不要となったため' });
    else placed.push({ id, site, quantity: input.quantity, pinned: deal !== null, secure, po: input.poNumber, agreed: deal, placedOnDay: 13 + (index % 4) });
  }
  await stage.settle();
  stage.at(16, 17);
  const pinned = placed.filter((line) => line.pinned).length;
  stage.tell(house.people.takasaki, 'orders_placed', { lines: LINES, pinned, none: placed.filter((line) => !line.secure).length });
  return placed;
}

function terms(stage: Stage, { id, cast }: LedgerSite, index: number, secure: boolean): RegisterOrderLineInput {
  const day = 13 + (index % 4);
  const materials = cast.kind === 'materials';
  return {
    supplierSiteId: id, jobNumber: `J26-${String(4100 + index)}`, poNumber: `PO-26-${String(70010 + index * 3)}`, lineNo: 1 + (index % 3),
    governingDocument: cast.slug === 'minatomachi' ? 'outsourcing_spec' : 'purchase_spec', secureRequirement: secure,
    noRequirementReason: secure ? null : REASONS[index % REASONS.length], contractForm: cast.slug === 'minatomachi' ? 'jun_inin' : 'ukeoi',
    itemName: cast.goods, model: cast.model, quantity: materials ? 40 + (index % 5) * 20 : index === 0 ? 2 : 1 + (index % 2), unit: materials ? '本' : '台',
    orderedOn: stage.calendar.date(day), dueOn: stage.calendar.date(day, 12), inspectionDueOn: stage.calendar.date(day, 26),
    deliveryPlace: index % 4 === 0 ? '大分工場 受入場' : '松本工場 第2受入場', amount: materials ? 380_000 + index * 1_000 : 12_500_000 + index * 50_000, paymentTermsDays: 30 + (index % 4) * 10,
    criticality: index % 17 === 5 ? 'high' : null,
  };
}
