import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { invalid } from '@platform/errors';
import { Messages } from '@platform/i18n';
import { PdfRenderer, Templates } from '@platform/rendering';
import { TenantDb, authorize } from '@platform/tenancy';
import type { Actor } from '@platform/tenancy';
import { parseSpecification } from './specification.document.js';
import { SpecificationActs } from './specification.policy.js';
import { specificationView } from './specification.view.js';
import { Specifications } from './specifications.queries.js';

export interface PrintedSpecification { readonly fileName: string; readonly html: string; readonly bytes: Buffer }

/** 要求仕様書 as PDF: the same page for whoever may read the edition, made from its document alone. */
@Injectable()
export class RenderSpecification {
  constructor(
    private readonly db: TenantDb, private readonly specifications: Specifications, private readonly templates: Templates,
    private readonly messages: Messages, private readonly renderer: PdfRenderer, private readonly clock: Clock,
  ) {}

  /** Throws not_found; `common.unprintable` for characters the product's font does not have, which would print as empty boxes. */
  async execute(actor: Actor, editionId: string): Promise<PrintedSpecification> {
    authorize(actor, SpecificationActs.print, this.clock.now());
    const edition = await this.db.run(actor, (tx) => this.specifications.edition(tx, editionId));
    const document = parseSpecification(edition.document);
    const view = specificationView(document, edition.sha256, (key, params) => ({ ja: this.messages.t('ja', key, params), en: this.messages.t('en', key, params) }));
    const html = this.templates.render('specification/specification', view, { language: 'ja' });
    const missing = this.renderer.missingGlyphs(html);
    if (missing.length > 0) throw invalid('common.unprintable', { characters: missing.join(' ') });
    return { fileName: `${document.number}-${document.edition}.pdf`, html, bytes: await this.renderer.render(html) };
  }
}
