import { narratedResponse, otherResponses } from './scene-review.js';
import { afterIssue } from './scene-certificates.js';
import { buyerHouse, supplierLedger } from './scene-house.js';
import { lots } from './scene-lots.js';
import type { NarratedLot } from './scene-lots.js';
import { orderLines } from './scene-orders.js';
import { ownPlant } from './scene-own-plant.js';
import { extendOne, sendRequests, suppliersJoin } from './scene-requests.js';
import { specifications } from './scene-specifications.js';
import type { House } from './scene-house.js';
import type { SpecificationSet } from './scene-specifications.js';
import type { Stage } from './stage.js';

/** Working days of the story; the last one is the day it is played. */
export const STORY_DAYS = 24;
/** How often the narrator speaks: what the percentage is counted by. */
export const STORY_STEPS = 28;

export interface Played { readonly house: House; readonly specifications: SpecificationSet; readonly narrated: NarratedLot }

/** One month at a device maker and its thirty suppliers, by verbs alone. */
export async function play(stage: Stage): Promise<Played> {
  const house = await buyerHouse(stage);
  const ledger = await supplierLedger(stage, house);
  const specs = await specifications(stage, house);
  const sent = await sendRequests(stage, house, ledger, specs);
  await suppliersJoin(stage, sent);
  await ownPlant(stage, house, specs.plant);
  const [first, ...others] = sent;
  const narratedAgreement = await narratedResponse(stage, house, first);
  await extendOne(stage, house, sent);
  const agreed = await otherResponses(stage, house, others);
  const lines = await orderLines(stage, house, ledger, [narratedAgreement, ...agreed]);
  const narrated = await lots(stage, house, lines);
  await afterIssue(stage, house);
  return { house, specifications: specs, narrated };
}
