import { AttestationActs, Attestations, DeclineSignature, Seals, SignResponse } from '@libs/attestation';
import { DISCLOSURE_CLASSES, EvidenceActs, EvidenceFiles, UploadEvidence } from '@libs/evidence';
import { AnswerQuestion, AssignItems, Assignments, AttachEvidence, DetachEvidence, Questionnaires, ResponseActs, Responses, StartResponse, Statements, SubmitResponse, WithdrawAssignment } from '@libs/response';
import type { MemberId } from '@platform/tenancy';
import { notFound } from '@platform-pure/errors';
import { download, listing, query, verb, windowed } from '../web/operation.js';
import type { Operation } from '../web/operation.js';
import { day, digest, flag, frozen, id, instant, integer, list, named, nullable, object, oneOf, optional, text } from '../web/schema.js';
import { bilingual, made, pattern, toMade } from './common.js';
import { answerInput, answerValue, draft, evidenceFile, remark, statement, statementSummary } from './response.schemas.js';

const response = named('SupplierResponse', object({
  id: id(), requestId: id(), buyerOrganizationId: id(), supplierOrganizationId: nullable(id()), startedByName: text(), startedAt: instant(), state: oneOf(['draft', 'submitted', 'released', 'returned']),
  statements: list(statementSummary),
}));
const question = object({ requirement: frozen('As in the specification edition.'), applies: flag(), binding: flag(), acceptsCompensation: flag(), draft, missing: nullable(oneOf(['unanswered', 'reason', 'evidence'])), deviates: flag() });
const questionnaire = named('Questionnaire', object({
  response: response, request: object({ id: id(), number: text() }), edition: object({ id: id(), edition: integer(1), sha256: digest() }),
  journey: object({
    sections: list(object({ catalogKey: text(), group: bilingual, questions: list(question), asked: integer(), answered: integer(), missing: integer() })),
    missing: list(object({ key: text(), code: text(), kind: oneOf(['unanswered', 'reason', 'evidence']) })), asked: integer(), answered: integer(), next: nullable(text()), deviations: integer(),
  }),
}));
const revision = object({ version: integer(), answer: nullable(answerValue), comment: remark, compensatingMeasure: remark, answeredBy: text(), answeredAt: instant() });
const attestation = named('Attestation', object({
  id: id(), statementId: id(), digest: digest(), role: text(), name: text(), department: nullable(text()), personKey: nullable(text()), method: text(), withoutSeparation: flag(), signedAt: instant(),
}));
const seal = named('Seal', object({ id: id(), organizationId: id(), objectKind: text(), objectId: id(), text: text(20_000_000), sha256: digest(), sealedAt: instant() }));
const assignment = named('Assignment', object({
  id: id(), responseId: id(), memberId: id(), memberName: text(), memberLeft: flag(), requirementKeys: list(text()), note: remark, dueOn: nullable(day()), assignedByName: text(), assignedAt: instant(),
}));

