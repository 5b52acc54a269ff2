import { SendRequest } from '@libs/request';
import { answer, submitAndSign } from './scene-answers.js';
import type { House } from './scene-house.js';
import { factsAsked } from './scene-requests.js';
import type { SpecificationCast } from './scene-specifications.js';
import { BUYER, SUPPLIERS } from './cast.js';
import type { Stage } from './stage.js';

/** A request to the buyer's own factory: the same questions, answered and signed by its own people (domain.md §0b.12). */
export async function ownPlant(stage: Stage, house: House, specification: SpecificationCast): Promise<void> {
  stage.at(4, 16);
  const { takasaki, ueno, morita } = house.people;
  const { id, number } = await stage.verb(SendRequest).execute(await stage.as(takasaki), {
    specificationEditionId: specification.editionId, ownSiteId: house.siteId, dueOn: stage.calendar.date(18), note: null,
    facts: factsAsked(specification, { wlan: true, internet_access: false }), levelDecision: { secrets: true, stoppage: true, reach: true },
  });
  const site = { id: house.siteId as never, cast: { ...SUPPLIERS[0], name: BUYER.name }, factory: BUYER.sites[0] };
  const team = { cast: site.cast, organizationId: house.organizationId, contact: ueno, signer: morita };
  const answering = await answer(stage, { id, number, site, specification, team }, { weak: ['2-7', '3-2'], unknown: ['2-8'] });
  await submitAndSign(stage, answering);
  stage.tell(morita, 'own_plant', { number, site: BUYER.sites[0].name });
}
