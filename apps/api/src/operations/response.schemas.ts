import type { AnswerValue, ResponseStatement } from '@libs/response';
import type { EvidenceId } from '@libs/evidence';
import { DISCLOSURE_CLASSES } from '@libs/evidence';
import { constant, day, digest, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text, variants } from '../web/schema.js';

/** One line of an answer; a page of text. */
export const remark = nullable(text(4000));

export const answerValue = named('Answer', variants<AnswerValue>('kind', {
  level: object({ kind: constant('level'), value: oneOf([1, 2, 3, 4, 5]) }),
  choice: object({ kind: constant('choice'), value: oneOf(['yes', 'partly', 'no']) }),
  not_applicable: object({ kind: constant('not_applicable'), reason: text(4000) }),
  unknown: object({ kind: constant('unknown') }),
}));

export const evidenceFile = named('Evidence', object({
  id: id<EvidenceId>(), organizationId: id(), fileName: text(), mediaType: text(), byteSize: integer(), sha256: digest(), disclosureClass: oneOf(DISCLOSURE_CLASSES), description: nullable(text(4000)),
  uploadedByName: text(), uploadedAt: instant(),
}));

const finding = named('ReturnedFinding', object({ id: id(), requirementKey: text(), text: text(4000), target: remark, dueOn: nullable(day()) }));
const summary = {
  id: id(), responseId: nullable(id()), requestId: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), proxyEvidenceId: nullable(id()), revision: integer(1), sha256: digest(), submittedByName: text(), submittedAt: instant(),
  releasedAt: nullable(instant()), returnedAt: nullable(instant()), returnMessage: remark, findings: list(finding), withdrawnAt: nullable(instant()), withdrawnReason: remark,
};
export const statementSummary = named('StatementSummary', object(summary, 'One submission and what became of it.'));
export const statement = named('Statement', object({
  ...summary, canonical: text(20_000_000, { description: 'The very text that was hashed (RFC 8785).' }), document: frozen<ResponseStatement>('kenshu.response/1: every answer as it was submitted.'),
}));

export const draft = named('DraftAnswer', object({
  key: text(), version: integer(), answer: nullable(answerValue), comment: remark, compensatingMeasure: remark, answeredBy: nullable(text()), answeredAt: nullable(instant()),
  evidence: list(object({ id: id(), fileName: text(), mediaType: text(), byteSize: integer(), sha256: digest() })),
}));
export const answerInput = named('AnswerInput', object({ answer: nullable(answerValue), comment: optional(remark), compensatingMeasure: optional(remark) }));
