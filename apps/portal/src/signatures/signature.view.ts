import type { Attestation } from '@libs/attestation';
import type { SubmittedStatement } from '@libs/response';
import { signingState } from '@pure/attestation';
import type { SigningState } from '@pure/attestation';
import { deviationsOf, showAnswer } from '@pure/response';
import type { StatementAnswer } from '@pure/response';
import type { SpecificationDocument } from '@pure/specification';
import { code, day, editionOf, fact, instant, link, phrase, size, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';

export interface SigningReader { readonly maySign: boolean; readonly mayDecline: boolean; /** A second factor that still counts. */ readonly fresh: boolean; readonly alone: boolean; readonly signers: readonly string[] }
export interface SignatureInput { readonly statement: SubmittedStatement; readonly specification: SpecificationDocument; readonly attestation: Attestation | undefined; readonly reader: SigningReader }

export interface SignatureView {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly status: Cell;
  readonly digest: string;
  readonly facts: readonly FactView[];
  readonly signed: readonly FactView[];
  readonly withoutSeparation: boolean;
  /** `confirmed`: unchanged since the statement before; null where there is none. */
  readonly counts: { readonly asked: number; readonly confirmed: number | null };
  readonly deviations: TableView;
  readonly sections: readonly { readonly title: { readonly ja: string; readonly en: string }; readonly table: TableView }[];
  readonly evidence: TableView;
  readonly questionnaire: string;
  readonly declined: string | null;
  /** 'sign' with a fresh second factor, 'step_up' before it, 'others' for those who may not sign. */
  readonly step: 'sign' | 'step_up' | 'others' | null;
  readonly alone: boolean;
  readonly signers: string;
  readonly mayDecline: boolean;
  readonly form: FormView;
}

const TONE: Readonly<Record<SigningState, 'wait' | 'back' | 'info' | 'done'>> = { waiting: 'wait', declined: 'back', signed: 'info', released: 'done' };

/** Computed from the frozen statement alone: nothing of it comes from the drafts. */
export function signatureView({ statement, specification, attestation, reader }: SignatureInput, problems: readonly Problem[], typed: object): SignatureView {
  const { document, revision, sha256, requestId } = statement;
  const state = signingState({ withdrawnAt: statement.withdrawnAt, signedAt: attestation?.signedAt ?? null, releasedAt: statement.releasedAt });
  const asked = document.answers.filter(({ applies }) => applies);
  return {
    id: statement.id, number: document.request.number, revision, status: status({ tone: TONE[state], key: `attestation.state.${state}` }), digest: sha256, facts: statementFacts(statement),
    signed: attestation ? signatureFacts(attestation) : [], withoutSeparation: attestation?.withoutSeparation ?? false,
    counts: { asked: asked.length, confirmed: revision > 1 ? asked.filter(({ origin }) => origin === 'confirmed').length : null }, deviations: deviationTable(specification, statement), sections: sectionsOf(specification, document.answers, revision > 1),
    evidence: evidenceTable(document.answers), questionnaire: `/questionnaires/${requestId}`, declined: statement.withdrawnReason,
    step: state !== 'waiting' ? null : !reader.maySign ? 'others' : reader.fresh ? 'sign' : 'step_up', alone: state === 'waiting' && reader.maySign && reader.alone,
    signers: reader.signers.join('、'), mayDecline: state === 'waiting' && reader.mayDecline,
    form: formView(['reason'], typed, problems),
  };
}

function statementFacts({ document, sha256 }: SubmittedStatement): FactView[] {
  const { buyer, respondent, specification, request, submittedBy, submittedAt } = document;
  return [
    fact('common.noun.buyer', words(buyer.name)), fact('request.respondent', words(respondent.name, respondent.factoryName)), fact('common.field.address', words(respondent.address)),
    fact('common.noun.specification', link(editionOf(specification.number, specification.edition), `/specifications/${specification.editionId}`)), fact('request.due_on', day(request.dueOn)),
    fact('response.field.submitted_by', words(submittedBy.name, submittedBy.department)), fact('response.field.submitted_at', instant(submittedAt)), fact('attestation.field.digest', code(sha256)),
  ];
}

const signatureFacts = (attestation: Attestation): FactView[] => [
  fact('attestation.field.signer', words(attestation.name, attestation.department)), fact('attestation.field.method', phrase(`portal.method.${attestation.method}`)),
  fact('attestation.field.signed_at', instant(attestation.signedAt)), fact('portal_signatures.signed_digest', code(attestation.digest)),
];

function deviationTable(specification: SpecificationDocument, { document }: SubmittedStatement): TableView {
  const rows = deviationsOf(specification, document).map(({ code: item, text }) => [words(item), words(text)]);
  return table('review.field.deviations', ['common.field.code', 'portal.deviation'], rows, 'review.no_deviations');
}

function sectionsOf({ requirements, scales }: SpecificationDocument, answers: readonly StatementAnswer[], again: boolean): SignatureView['sections'] {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  const groups = Map.groupBy(requirements, ({ catalogKey, group }) => `${catalogKey}\n${group.ja}`);
  return [...groups.values()].map((members) => {
    const rows = members.flatMap(({ key, catalogKey }) => {
      const answer = byKey.get(key);
      if (!answer) return [];
      const said = answer.applies ? words(showAnswer(scales[catalogKey]!, answer.answer)) : phrase('response.does_not_apply');
      return [[words(answer.code), words(answer.title), said, words(answer.comment ?? '', answer.compensatingMeasure), words(answer.evidence.map(({ fileName }) => fileName).join('、')), ...(again ? [word(`response.origin.${answer.origin}`)] : [])]];
    });
    const columns = ['common.field.code', 'catalog.requirement', 'response.field.answer', 'portal.response.comment', 'response.field.evidence', ...(again ? ['portal.response.origin'] : [])];
    return { title: members[0]!.group, table: table('portal.response.answers', columns, rows, 'portal.response.no_answers') };
  });
}

function evidenceTable(answers: readonly StatementAnswer[]): TableView {
  const files = new Map(answers.flatMap(({ evidence }) => evidence).map((file) => [file.id, file]));
  const rows = [...files.values()].map((file) => [link(file.fileName, `/evidence/${file.id}`, file.mediaType), size(file.byteSize), code(file.sha256)]);
  return table('common.thread.evidence', ['evidence.field.file_name', 'evidence.field.byte_size', 'evidence.field.sha256'], rows, 'portal.response.no_evidence');
}
