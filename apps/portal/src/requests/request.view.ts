import type { SecurityRequest } from '@libs/request';
import type { Agreement } from '@libs/review';
import type { StatementSummary } from '@libs/response';
import { FACT_NAMES } from '@pure/catalog';
import type { RequestFacts, RequestStanding } from '@pure/insight';
import { requestStatus } from '@pure/insight';
import { responseState } from '@pure/response';
import { code, day, fact, instant, link, phrase, status, table, word, words } from '../web/cells.view.js';
import type { Cell, FactView, TableView } from '../web/cells.view.js';
import { progressOf } from './list.view.js';
import type { RequestState } from '@pure/request';
import { may } from '@platform-pure/tenancy';
import type { Actor } from '@platform-pure/tenancy';
import { ReviewActs } from '@pure/review';
import { OrderActs } from '@pure/order';
import { ResponseActs } from '@pure/response';

export interface RequestInput {
  readonly request: SecurityRequest;
  readonly standing: RequestStanding;
  readonly line: RequestFacts;
  readonly statements: readonly StatementSummary[];
  readonly agreement: Agreement | undefined;
}

export interface RequestView {
  readonly number: string;
  /** 12/32; empty before the supplier began. */
  readonly progress: string;
  readonly title: { readonly ja: string; readonly en: string } | null;
  readonly status: Cell;
  readonly facts: readonly FactView[];
  readonly premises: TableView;
  readonly statements: TableView;
  readonly agreement: readonly FactView[];
  readonly deviations: TableView | null;
}

export function requestView(input: RequestInput): RequestView {
  const { request, standing, line, statements, agreement } = input;
  return {
    number: request.number, title: line.title, progress: progressOf(line), status: status(requestStatus(standing.state, standing.late)), facts: requestFacts(input), premises: premisesTable(request),
    statements: statementsTable(statements), agreement: agreement ? agreementFacts(agreement) : [], deviations: agreement ? deviationsTable(agreement) : null,
  };
}

function requestFacts({ request, line: { buyer: buyerName } }: RequestInput): FactView[] {
  const { respondent, levelDecision } = request;
  const extended = request.extendedAt ? [fact('portal.request.original_due_on', day(request.originalDueOn))] : [];
  const withdrawn = request.withdrawnAt ? [fact('portal.request.withdrawn', words(request.withdrawalReason))] : [];
  return [
    fact('common.noun.buyer', words(buyerName)), fact('request.respondent', words(respondent.makerName, respondent.factoryName)),
    fact('common.field.address', words(respondent.address)), fact('request.due_on', day(request.dueOn)), ...extended,
    fact('portal.request.sent', instant(request.sentAt)), fact('portal.request.sent_by', words(request.sentBy)),
    fact('portal.request.acknowledged', request.acknowledgedAt ? instant(request.acknowledgedAt) : word('common.thread.not_yet')),
    fact('request.level.title', word(`request.level.${levelDecision.level}`)), fact('request.note', words(request.note ?? '–')), ...withdrawn,
    fact('common.noun.specification', link({ ja: '要求仕様書を読む', en: 'Read the specification' }, `/specifications/${request.specificationEditionId}`)),
    fact('portal.specification.hash', code(request.documentSha256)),
  ];
}

/** Only what was stated: an unstated fact leaves its items applicable. */
function premisesTable({ facts, corrections }: SecurityRequest): TableView {
  const rows = FACT_NAMES.filter((name) => facts[name] !== undefined).map((name) => {
    const correction = corrections.findLast((one) => one.facts[name] !== undefined);
    return [phrase(`catalog.fact.${name}`), word(`catalog.fact_state.${String(facts[name])}`), words(correction?.reason ?? '', correction?.by)];
  });
  return table('request.facts', ['catalog.facts', 'common.field.status', 'portal.request.correction'], rows, 'portal.request.no_facts');
}

function statementsTable(statements: readonly StatementSummary[]): TableView {
  const tone = { draft: 'none', submitted: 'wait', released: 'done', returned: 'back' } as const;
  const rows = statements.toReversed().map((one) => {
    const state = responseState([one]);
    return [
      link({ ja: `第${one.revision}回`, en: `No. ${one.revision}` }, `/responses/${one.id}`), words(one.submittedByName), instant(one.submittedAt),
      one.releasedAt ? instant(one.releasedAt) : words('–'), status({ tone: tone[state], key: `response.state.${state}` })];
  });
  const columns = ['response.field.revision', 'response.field.submitted_by', 'response.field.submitted_at', 'portal.request.released', 'common.field.status'];
  return table('portal.request.statements', columns, rows, 'portal.request.no_statements');
}

function agreementFacts({ document, sha256 }: Agreement): FactView[] {
  return [
    fact('review.field.agreed_by', words(document.agreedBy.name, document.agreedBy.department)), fact('review.field.agreed_at', instant(document.agreedAt)),
    fact('review.field.price_talk', phrase(`review.price_talk.${document.priceTalk.state}`)), fact('common.field.digest', code(sha256)),
  ];
}

function deviationsTable({ document }: Agreement): TableView {
  const rows = document.deviations.map(({ key, text }) => [words(key.slice(key.indexOf(':') + 1)), words(text)]);
  return table('review.field.deviations', ['common.field.code', 'portal.deviation'], rows, 'review.no_deviations');
}

interface LinksInput { readonly actor: Actor; readonly request: SecurityRequest; readonly line: RequestFacts; readonly state: RequestState; readonly agreement: Agreement | undefined }

/** The next step of whoever looks at the request, as an address. */
export function linksOf(input: LinksInput): readonly { readonly href: string; readonly key: string }[] {
  const { actor, request } = input;
  return [...(request.supplierOrganizationId === actor.organizationId ? supplierLinks(input) : []), ...(request.buyerOrganizationId === actor.organizationId ? buyerLinks(input) : [])];
}

function supplierLinks({ actor, request, state }: LinksInput): ReturnType<typeof linksOf> {
  const answering = ['sent', 'acknowledged', 'answering', 'returned', 'submitted'].includes(state);
  return answering && may(actor, ResponseActs.answer) ? [{ href: `/questionnaires/${request.id}`, key: 'portal_requests.go_answer' }] : [];
}

/** Where the buyer goes on: examine, register what came by mail, order under the agreement. */
function buyerLinks({ actor, request, line, state, agreement }: LinksInput): ReturnType<typeof linksOf> {
  const asked = request.supplierSiteId !== null && request.withdrawnAt === null && !agreement;
  return [
    ...(state === 'under_review' && line.statementId && may(actor, ReviewActs.note) ? [{ href: `/reviews/${line.statementId}`, key: 'portal_requests.go_review' }] : []),
    ...(asked && may(actor, ReviewActs.register_proxy) ? [{ href: `/requests/${request.id}/proxy`, key: 'portal_proxies.open' }] : []),
    ...(agreement && request.supplierSiteId && may(actor, OrderActs.register)
      ? [{ href: `/orders/new?supplier=${request.supplierSiteId}&agreement=${agreement.id}`, key: 'portal_requests.go_order' }] : []),
  ];
}
