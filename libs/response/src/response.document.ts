import type { Bilingual, Facts } from '@pure/catalog';
import type { SpecificationDocument } from '@pure/specification';
import type { AnswerValue } from './answer-kinds/index.js';
import { sameContent } from './answer.rules.js';
import type { AnswerOrigin, EvidenceReference } from './answer.rules.js';
import type { Journey, Question } from './journey.rules.js';

export const RESPONSE_TYPE = 'kenshu.response/1';
/** What the buyer registered for a supplier (代理登録, domain.md §0b.22): nobody of the supplier's signed it, and it says so by its very type. */
export const PROXY_RESPONSE_TYPE = 'kenshu.proxy-response/1';

/** How a reply that came by mail or on paper got here. */
export interface ProxyRegistration {
  readonly registeredBy: { readonly name: string; readonly department: string | null };
  /** The day it was received, 'YYYY-MM-DD'. */
  readonly receivedOn: string;
  /** The workbook or the stamped scan it was taken from. */
  readonly source: EvidenceReference;
}

export interface StatementAnswer {
  readonly key: string;
  readonly code: string;
  readonly title: Bilingual;
  readonly applies: boolean;
  /** Null only where the question does not apply or is a recommendation. */
  readonly answer: AnswerValue | null;
  readonly comment: string | null;
  readonly compensatingMeasure: string | null;
  readonly evidence: readonly EvidenceReference[];
  /** Whether it was given anew, or stands unchanged since the statement the buyer saw last. */
  readonly origin: AnswerOrigin;
  readonly answeredBy: string | null;
}

/** 回答書, version 1: what a supplier's signer stands behind and its organisation seals (design.md §4), or a reply registered for it. */
export interface ResponseStatement {
  readonly type: typeof RESPONSE_TYPE | typeof PROXY_RESPONSE_TYPE;
  /** Only in a registered reply. */
  readonly proxy?: ProxyRegistration;
  readonly request: { readonly id: string; readonly number: string; readonly dueOn: string };
  readonly specification: { readonly editionId: string; readonly number: string; readonly edition: number; readonly sha256: string };
  readonly buyer: { readonly organizationId: string; readonly name: string };
  readonly respondent: { /** Null in a registered reply of somebody who has not joined. */ readonly organizationId: string | null; readonly name: string; readonly factoryName: string; readonly address: string };
  readonly facts: Facts;
  /** Counts the submissions, from 1. */
  readonly revision: number;
  readonly answers: readonly StatementAnswer[];
  readonly submittedBy: { readonly name: string; readonly department: string | null };
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

export interface StatementInput extends Omit<ResponseStatement, 'type' | 'answers' | 'specification' | 'buyer'> {
  readonly specification: { readonly editionId: string; readonly sha256: string; readonly document: SpecificationDocument };
  readonly journey: Journey;
  /** What the buyer saw last, if anything. */
  readonly previous: ResponseStatement | null;
}

/** The document of one submission, from the questions that were asked in this order. */
export function buildStatement(input: StatementInput): ResponseStatement {
  const { journey, previous, specification: { document, editionId, sha256 }, ...rest } = input;
  const before = new Map((previous?.answers ?? []).map((answer) => [answer.key, answer]));
  const asked = new Map(journey.sections.flatMap((section) => section.questions).map((one) => [one.requirement.key, one]));
  return {
    type: rest.proxy ? PROXY_RESPONSE_TYPE : RESPONSE_TYPE, ...(rest.proxy && { proxy: rest.proxy }),
    request: rest.request,
    specification: { editionId, number: document.number, edition: document.edition, sha256 },
    buyer: { organizationId: document.buyer.organizationId, name: document.buyer.name },
    respondent: rest.respondent,
    facts: rest.facts,
    revision: rest.revision,
    answers: document.requirements.map(({ key }) => statementAnswer(asked.get(key)!, before.get(key))),
    submittedBy: rest.submittedBy,
    submittedAt: rest.submittedAt,
  };
}

/** A question that does not apply says nothing: what was typed for it stays in the draft. */
function statementAnswer(question: Question, before: StatementAnswer | undefined): StatementAnswer {
  const { requirement: { key, code, title }, draft, applies } = question;
  const content = applies
    ? { answer: draft.answer, comment: draft.comment, compensatingMeasure: draft.compensatingMeasure, evidence: draft.evidence.map(reference) }
    : { answer: null, comment: null, compensatingMeasure: null, evidence: [] };
  const confirmed = before !== undefined && before.applies === applies && sameContent(before, content) && sameFiles(before.evidence, content.evidence);
  return { key, code, title, applies, ...content, origin: confirmed ? 'confirmed' : 'new', answeredBy: applies ? draft.answeredBy : null };
}

function reference({ id, fileName, mediaType, byteSize, sha256 }: EvidenceReference): EvidenceReference {
  return { id, fileName, mediaType, byteSize, sha256 };
}

function sameFiles(a: readonly EvidenceReference[], b: readonly EvidenceReference[]): boolean {
  const hashes = (files: readonly EvidenceReference[]): string => files.map((file) => `${file.sha256} ${file.fileName}`).sort().join('\n');
  return hashes(a) === hashes(b);
}

/** Reads a statement back. @throws Error when it is not a statement of a version we know. */
export function parseStatement(text: string): ResponseStatement {
  const value = JSON.parse(text) as Partial<ResponseStatement> | null;
  if (value?.type !== RESPONSE_TYPE && value?.type !== PROXY_RESPONSE_TYPE) throw new Error(`not a ${RESPONSE_TYPE} document`);
  if (!sourceFits(value)) throw new Error('a registered reply without its source, or a source without one');
  const whole = value.request && value.specification && value.buyer && value.respondent && value.facts && value.submittedBy
    && typeof value.revision === 'number' && Array.isArray(value.answers) && value.answers.every(isStatementAnswer);
  if (!whole) throw new Error(`an incomplete ${RESPONSE_TYPE} document`);
  return value as ResponseStatement;
}

const sourceFits = ({ type, proxy }: Partial<ResponseStatement>): boolean => (type === PROXY_RESPONSE_TYPE) === (typeof proxy?.source?.sha256 === 'string');

function isStatementAnswer(value: unknown): boolean {
  const { key, applies, answer, evidence } = (value ?? {}) as Partial<StatementAnswer>;
  return typeof key === 'string' && typeof applies === 'boolean' && (answer === null || typeof answer?.kind === 'string') && Array.isArray(evidence);
}
