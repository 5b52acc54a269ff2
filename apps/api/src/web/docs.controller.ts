import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Open } from '@platform/http';
import { isLanguage } from '@platform-pure/i18n';
import { Messages } from '@platform/i18n';
import { Templates } from '@platform/rendering';
import { API_SETTINGS } from '../api-settings.js';
import type { ApiSettings } from '../api-settings.js';
import { OPERATIONS } from '../operations/index.js';
import { ASSETS, styleSheet } from './assets.js';
import { docsView } from './docs.view.js';
import { Documents } from './documents.js';
import { languageOf } from './http.js';
import type { ApiReply, ApiRequest } from './http.js';

const BECAUSE = 'what the product can do is no secret, and who writes a program has no token yet';

@Controller('api')
export class DocsController {
  constructor(
    private readonly documents: Documents, private readonly templates: Templates, private readonly messages: Messages, @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @Open(BECAUSE)
  start(@Res() reply: ApiReply): void {
    reply.redirect(303, '/api/docs');
  }

  @Get('v1/openapi.json')
  @Open(BECAUSE)
  document(@Req() request: ApiRequest): object {
    return this.documents.in(languageOf(request, this.settings.defaultLanguage));
  }

  @Get('docs')
  @Open(BECAUSE)
  page(@Query('lang') chosen: unknown, @Req() request: ApiRequest, @Res() reply: ApiReply): void {
    const language = isLanguage(chosen) ? chosen : languageOf(request, this.settings.defaultLanguage);
    const page = { language, title: this.messages.t(language, 'api.docs.title'), style: styleSheet(), assets: ASSETS, publicUrl: this.settings.publicUrl };
    reply.setHeader('vary', 'accept-language');
    reply.type('html').send(this.templates.render('api/docs', docsView(OPERATIONS), { language, layout: 'api/_layout/page', page }));
  }
}
