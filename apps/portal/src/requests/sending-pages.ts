import { Injectable } from '@nestjs/common';
import { BusinessDay } from '@libs/insight';
import { Chasing } from '@libs/request';
import { Specifications } from '@libs/specification';
import type { SpecificationEdition } from '@libs/specification';
import { notFound } from '@platform-pure/errors';
import { isId, newId } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { Page } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { text } from '../web/text.rules.js';
import { Addressees } from './addressees.js';
import { chooseView } from './choose.view.js';
import { factsOf } from './forms.js';
import type { SendForm } from './forms.js';
import { outcomeView } from './outcome.view.js';
import { checkSending, recipientsField, said } from './sending.rules.js';
import { checkView, detailsView, firstTyped } from './sending.view.js';

type Query = Readonly<Record<string, unknown>>;
const one = (value: unknown): string => (typeof value === 'string' ? value : '');
const ids = (value: unknown): string[] => [...new Set([value].flat().filter((id): id is string => isId(id)))].slice(0, 200);

/** The way to a sent request: who and what, the details, the check, and what became of each. */
@Injectable()
export class SendingPages {
  constructor(
    private readonly addressees: Addressees, private readonly specifications: Specifications, private readonly chasing: Chasing, private readonly day: BusinessDay,
  ) {}

  async choose(tx: TenantTx, query: Query, missing = false): Promise<Page> {
    const view = chooseView({
      specifications: await this.specifications.list(tx), specification: one(query.specification), addressees: await this.addressees.all(tx), chosen: ids(query.site),
      search: one(query.q).slice(0, 100), all: one(query.all) === 'yes', problem: missing ? text('portal_requests.choose_both') : null,
    });
    return new Page('requests/new', view, { title: 'portal_requests.new', scripts: ['choose-rows'], ...(missing ? { status: 422 } : {}) });
  }

  /** Without a specification or anybody to send it to, the first page again. @throws NotFound for what is nobody's here. */
  async details(tx: TenantTx, query: Query): Promise<Page> {
    const chosen = ids(query.site);
    if (!isId(one(query.specification)) || chosen.length === 0) return this.choose(tx, query, true);
    const [edition, addressees] = [await this.edition(tx, one(query.specification)), await this.addressees.chosen(tx, chosen)];
    return new Page('requests/details', detailsView(edition, addressees, firstTyped(addressees, newId())), { title: 'portal_requests.new' });
  }

  async again(tx: TenantTx, form: SendForm, problems: readonly Problem[] = []): Promise<Page> {
    const [edition, addressees] = [await this.edition(tx, form.specification ?? ''), await this.addressees.chosen(tx, form.site)];
    const recipients = Object.fromEntries(form.site.map((_, index) => [recipientsField(index), form.recipients[index] ?? '']));
    return new Page('requests/details', detailsView(edition, addressees, { ...form, ...recipients }, problems), { title: 'portal_requests.new' });
  }

  /** @throws Invalid with everything the verb would refuse. */
  async check(tx: TenantTx, form: SendForm): Promise<Page> {
    const [edition, addressees] = [await this.edition(tx, form.specification ?? ''), await this.addressees.chosen(tx, form.site)];
    const sent = said(form, factsOf(form));
    checkSending(sent, edition.document.factNames, await this.day.today(tx));
    return new Page('requests/check', checkView(edition, addressees, sent, carriedBy(form)), { title: 'portal_requests.check' });
  }

  /** What one press of "send" became. @throws NotFound when nothing was sent by it. */
  async outcome(tx: TenantTx, sendingId: string, query: Query): Promise<Page> {
    const sent = await this.chasing.ofSending(tx, sendingId);
    if (sent.length === 0) throw notFound('request');
    const failed = [query.failed].flat().filter((value): value is string => typeof value === 'string').flatMap((value) => {
      const [siteId, code] = value.split('~');
      return isId(siteId) && /^[\w.]{1,60}$/.test(code ?? '') ? [{ siteId, code: code! }] : [];
    });
    const known = new Map((await this.addressees.all(tx)).map((addressee) => [addressee.id, addressee]));
    return new Page('requests/outcome', outcomeView(sent, failed, known), { title: 'portal_requests.outcome' });
  }

  /** Only an edition of one's own is sent on. */
  private async edition(tx: TenantTx, id: string): Promise<SpecificationEdition> {
    if (!isId(id)) throw notFound('specification');
    const edition = await this.specifications.edition(tx, id);
    if (edition.organizationId !== tx.organizationId) throw notFound('specification');
    return edition;
  }
}

function carriedBy(form: SendForm): { name: string; value: string }[] {
  return Object.entries(form).flatMap(([name, value]) => [value as unknown].flat().filter((entry): entry is string => typeof entry === 'string').map((entry) => ({ name, value: entry })));
}
