import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { UploadEvidence } from '@libs/evidence';
import { ProxyWorkbooks } from '@libs/response';
import { RegisterProxyReply } from '@libs/review';
import { ReviewActs } from '@pure/review';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { invalid } from '@platform-pure/errors';
import type { Actor } from '@platform/tenancy';
import { BookWriter } from '@platform/workbook';
import { asDownload } from '../web/download.js';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { Pages, leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { Files } from '../web/uploads.js';
import type { UploadedFile } from '../web/uploads.js';
import { contentOf, typedOf } from '../questionnaires/section-form.rules.js';
import { ProxySourceForm } from './forms.js';
import { ProxyPages } from './proxy-pages.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 代理登録: the questionnaire by mail, and what came back (domain.md §0b.22). */
@Controller('requests/:id/proxy')
export class ProxiesController {
  constructor(
    private readonly pages: ProxyPages, private readonly workbooks: ProxyWorkbooks, private readonly writer: BookWriter, private readonly texts: Pages,
    private readonly upload: UploadEvidence, private readonly register: RegisterProxyReply,
  ) {}

  @Get()
  @May(ReviewActs.register_proxy)
  ask(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.source(actor, id);
  }

  @Get('workbook')
  @May(ReviewActs.register_proxy)
  async workbook(@Param('id', IdPipe) id: string, @Query('language') language: unknown, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<StreamableFile> {
    const asked = await this.pages.asked(actor, id);
    const chosen = language === 'ja' || language === 'en' ? language : await this.texts.language(request);
    return new StreamableFile(await this.writer.xlsx(this.workbooks.book(asked, chosen)), { type: XLSX, disposition: asDownload(`${asked.request.number}-${chosen}.xlsx`) });
  }

  @Post()
  @May(ReviewActs.register_proxy)
  async source(@Param('id', IdPipe) id: string, @Body() form: ProxySourceForm, @Files('file') files: readonly UploadedFile[], @CurrentActor() actor: Actor): Promise<Page | SeeOther> {
    await this.pages.asked(actor, id);
    return orRedraw(async () => {
      const [file] = files;
      if (!file) throw invalid('response.proxy_invalid', {}, [{ field: 'file', code: 'common.required' }]);
      const { id: evidenceId } = await this.upload.execute(actor, { content: file.open(), fileName: file.fileName });
      const words = new URLSearchParams({ receivedOn: form.receivedOn ?? '', answeredBy: form.answeredBy ?? '' });
      return new SeeOther(`/requests/${id}/proxy/${evidenceId}?${words.toString()}`);
    }, (problems) => this.pages.source(actor, id, form, problems));
  }

  @Get(':evidenceId')
  @May(ReviewActs.register_proxy)
  answers(@Param('id', IdPipe) id: string, @Param('evidenceId', IdPipe) evidenceId: string, @Query() source: ProxySourceForm, @CurrentActor() actor: Actor): Promise<Page> {
    return this.pages.answers(actor, id, evidenceId, source);
  }

  @Post(':evidenceId')
  @May(ReviewActs.register_proxy)
  async save(@Param('id', IdPipe) id: string, @Param('evidenceId', IdPipe) evidenceId: string, @Body() form: Record<string, string>, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    const { journey } = await this.pages.asked(actor, id);
    const questions = journey.sections.flatMap((section) => section.questions);
    const typed = typedOf(form, questions);
    return orRedraw(async () => {
      const answers = questions.flatMap((question) => ({ key: question.requirement.key, ...contentOf(question, typed.get(question.requirement.key) ?? BLANK) }));
      const { statementId } = await this.register.execute(actor, { requestId: id, evidenceId, receivedOn: String(form.receivedOn ?? ''), answeredBy: String(form.answeredBy ?? ''), answers });
      leaveNotice(request, 'portal_proxies.done');
      return new SeeOther(`/reviews/${statementId}`);
    }, (problems) => this.pages.answers(actor, id, evidenceId, form, { typed, problems }));
  }
}

const BLANK = { answer: '', reason: '', comment: '', measure: '' };
