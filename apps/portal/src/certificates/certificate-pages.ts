import { Injectable } from '@nestjs/common';
import { CertificateActs, Certificates } from '@libs/certificate';
import { BusinessDay, CertificatesOverview, Threads, sidesOf } from '@libs/insight';
import { notFound } from '@platform-pure/errors';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import type { Problem } from '../web/problems.js';
import { anchorOf, certificateView } from './certificate.view.js';
import { CERTIFICATE_ASKS, certificatesTable, certificatesView } from './certificates-list.view.js';
import { decisionView, decisionsView } from './decision.view.js';
import type { Decision } from './decision.view.js';
import type { DecisionForm } from './forms.js';

@Injectable()
export class CertificatePages {
  constructor(
    private readonly certificates: Certificates, private readonly overview: CertificatesOverview, private readonly threads: Threads, private readonly day: BusinessDay,
  ) {}

  async list(tx: TenantTx, asked: Readonly<Record<string, unknown>>): Promise<Page | TableFile> {
    const query = listQuery(asked, CERTIFICATE_ASKS);
    const sides = sidesOf(tx.actor.roles);
    const supplier = sides.supplier && !sides.buyer;
    const found = await this.overview.search(tx, {
      pattern: query.search ? likePattern(query.search) : null, state: (query.filters.state ?? null) as never, sort: query.sort as never, descending: query.descending, ...windowOf(query),
    });
    if (query.format) return new TableFile('certificates', query.format, certificatesTable(found.lines, supplier));
    return new Page('certificates/list', certificatesView(found, query, supplier), { title: 'portal.certificate.list' });
  }

  /** @throws not_found */
  async show(tx: TenantTx, id: string): Promise<Page> {
    const certificate = await this.certificates.byId(tx, id);
    const own = certificate.buyerOrganizationId === tx.organizationId;
    const thread = await this.threads.of(tx, anchorOf(certificate.statement), 'certificate', await this.day.today(tx));
    const decisions = decisionsView(certificate, own && may(tx.actor, CertificateActs.revoke));
    const view = { ...certificateView(certificate), decisions, verify: certificate.statement.verification.url };
    return new Page('certificates/show', view, { title: certificate.number, thread, scripts: decisions.pending || decisions.asked !== null ? ['refresh'] : [] });
  }

  /** Form and check page of superseding and revoking; who comes here has shown the second factor. @throws not_found for a certificate of somebody else */
  async decide(tx: TenantTx, id: string, decision: Decision, form: DecisionForm, check: boolean, problems: readonly Problem[] = []): Promise<Page> {
    const certificate = await this.certificates.byId(tx, id);
    if (certificate.buyerOrganizationId !== tx.organizationId) throw notFound('certificate');
    const view = decisionView({ certificate, decision, typed: form, problems, check });
    return new Page(`certificates/${check ? 'decision-check' : 'decision'}`, view, { title: `portal_certificates.${decision}.title` });
  }
}
