import type { Attestation } from '@pure/attestation';
import type { EvidenceFile } from '@libs/evidence';
import type { FrozenStatement } from '@libs/response';
import { responseState, showAnswer } from '@pure/response';
import type { StatementAnswer } from '@pure/response';
import type { SpecificationDocument } from '@pure/specification';
import { code, day, editionOf, fact, instant, link, phrase, size, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';

export interface ResponseInput {
  readonly statement: FrozenStatement;
  /** Null where the edition was not granted: then the answers stand without their scale's words. */
  readonly specification: SpecificationDocument | null;
  readonly attestation: Attestation | undefined;
  /** Files the reader may open. */
  readonly files: readonly EvidenceFile[];
}

export interface ResponseView {
  readonly number: string;
  readonly revision: number;
  readonly status: Cell;
  readonly facts: readonly FactView[];
  readonly signature: readonly FactView[];
  readonly answers: TableView;
  readonly evidence: TableView;
  readonly returned: { readonly message: string | null; readonly findings: TableView } | null;
}

const TONE = { draft: 'none', submitted: 'wait', released: 'done', returned: 'back' } as const;

/** As released: everything comes from the frozen statement. */
export function responseView({ statement, specification, attestation, files }: ResponseInput): ResponseView {
  const { document } = statement;
  const state = responseState([statement]);
  return {
    number: document.request.number, revision: document.revision, status: status({ tone: TONE[state], key: `response.state.${state}` }),
    facts: responseFacts(statement), signature: attestation ? signatureFacts(attestation) : [], answers: answersTable(document.answers, specification),
    evidence: evidenceTable(document.answers, files), returned: statement.returnedAt ? { message: statement.returnMessage, findings: findingsTable(statement) } : null,
  };
}

function responseFacts({ document, sha256, releasedAt }: FrozenStatement): FactView[] {
  const { buyer, respondent, specification, request, submittedBy, submittedAt, proxy } = document;
  return [
    fact('common.noun.buyer', words(buyer.name)), fact('request.respondent', words(respondent.name, respondent.factoryName)),
    fact('common.noun.request', link(request.number, `/requests/${request.id}`)),
    fact('common.noun.specification', link(editionOf(specification.number, specification.edition), `/specifications/${specification.editionId}`)),
    fact('response.field.submitted_by', words(submittedBy.name, submittedBy.department)), fact('response.field.submitted_at', instant(submittedAt)), ...proxyFacts(proxy),
    fact('portal.request.released', releasedAt ? instant(releasedAt) : word('common.thread.not_yet')), fact('attestation.field.digest', code(sha256)),
  ];
}

/** Who registered it and from what: a reply nobody of the supplier signed says so. */
function proxyFacts(proxy: FrozenStatement['document']['proxy']): FactView[] {
  if (!proxy) return [];
  return [
    fact('portal_proxies.kind', word('response.proxy')), fact('portal_proxies.registered_by', words(proxy.registeredBy.name, proxy.registeredBy.department)),
    fact('portal_proxies.received_on', day(proxy.receivedOn)), fact('portal_proxies.file', link(proxy.source.fileName, `/evidence/${proxy.source.id}`)),
  ];
}

function signatureFacts(attestation: Attestation): FactView[] {
  return [
    fact('attestation.field.signer', words(attestation.name, attestation.department)), fact('attestation.field.method', phrase(`portal.method.${attestation.method}`)),
    fact('attestation.field.signed_at', instant(attestation.signedAt)),
  ];
}

function answersTable(answers: readonly StatementAnswer[], specification: SpecificationDocument | null): TableView {
  const rows = answers.map((answer) => [
    words(answer.code), words(answer.title), answerCell(answer, specification), words(answer.comment, answer.compensatingMeasure),
    words(answer.evidence.map(({ fileName }) => fileName).join('、')), word(`response.origin.${answer.origin}`)]);
  const columns = ['common.field.code', 'catalog.requirement', 'response.field.answer', 'portal.response.comment', 'response.field.evidence', 'portal.response.origin'];
  return table('common.thread.answer', columns, rows, 'portal.response.no_answers');
}

function answerCell({ key, applies, answer }: StatementAnswer, specification: SpecificationDocument | null): Cell {
  if (!applies) return phrase('response.does_not_apply');
  const scale = specification?.scales[key.slice(0, key.indexOf(':'))];
  if (scale) return words(showAnswer(scale, answer));
  return words(answer === null ? '–' : answer.kind === 'level' || answer.kind === 'choice' ? String(answer.value) : answer.kind);
}

/** Each file once, with what it backs; one that may not be opened any more keeps its name and hash. */
function evidenceTable(answers: readonly StatementAnswer[], files: readonly EvidenceFile[]): TableView {
  const open = new Set(files.map(({ id }) => id as string));
  const found = new Map(answers.flatMap((answer) => answer.evidence).map((file) => [file.id, file]));
  const rows = [...found.values()].map((file) => [
    link(file.fileName, open.has(file.id) ? `/evidence/${file.id}` : null, file.mediaType), size(file.byteSize),
    words(answers.filter(({ evidence }) => evidence.some(({ id }) => id === file.id)).map((answer) => answer.code).join('、')), code(file.sha256)]);
  return table('common.thread.evidence', ['evidence.field.file_name', 'evidence.field.byte_size', 'portal.response.backs', 'evidence.field.sha256'], rows, 'portal.response.no_evidence');
}

function findingsTable({ findings, document }: FrozenStatement): TableView {
  const codes = new Map(document.answers.map(({ key, code: name }) => [key, name]));
  const rows = findings.map((finding) => [words(codes.get(finding.requirementKey) ?? finding.requirementKey), words(finding.text, finding.target)]);
  return table('review.field.finding', ['common.field.code', 'review.field.finding'], rows, 'portal.response.no_findings');
}
