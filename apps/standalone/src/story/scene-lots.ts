import { Readable } from 'node:stream';
import { UploadEvidence } from '@libs/evidence';
import { AnnounceDelivery, ReceiveDelivery, ReturnDelivery } from '@libs/delivery';
import type { DeliveryId } from '@libs/delivery';
import { ApproveInspection, ConfirmInspection, Inspections, JudgeLot, OpenInspection, RecordResult, isDue } from '@libs/inspection';
import type { InspectionId, InspectionItem, Judgement } from '@libs/inspection';
import { evidencePdf } from './paper.js';
import type { House } from './scene-house.js';
import type { PlacedLine } from './scene-orders.js';
import type { Stage } from './stage.js';

type Fate = 'announced' | 'received' | 'inspecting' | 'judged' | 'confirmed' | 'approved' | 'rejected' | 'rejected_and_returned';

/** What becomes of the lots of the pinned lines, in their order; the first is the narrated one. Lines beyond have no lot yet. */
const FATES: readonly Fate[] = [
  ...Array<Fate>(26).fill('approved'), 'rejected', 'rejected_and_returned', 'confirmed', 'confirmed', 'confirmed', 'judged', 'judged', 'judged', 'judged',
  'inspecting', 'inspecting', 'inspecting', ...Array<Fate>(6).fill('received'), ...Array<Fate>(5).fill('announced'),
];
const OBSERVED: readonly Fate[] = ['approved', 'approved', 'approved', 'inspecting', 'received', 'received'];

export interface NarratedLot { readonly inspectionId: InspectionId; readonly line: PlacedLine }

/** The dock, the inspection and the two signatures, for every lot of the month. */
export async function lots(stage: Stage, house: House, lines: readonly PlacedLine[]): Promise<NarratedLot> {
  const pinned = lines.filter((line) => line.pinned);
  const unpinned = lines.filter((line) => !line.pinned);
  const narrated = await narratedLot(stage, house, pinned[0]);
  for (const [index, fate] of FATES.slice(1).entries()) await oneLot(stage, house, pinned[index + 1], fate, index);
  for (const [index, fate] of OBSERVED.entries()) await oneLot(stage, house, unpinned[index], fate, 60 + index);
  await stage.settle();
  stage.at(stage.calendar.last, 8, 30);
  stage.tell(null, 'lots_done', { lots: FATES.length + OBSERVED.length });
  return narrated;
}

/** 分納 1/2 of the narrated order, with the evidence that the inspector saw; the second half is announced. */
async function narratedLot(stage: Stage, house: House, line: PlacedLine): Promise<NarratedLot> {
  const { nagase, watanabe, sakuraba, hamada } = house.people;
  stage.at(17, 9, 10);
  const deliveryId = await receive(stage, house, line, { quantity: 1, installmentsTotal: 2, note: `NS-${line.po}-1`, serials: ['SWC300-0417'] });
  stage.tell(hamada, 'received', { note: `NS-${line.po}-1`, goods: line.site.cast.goods });
  stage.at(18, 10);
  const inspectionId = await stage.verb(OpenInspection).execute(await stage.as(nagase), { deliveryId });
  const items = await record(stage, house, inspectionId, { evidence: await seen(stage, house) });
  const judged = await stage.verb(JudgeLot).execute(await stage.as(nagase), inspectionId);
  stage.tell(nagase, 'judged', { note: `NS-${line.po}-1`, items });
  stage.at(18, 15);
  await stage.verb(ConfirmInspection).execute(await stage.as(watanabe), { inspectionId, statementSha256: judged.statementSha256 });
  stage.tell(watanabe, 'confirmed', { note: `NS-${line.po}-1` });
  stage.at(19, 9);
  await stage.verb(ApproveInspection).execute(await stage.as(sakuraba), { inspectionId, statementSha256: judged.statementSha256 });
  stage.tell(sakuraba, 'approved', { note: `NS-${line.po}-1` });
  await stage.settle();
  await announce(stage, line, { quantity: 1, installmentsTotal: 2, note: `NS-${line.po}-2`, serials: ['SWC300-0418'] });
  return { inspectionId, line };
}

interface Lot { readonly quantity: number; readonly note: string; readonly installmentsTotal?: number; readonly serials?: readonly string[] }

async function receive(stage: Stage, house: House, line: PlacedLine, { note, ...lot }: Lot): Promise<DeliveryId> {
  return stage.verb(ReceiveDelivery).execute(await stage.as(house.people.hamada), { orderLineId: line.id, noteNumber: note, ...lot });
}

async function announce(stage: Stage, line: PlacedLine, { note, ...lot }: Lot): Promise<void> {
  const contact = line.agreed?.request.team?.contact;
  if (contact) await stage.verb(AnnounceDelivery).execute(await stage.as(contact), { orderLineId: line.id, noteNumber: note, ...lot });
}

