import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@pure/catalog';
import type { RequestState, Respondent } from '@pure/request';
import type { TenantTx } from '@platform/tenancy';
import type { RequestSort } from './request-lines.rules.js';
import { BUYER_JOINS, REQUEST_STATE, WAITS_FOR_SUPPLIER } from './request-state.queries.js';

/** What a buyer asks of the status list; everything that is left out does not narrow it. */
export interface RequestListAsk {
  /** A day of the asking organisation: what is late, and what is due within a week, follows from it. */
  readonly today: string;
  /** For `ilike`: number, maker, factory, counterparty code or specification number. */
  readonly search?: string;
  readonly state?: RequestState;
  readonly late?: boolean;
  /** Counterparty code of the ledger. */
  readonly supplier?: string;
  readonly specificationId?: string;
  /** Waits for the supplier, and is due today or within seven days. */
  readonly dueSoon?: boolean;
  readonly bounced?: boolean;
  readonly sort?: RequestSort | null;
  readonly descending?: boolean;
  readonly limit: number;
  readonly offset: number;
}


export interface RequestListLine {
  readonly id: string;
  readonly number: string;
  readonly respondent: Respondent;
  readonly counterpartyCode: string | null;
  readonly specificationNumber: string;
  readonly edition: number;
  readonly title: Bilingual;
  readonly dueOn: string;
  readonly sentAt: Date;
  readonly state: RequestState;
  readonly late: boolean;
  /** Of the questions that apply; null before the supplier began. */
  readonly asked: number | null;
  readonly answered: number | null;
  readonly statementId: string | null;
  readonly bounced: boolean;
  /** The last reminder's day. */
  readonly remindedOn: string | null;
}

/** In the order of the road, so that sorting by state sorts by how far a request is. */
const ORDER_OF_STATES = `array['sent', 'acknowledged', 'answering', 'submitted', 'under_review', 'returned', 'agreed', 'withdrawn']`;
const ORDERS: Readonly<Record<RequestSort, (of: string) => readonly string[]>> = {
  number: (of) => [`${of}number`], respondent: (of) => [`${of}maker`, `${of}factory`], due: (of) => [`${of}due_on`], sent: (of) => [`${of}sent_at`],
  state: (of) => [`array_position(${ORDER_OF_STATES}, ${of}state)`],
};
const BOUNCED = 'exists (select from app.request_bounce b where b.buyer_organization_id = $1 and b.request_id = r.id and b.settled_at is null)';

/** The buyer's status list: filtered, ordered and cut in SQL, so that it is as quick with ten thousand requests. */
@Injectable()
export class RequestList {
  async page(tx: TenantTx, ask: RequestListAsk): Promise<{ readonly lines: readonly RequestListLine[]; readonly total: number }> {
    const parameters: unknown[] = [tx.organizationId];
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const today = `${given(ask.today)}::date`;
    const [before, after] = [narrowing(ask, given), byState(ask, today, given)];
    const window = `limit ${given(ask.limit)} offset ${given(ask.offset)}`;
    const kept = after.length > 0 || ask.sort === 'state' ? keptByState(before, after, orderOf(ask), window) : keptByRow(before, orderOf(ask), window);
    const rows = await tx.query<RequestListLine & { total: number }>(`with ${kept} ${details(today)} order by ${orderOf(ask, 'r.')}`, parameters);
    return { lines: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? await this.none(tx, ask) };
  }

  /** What the filters may be set to: counterparties and specifications that something was sent to or of. */
  async choices(tx: TenantTx): Promise<{ readonly suppliers: readonly { readonly code: string; readonly name: string }[]; readonly specifications: readonly { readonly id: string; readonly number: string }[] }> {
    const suppliers = await tx.query<{ code: string; name: string }>(
      `select distinct on (s.counterparty_code) s.counterparty_code as code, s.maker_name as name from app.supplier_site s
       where s.organization_id = $1 and exists (select from app.security_request r where r.supplier_site_id = s.id) order by s.counterparty_code, s.maker_name`, [tx.organizationId]);
    const specifications = await tx.query<{ id: string; number: string }>(
      `select p.id, p.number from app.specification p where p.organization_id = $1 and exists (
         select from app.specification_edition e join app.security_request r on r.specification_edition_id = e.id where e.specification_id = p.id)
       order by p.number_year desc, p.number_sequence desc`, [tx.organizationId]);
    return { suppliers, specifications };
  }

