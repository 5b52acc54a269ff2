import { Catalogs } from './catalogs.js';
import type { FactName } from '@libs/catalog';
import { ApproveSpecification, DraftSpecification, Specifications, SubmitForApproval } from '@libs/specification';
import type { Criticality, SpecificationEditionId } from '@libs/specification';
import type { RequirementChoice } from '@libs/specification';
import type { House } from './scene-house.js';
import type { Stage } from './stage.js';

export interface SpecificationCast {
  readonly editionId: SpecificationEditionId;
  readonly number: string;
  /** What a sender has to state, because some condition asks for it. */
  readonly factNames: readonly FactName[];
}
export interface SpecificationSet { readonly equipment: SpecificationCast; readonly standard: SpecificationCast; readonly materials: SpecificationCast; readonly plant: SpecificationCast }

interface Plan {
  readonly ja: string; readonly en: string; readonly scope: string; readonly criticality: Criticality;
  readonly requirements: readonly RequirementChoice[]; readonly checklist: readonly { editionId: string; code: string }[];
}

/** Four requirement specifications from the shipped catalogues, each written by one person and approved by another. */
export async function specifications(stage: Stage, house: House): Promise<SpecificationSet> {
  const catalogs = await Catalogs.read(stage, house.organizationId);
  const checklist = catalogs.checklist();
  return {
    equipment: await issue(stage, house, {
      ja: '製造装置 セキュリティ要求仕様書（重要工程）', en: 'Security requirements for process equipment (critical steps)', criticality: 'high', checklist,
      scope: '洗浄・エッチング・搬送など、生産を止め得る装置とその保守用端末。', requirements: [...catalogs.factory(14), ...catalogs.checks('software', 8), ...catalogs.checks('cots', 6)],
    }, 1, 9),
    standard: await issue(stage, house, {
      ja: '製造装置 セキュリティ要求仕様書（標準）', en: 'Security requirements for process equipment (standard)', criticality: 'middle', checklist,
      scope: '測定・検査・付帯設備。', requirements: [...catalogs.factory(8), ...catalogs.checks('cots', 6)],
    }, 1, 11),
    materials: await issue(stage, house, {
      ja: '材料・部素材 セキュリティ要求仕様書', en: 'Security requirements for materials and parts', criticality: 'low',
      checklist: checklist.filter(({ code }) => MATERIALS_CHECKLIST.has(code)), scope: '薬液・ガス・ターゲット材など、計算機を含まない納入品。', requirements: catalogs.factory(8),
    }, 1, 13),
    plant: await issue(stage, house, {
      ja: '自社工場 セキュリティ点検票', en: 'Security check of our own plants', criticality: 'high', checklist: [], scope: '自社の製造工場。', requirements: catalogs.factory(32),
    }, 1, 14),
  };
}

const MATERIALS_CHECKLIST = new Set(['AC-01', 'AC-03', 'AC-04', 'AC-05', 'AC-12', 'AC-16', 'AC-25']);

async function issue(stage: Stage, house: House, plan: Plan, day: number, hour: number): Promise<SpecificationCast> {
  const { yoshida, kuze } = house.people;
  stage.at(day, hour);
  const author = await stage.as(yoshida);
  const { id, number, version } = await stage.verb(DraftSpecification).execute(author, {
    title: { ja: plan.ja, en: plan.en }, governingDocument: 'purchase_spec', department: yoshida.department,
    contact: { name: house.people.takasaki.name, email: house.people.takasaki.email }, criticality: plan.criticality, scope: plan.scope,
    requirements: plan.requirements, checklist: plan.checklist,
  });
  const submitted = await stage.verb(SubmitForApproval).execute(author, id, version);
  stage.minutesLater(35);
  const { editionId, sha256 } = await stage.verb(ApproveSpecification).execute(await stage.as(kuze), id, submitted.version);
  stage.tell(kuze, 'specification_approved', { number, title: plan.ja, items: plan.requirements.length, checklist: plan.checklist.length, sha: sha256.slice(0, 12) });
  const { document } = await stage.read(house.organizationId, (tx) => stage.verb(Specifications).edition(tx, editionId));
  return { editionId, number, factNames: document.factNames };
}