async function oneLot(stage: Stage, house: House, line: PlacedLine, fate: Fate, index: number): Promise<void> {
  const last = stage.calendar.last;
  const day = Math.min(last - 2, Math.max(line.placedOnDay + 1, 17 + (index % 5)));
  stage.at(day, 8, 40 + (index % 20));
  const lot: Lot = { quantity: line.quantity, note: `${line.site.cast.code}-${String(5200 + index)}`, serials: line.site.cast.kind === 'equipment' ? [`${line.site.cast.model}-${String(1000 + index)}`] : [] };
  if (fate === 'announced') return announce(stage, line, lot);
  const deliveryId = await receive(stage, house, line, lot);
  if (fate === 'received') return;
  await inspect(stage, house, { deliveryId, fate, day, index });
}

async function inspect(stage: Stage, house: House, { deliveryId, fate, day, index }: { deliveryId: DeliveryId; fate: Fate; day: number; index: number }): Promise<void> {
  const { nagase, watanabe, sakuraba, takasaki } = house.people;
  stage.at(day, 13, index % 60);
  const inspectionId = await stage.verb(OpenInspection).execute(await stage.as(nagase), { deliveryId });
  const failing = fate.startsWith('rejected') ? 1 : 0;
  await record(stage, house, inspectionId, { failing, upTo: fate === 'inspecting' ? 5 : undefined });
  if (fate === 'inspecting') return;
  const { statementSha256 }: Judgement = await stage.verb(JudgeLot).execute(await stage.as(nagase), inspectionId);
  if (fate === 'judged') return;
  stage.at(day + 1, 9, index % 60);
  await stage.verb(ConfirmInspection).execute(await stage.as(watanabe), { inspectionId, statementSha256 });
  if (fate === 'confirmed') return;
  stage.at(day + 1, 16, index % 60);
  await stage.verb(ApproveInspection).execute(await stage.as(sakuraba), { inspectionId, statementSha256 });
  await stage.settle();
  if (fate === 'rejected_and_returned') await stage.verb(ReturnDelivery).execute(await stage.as(takasaki), { deliveryId, reason: '受入検査で不合格のため返品' });
}

interface Recording { readonly failing?: number; readonly upTo?: number; readonly evidence?: Readonly<Record<string, string>> }

/** Every item that is due, by our own test where the checklist offers one. `failing`: so many of them do not conform; `evidence`: files by item. */
async function record(stage: Stage, house: House, inspectionId: InspectionId, { failing = 0, upTo, evidence = {} }: Recording = {}): Promise<number> {
  const { items } = await stage.read(house.organizationId, (tx) => stage.verb(Inspections).byId(tx, inspectionId));
  const due = items.filter(isDue).slice(0, upTo);
  const by = await stage.as(house.people.nagase);
  let toFail = failing;
  for (const item of due) {
    const fails = toFail > 0 && item.owner === 'supplier' && item.necessity === 'must';
    if (fails) toFail -= 1;
    await stage.verb(RecordResult).execute(by, {
      inspectionId, itemKey: item.key, method: methodOf(item), evidenceIds: evidence[item.code] ? [evidence[item.code]] : [],
      ...(fails ? { result: 'nonconform', note: '要求を満たすことを確認できず、再提出も期日に間に合わない。' } as const : { result: 'conform', note: evidence[item.code] ? NOTES[item.code] : null } as const),
    });
  }
  return due.length;
}

/** What the inspector wrote down beside the result. */
const NOTES: Readonly<Record<string, string>> = {
  'AC-16': '封印シール番号 0417 を確認。', 'AC-17': 'パターン 2026.318、検出 0 件。',
};

/** The inspector's own records of the narrated lot. */
async function seen(stage: Stage, house: House): Promise<Record<string, string>> {
  const by = await stage.as(house.people.nagase);
  const scan = '機器番号,実施日,パターンファイルID,実施者,確認者,結果\r\nSWC300-0417,2026,318,長瀬,渡邊,検出なし\r\n';
  const upload = async (fileName: string, bytes: Buffer): Promise<string> =>
    (await stage.verb(UploadEvidence).execute(by, { content: Readable.from([bytes]), fileName })).id;
  return {
    'AC-16': await upload('納品書_封印確認_SWC300-0417.pdf', evidencePdf('dock', 'seal')),
    'AC-17': await upload('マルウェア検査記録_SWC300-0417.csv', Buffer.from(`\ufeff${scan}`, 'utf8')),
  };
}

const methodOf = ({ methods }: InspectionItem): InspectionItem['methods'][number] => methods.includes('own_test') ? 'own_test' : methods[0];
