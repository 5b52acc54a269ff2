import { Controller, Get, Inject, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { QuestionnaireWorkbooks } from '@libs/response';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor, Language } from '@platform/tenancy';
import { BookWriter } from '@platform/workbook';
import { ResponseActs } from '@pure/response';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { asDownload } from '../web/download.js';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import { Pages } from '../web/pages.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('questionnaires/:requestId/workbook')
export class WorkbooksController {
  constructor(
    private readonly db: TenantDb, private readonly workbooks: QuestionnaireWorkbooks, private readonly writer: BookWriter, private readonly pages: Pages,
    @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  /** In the language asked for, or the reader's; before anybody started there is nothing to fill in, and the way there is the questionnaire. */
  @Get()
  @May(ResponseActs.read)
  async download(@Param('requestId', IdPipe) requestId: string, @Query('language') asked: unknown, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<StreamableFile | SeeOther> {
    const language: Language = asked === 'ja' || asked === 'en' ? asked : await this.pages.language(request);
    const returnTo = `${this.settings.publicUrl}/questionnaires/${requestId}/workbook/import`;
    const book = await this.db.run(actor, async (tx) => {
      const questionnaire = await this.workbooks.of(tx, requestId);
      return questionnaire && { name: questionnaire.request.number, book: this.workbooks.book(questionnaire, language, returnTo) };
    });
    if (!book) return new SeeOther(`/questionnaires/${requestId}`);
    return new StreamableFile(await this.writer.xlsx(book.book), { type: TYPE, disposition: asDownload(`${book.name}-${language}.xlsx`) });
  }
}