export const responseOperations: readonly Operation[] = [
  listing('listResponses', 'get /responses', ResponseActs.read, 'Own responses, newest first', {
    covers: ['Responses.list'], query: { state: optional(oneOf(['draft', 'submitted', 'released', 'returned'])) }, answer: response,
    read: async ({ get, tx }, { query: { state } }) => (await get(Responses).list(tx, 100_000)).filter((one) => state === undefined || one.state === state) }),
  query('getResponse', 'get /responses/{responseId}', ResponseActs.read, 'One response and its submissions', {
    covers: ['Responses.byId', 'Responses.byRequest'], answer: response, read: ({ get, tx }, { path }) => get(Responses).byId(tx, path.responseId) }),
  query('getQuestionnaire', 'get /responses/{responseId}/questionnaire', ResponseActs.read, 'Every question with what has been answered so far', {
    covers: ['Questionnaires.open', 'Responses.drafts'], answer: questionnaire, read: ({ get, tx }, { path }) => get(Questionnaires).open(tx, path.responseId) }),
  query('getAnswer', 'get /responses/{responseId}/answers/{key}', ResponseActs.read, 'One answer as it stands', {
    covers: ['Responses.draft'], versioned: true, answer: draft, read: ({ get, tx }, { path }) => get(Responses).draft(tx, path.responseId, path.key) }),
  query('listAnswerRevisions', 'get /responses/{responseId}/answers/{key}/revisions', ResponseActs.read, 'Every save of one answer, newest first', {
    covers: ['Responses.revisions'], answer: object({ items: list(revision) }),
    read: async ({ get, tx }, { path }) => ({ items: await get(Responses).revisions(tx, (await get(Responses).byId(tx, path.responseId)).id, path.key) }) }),
  verb(StartResponse, 'post /requests/{requestId}/response', ResponseActs.start, 'Opens the questionnaire of a request; again gives the same')({ args: ({ path }) => [path], answer: made, to: toMade }),
  verb(AnswerQuestion, 'put /responses/{responseId}/answers/{key}', ResponseActs.answer, 'Saves one answer')({
    versioned: true, body: answerInput, args: ({ path, version, body }) => [{ responseId: path.responseId, requirementKey: path.key, version, ...body }], answer: object({ version: integer() }),
    description: 'If-Match names the version the answer was typed on, "0" for a question nobody has answered.' }),
  verb(AttachEvidence, 'put /responses/{responseId}/answers/{key}/evidence/{evidenceId}', ResponseActs.attach, 'Puts an own file behind an answer')({
    args: ({ path }) => [{ responseId: path.responseId, requirementKey: path.key, evidenceId: path.evidenceId }] }),
  verb(DetachEvidence, 'delete /responses/{responseId}/answers/{key}/evidence/{evidenceId}', ResponseActs.detach, 'Takes a file from an answer')({
    args: ({ path }) => [{ responseId: path.responseId, requirementKey: path.key, evidenceId: path.evidenceId }] }),
  listing('listAssignments', 'get /responses/{responseId}/assignments', ResponseActs.read, 'Items that were handed to colleagues', {
    covers: ['Assignments.ofResponse', 'Assignments.ofResponses'], answer: assignment, read: async ({ get, tx }, { path }) => get(Assignments).ofResponse(tx, (await get(Responses).byId(tx, path.responseId)).id) }),
  verb(AssignItems, 'post /responses/{responseId}/assignments', ResponseActs.assign, 'Hands items to a colleague')({
    body: object({ memberId: id<MemberId>(), requirementKeys: list(text(), 1000), note: optional(remark), dueOn: optional(nullable(day())) }), args: ({ path, body }) => [{ responseId: path.responseId, ...body }],
    answer: made, to: toMade }),
  verb(WithdrawAssignment, 'delete /assignments/{assignmentId}', ResponseActs.withdraw_assignment, 'Takes items back from a colleague')({ args: ({ path }) => [path] }),
  verb(SubmitResponse, 'post /responses/{responseId}/submission', ResponseActs.submit, 'Freezes the answers for the signer; the buyer sees nothing yet')({
    args: ({ path }) => [path], answer: object({ statementId: id(), revision: integer(1), sha256: digest() }) }),

  query('getStatement', 'get /statements/{statementId}', ResponseActs.read, 'One submission as it was frozen', {
    covers: ['Statements.byId'], answer: statement, read: ({ get, tx }, { path }) => get(Statements).byId(tx, path.statementId) }),
  query('getAttestation', 'get /statements/{statementId}/attestation', AttestationActs.read, 'Who signed a submission', {
    covers: ['Attestations.of', 'Attestations.ofStatements'], answer: attestation,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Attestations).of(tx, path.statementId);
      if (!found) throw notFound('attestation');
      return found;
    } }),
  query('getSeal', 'get /statements/{statementId}/seal', AttestationActs.read, 'The organisation’s seal on a submission: bytes that can be verified without us', {
    covers: ['Seals.of'], answer: seal,
    read: async ({ get, tx }, { path }) => {
      const found = await get(Seals).of(tx, 'response_statement', path.statementId);
      if (!found) throw notFound('seal');
      return found;
    } }),
  verb(SignResponse, 'post /statements/{statementId}/signature', AttestationActs.sign, 'The signer stands behind a submission')({
    body: object({ digest: digest() }), args: ({ path, body }) => [{ statementId: path.statementId, digest: body.digest }], answer: made, to: toMade }),
  verb(DeclineSignature, 'post /statements/{statementId}/refusal', AttestationActs.decline, 'Sends a submission back to the respondents instead of signing it')({
    body: object({ reason: text(4000) }), args: ({ path, body }) => [{ statementId: path.statementId, reason: body.reason }] }),

  windowed('listEvidence', 'get /evidence', EvidenceActs.read, 'Own files, newest first', {
    covers: ['EvidenceFiles.search', 'EvidenceFiles.own'], query: { q: optional(text(100)) }, answer: evidenceFile,
    read: async ({ get, tx }, { query: { q }, window }) => {
      const { files: lines, total } = await get(EvidenceFiles).search(tx, { pattern: pattern(q) ?? '', ...window });
      return { lines, total };
    } }),
  query('getEvidence', 'get /evidence/{evidenceId}', EvidenceActs.read, 'What is known of a file', {
    covers: ['EvidenceFiles.byId', 'EvidenceFiles.byIds'], answer: evidenceFile, read: ({ get, tx }, { path }) => get(EvidenceFiles).byId(tx, path.evidenceId) }),
  download('downloadEvidence', 'get /evidence/{evidenceId}/content', EvidenceActs.read, 'The file itself', {
    covers: ['EvidenceFiles.open'], gives: 'application/octet-stream',
    read: async ({ get, tx }, { path }) => {
      const { file, content } = await get(EvidenceFiles).open(tx, path.evidenceId);
      return { ...file, content };
    } }),
  verb(UploadEvidence, 'post /evidence', EvidenceActs.upload, 'Adds a file; the body is the file')({
    takes: 'application/octet-stream', query: { fileName: text(300), description: optional(text(4000)), disclosureClass: optional(oneOf(DISCLOSURE_CLASSES)) },
    args: ({ query: words, upload }) => [{ ...words, content: upload() }], answer: evidenceFile }),
];
