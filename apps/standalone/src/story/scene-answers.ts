import { Readable } from 'node:stream';
import { SignResponse } from '@libs/attestation';
import { UploadEvidence } from '@libs/evidence';
import { AnswerQuestion, AttachEvidence, Questionnaires, StartResponse, SubmitResponse } from '@libs/response';
import type { AnswerValue, Questionnaire, ResponseId, Submission } from '@libs/response';
import type { Actor } from '@platform/tenancy';
import { evidencePdf } from './paper.js';
import type { SentRequest } from './scene-requests.js';
import type { Player } from './player.js';
import type { Stage } from './stage.js';

type Question = Questionnaire['journey']['sections'][number]['questions'][number];

export interface Answering { readonly request: SentRequest; readonly responseId: ResponseId; submission: Submission | null }

/** Who answers what: weak points of this maker, by code; everything else is met. */
export interface Character { readonly weak?: readonly string[]; readonly unknown?: readonly string[]; readonly stopAfter?: number }

function answerOf(question: Question, character: Character): AnswerValue {
  const { code, requiredLevel } = question.requirement;
  if (character.unknown?.includes(code)) return { kind: 'unknown' };
  const weak = character.weak?.includes(code) ?? false;
  if (question.scale.kind === 'levels') {
    const wanted = requiredLevel ?? 3;
    return { kind: 'level', value: Math.max(1, Math.min(5, weak ? wanted - 1 : wanted)) as 1 | 2 | 3 | 4 | 5 };
  }
  return { kind: 'choice', value: weak ? 'partly' : 'yes' };
}

const COMMENT = '規程および運用記録により実施しています。原本は工場にて閲覧いただけます。';
const WEAK_COMMENT = '現在整備中です。代替として四半期ごとに点検し、記録を残しています。';

/** The contact fills in the questionnaire; one file stands behind the documents that are asked for. */
export async function answer(stage: Stage, request: SentRequest, character: Character = {}): Promise<Answering> {
  const team = request.team!;
  const by = await stage.as(team.contact);
  const responseId = await stage.verb(StartResponse).execute(by, { requestId: request.id });
  const questions = await openQuestions(stage, team.contact, responseId);
  const file = await upload(stage, by, `情報セキュリティ規程_${team.cast.name}_第3版.pdf`, team.cast.name);
  let answered = 0;
  for (const question of questions) {
    if (!question.applies) continue;
    if (character.stopAfter !== undefined && answered >= character.stopAfter) break;
    await say(stage, by, responseId, question, character);
    if (answered % 4 === 0) await stage.verb(AttachEvidence).execute(by, { responseId, requirementKey: question.requirement.key, evidenceId: file });
    answered += 1;
    stage.minutesLater(1);
  }
  return { request, responseId, submission: null };
}

async function say(stage: Stage, by: Actor, responseId: ResponseId, question: Question, character: Character): Promise<void> {
  const weak = character.weak?.includes(question.requirement.code) ?? false;
  await stage.verb(AnswerQuestion).execute(by, {
    responseId, requirementKey: question.requirement.key, version: question.draft.version, answer: answerOf(question, character),
    comment: weak ? WEAK_COMMENT : question.requirement.method === 'document' ? COMMENT : null,
  });
}

async function openQuestions(stage: Stage, who: Player, responseId: ResponseId): Promise<Question[]> {
  const { journey } = await stage.read(who.organizationId, (tx) => stage.verb(Questionnaires).open(tx, responseId));
  return journey.sections.flatMap((section) => section.questions);
}

async function upload(stage: Stage, by: Actor, fileName: string, maker: string): Promise<string> {
  const content = Readable.from([evidencePdf(maker, fileName)]);
  return (await stage.verb(UploadEvidence).execute(by, { content, fileName, description: '規程一式（表紙と該当箇所）' })).id;
}

/** Submitted by the contact, signed by the responsible person with a second factor, sealed and released by the worker. */
export async function submitAndSign(stage: Stage, answering: Answering): Promise<Submission> {
  const team = answering.request.team!;
  const submission = await stage.verb(SubmitResponse).execute(await stage.as(team.contact), { responseId: answering.responseId });
  answering.submission = submission;
  stage.minutesLater(40);
  await stage.verb(SignResponse).execute(await stage.as(team.signer), { statementId: submission.statementId, digest: submission.sha256 });
  await stage.settle();
  return submission;
}

/** After a return: the weak answers are corrected, with a new file behind them. */
export async function correct(stage: Stage, answering: Answering, codes: readonly string[]): Promise<void> {
  const team = answering.request.team!;
  const by = await stage.as(team.contact);
  const file = await upload(stage, by, `脆弱性管理手順書_${team.cast.name}_改訂.pdf`, team.cast.name);
  for (const question of await openQuestions(stage, team.contact, answering.responseId)) {
    if (!codes.includes(question.requirement.code)) continue;
    await say(stage, by, answering.responseId, question, {});
    await stage.verb(AttachEvidence).execute(by, { responseId: answering.responseId, requirementKey: question.requirement.key, evidenceId: file });
  }
}
