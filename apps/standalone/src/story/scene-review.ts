import { AgreeResponse, ReplyToFinding, ReturnWithFindings, ReviewAnswer, Reviews } from '@libs/review';
import type { Agreement } from '@libs/review';
import { Specifications } from '@libs/specification';
import { Statements, SubmitResponse, deviationsOf } from '@libs/response';
import { answer, correct, submitAndSign } from './scene-answers.js';
import type { Answering, Character } from './scene-answers.js';
import type { House } from './scene-house.js';
import type { SentRequest } from './scene-requests.js';
import type { Stage } from './stage.js';

export interface Agreed { readonly request: SentRequest; readonly agreementId: Agreement['id'] }

/** Where each maker stands at the end of the month. What is not named here has answered, signed and been agreed. */
const PLAN: Readonly<Record<string, { until: 'untouched' | 'answering' | 'submitted' | 'released' | 'returned'; character?: Character }>> = {
  kazahaya: { until: 'answering', character: { stopAfter: 9 } },
  asahina: { until: 'answering', character: { stopAfter: 4 } },
  suishou: { until: 'untouched' },
  mizukagami: { until: 'answering', character: { stopAfter: 7 } },
  sazanami: { until: 'untouched' },
  amagiri: { until: 'submitted' },
  shirakaba: { until: 'released' },
  karasu: { until: 'released' },
  kongo: { until: 'returned', character: { weak: ['2-1', '1-3'] } },
};

const FIRST_WEAK = ['1-4', '2-1'];

/** The narrated one: answered with two weak points, returned with findings, corrected, agreed. */
export async function narratedResponse(stage: Stage, house: House, request: SentRequest): Promise<Agreed> {
  stage.at(5, 9);
  const team = request.team!;
  const answering = await answer(stage, request, { weak: FIRST_WEAK });
  stage.tell(team.contact, 'answered', { number: request.number });
  const first = await submitAndSign(stage, answering);
  stage.tell(team.signer, 'signed', { number: request.number, revision: first.revision, sha: first.sha256.slice(0, 12) });
  await returnIt(stage, house, answering, 6);
  stage.at(8, 10);
  await correct(stage, answering, FIRST_WEAK);
  const second = await submitAndSign(stage, answering);
  stage.tell(team.signer, 'signed', { number: request.number, revision: second.revision, sha: second.sha256.slice(0, 12) });
  stage.at(9, 11);
  const agreed = await agree(stage, house, answering);
  stage.tell(house.people.takasaki, 'agreed', { number: request.number });
  return agreed;
}

async function returnIt(stage: Stage, house: House, answering: Answering, day: number): Promise<void> {
  stage.at(day, 14);
  const { takasaki, yoshida } = house.people;
  const { statementId } = answering.submission!;
  const statement = await stage.read(house.organizationId, (tx) => stage.verb(Statements).byId(tx, statementId));
  const weak = statement.document.answers.filter(({ comment }) => comment?.includes('整備中')).slice(0, 2);
  const keys = weak.length ? weak.map(({ key }) => key) : [statement.document.answers[0].key];
  await stage.verb(ReviewAnswer).execute(await stage.as(yoshida), { statementId, requirementKey: keys[0], opinion: 'question', note: '現地で実運用を確認したい。' });
  await stage.verb(ReturnWithFindings).execute(await stage.as(takasaki), {
    statementId, message: '下記についてご確認をお願いいたします。',
    findings: keys.map((requirementKey) => ({ requirementKey, text: '要求レベルに達する時期と、それまでの代替策の根拠資料をお示しください。', target: null, dueOn: stage.calendar.date(day, 10) })),
  });
  await stage.settle();
  stage.tell(takasaki, 'returned', { number: answering.request.number, findings: keys.length });
  stage.minutesLater(90);
  const [finding] = await stage.read(house.organizationId, (tx) => stage.verb(Reviews).findings(tx, answering.responseId));
  await stage.verb(ReplyToFinding).execute(await stage.as(answering.request.team!.contact), { findingId: finding.id, text: '改訂した手順書を添えて、回答を更新いたします。' });
}

async function agree(stage: Stage, house: House, answering: Answering): Promise<Agreed> {
  const { statementId, sha256 } = answering.submission!;
  const deviations = await stage.read(house.organizationId, async (tx) => {
    const statement = await stage.verb(Statements).byId(tx, statementId);
    const edition = await stage.verb(Specifications).edition(tx, statement.document.specification.editionId);
    return deviationsOf(edition.document, statement.document).map(({ key }) => key);
  });
  const { id } = await stage.verb(AgreeResponse).execute(await stage.as(house.people.takasaki), {
    statementId, digest: sha256, deviations,
    priceTalk: answering.request.site.cast.sme ? { state: 'recorded', note: '対策費用の分担を協議し、議事録を保管した。' } : { state: 'none_needed' },
  });
  return { request: answering.request, agreementId: id };
}

/** Everybody else, over the days that follow. */
export async function otherResponses(stage: Stage, house: House, requests: readonly SentRequest[]): Promise<Agreed[]> {
  const agreed: Agreed[] = [];
  for (const [index, request] of requests.entries()) {
    const deal = request.team ? await oneResponse(stage, house, request, index) : null;
    if (deal) agreed.push(deal);
  }
  await stage.settle();
  stage.at(13, 18);
  stage.tell(null, 'responses_done', { agreed: agreed.length });
  return agreed;
}

/** As far as this maker gets; the agreement when it gets there. */
async function oneResponse(stage: Stage, house: House, request: SentRequest, index: number): Promise<Agreed | null> {
  const { until = 'agreed', character = index % 5 === 2 ? { weak: ['1-2'] } : {} } = PLAN[request.site.cast.slug] ?? {};
  if (until === 'untouched') return null;
  stage.at(5 + (index % 6), 9 + (index % 5), (index * 7) % 60);
  const answering = await answer(stage, request, character);
  if (until === 'answering') return null;
  if (until === 'submitted') return submitOnly(stage, answering);
  await submitAndSign(stage, answering);
  if (until === 'returned') await returnIt(stage, house, answering, 12);
  if (until !== 'agreed') return null;
  stage.at(11 + (index % 3), 13, (index * 11) % 60);
  return agree(stage, house, answering);
}

/** Waits for the responsible person's signature. */
async function submitOnly(stage: Stage, answering: Answering): Promise<null> {
  answering.submission = await stage.verb(SubmitResponse).execute(await stage.as(answering.request.team!.contact), { responseId: answering.responseId });
  return null;
}