  /** A page beyond the last one is empty, the list is not. */
  private async none(tx: TenantTx, ask: RequestListAsk): Promise<number> {
    return ask.offset === 0 ? 0 : (await this.page(tx, { ...ask, offset: 0, limit: 1 })).total;
  }
}

const KEYS = `r.number, r.due_on, r.sent_at, r.respondent ->> 'makerName' as maker, r.respondent ->> 'factoryName' as factory`;
const where = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`);

function orderOf({ sort, descending }: RequestListAsk, of = ''): string {
  const chosen = sort ? ORDERS[sort](of).map((column) => `${column} ${descending ? 'desc' : 'asc'}`) : [];
  return [...chosen, `${of}sent_at desc`, `${of}id desc`].join(', ');
}

/** The state of every request decides which are shown. */
const keptByState = (before: readonly string[], after: readonly string[], order: string, window: string): string =>
  `line as (${lines(before)}), kept as materialized (select line.*, (count(*) over ())::int as total from line ${where(after)} order by ${order} ${window})`;

/** The request's own row decides: only the state of those that are shown is looked for. */
const keptByRow = (before: readonly string[], order: string, window: string): string =>
  `base as materialized (select r.id, (count(*) over ())::int as total, ${KEYS} from app.security_request r ${where(before)} order by ${order} ${window}),
  kept as materialized (select line.*, base.total from base join (${lines(['r.id in (select id from base)'])}) line using (id))`;

const lines = (conditions: readonly string[]): string => `select r.id, ${KEYS}, r.respondent, r.supplier_site_id, r.specification_edition_id,
    p.asked, p.answered, s.id as statement_id, ${REQUEST_STATE} as state from app.security_request r ${BUYER_JOINS} ${where(['r.buyer_organization_id = $1', ...conditions])}`;

/** What only the rows that are shown need: names from the ledger and the document, which is large. */
const details = (today: string): string => `select r.id, r.number, r.respondent, f.counterparty_code as "counterpartyCode", e.document ->> 'number' as "specificationNumber", e.edition,
    e.document -> 'title' as title, r.due_on as "dueOn", r.sent_at as "sentAt", r.state, r.state in ${WAITS_FOR_SUPPLIER} and r.due_on < ${today} as late,
    r.asked, r.answered, r.statement_id as "statementId", ${BOUNCED} as bounced,
    (select max(m.reminded_on) from app.request_reminder m where m.buyer_organization_id = $1 and m.request_id = r.id) as "remindedOn", r.total
  from kept r join app.specification_edition e on e.id = r.specification_edition_id left join app.supplier_site f on f.id = r.supplier_site_id`;

/** What the request's own row says. */
function narrowing({ search, supplier, specificationId, bounced }: RequestListAsk, given: (value: unknown) => string): string[] {
  const conditions: string[] = ['r.buyer_organization_id = $1'];
  if (search) {
    const pattern = given(search);
    conditions.push(`(r.number ilike ${pattern} or r.respondent ->> 'makerName' ilike ${pattern} or r.respondent ->> 'factoryName' ilike ${pattern}
      or r.supplier_site_id in (select id from app.supplier_site where counterparty_code ilike ${pattern})
      or r.specification_edition_id in (select e.id from app.specification_edition e join app.specification d on d.id = e.specification_id where d.number ilike ${pattern}))`);
  }
  if (supplier) conditions.push(`r.supplier_site_id in (select id from app.supplier_site where counterparty_code = ${given(supplier)})`);
  if (specificationId) conditions.push(`r.specification_edition_id in (select id from app.specification_edition where specification_id = ${given(specificationId)})`);
  if (bounced) conditions.push(BOUNCED);
  return conditions;
}

/** What follows from the rows of both sides. */
function byState({ state, late, dueSoon }: RequestListAsk, today: string, given: (value: unknown) => string): string[] {
  return [
    ...(state ? [`state = ${given(state)}`] : []), ...(late ? [`state in ${WAITS_FOR_SUPPLIER} and due_on < ${today}`] : []),
    ...(dueSoon ? [`state in ${WAITS_FOR_SUPPLIER} and due_on between ${today} and ${today} + 7`] : []),
  ];
}
