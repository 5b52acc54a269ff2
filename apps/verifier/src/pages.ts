import { Inject, Injectable } from '@nestjs/common';
import type { Request as ExpressRequest, Response as ExpressReply } from 'express';
import { Messages } from '@platform/i18n';
import { Templates } from '@platform/rendering';
import type { Language } from '@platform/tenancy';
import { isHttps } from '@platform/http';
import { ASSETS, styleSheet } from './assets.js';
import { languageOf, rememberLanguage } from './language.js';
import { VERIFIER_SETTINGS } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';

export interface PageContext { readonly language: Language; readonly zone: string; readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string }

export interface Page {
  /** Below templates/verifier. */
  readonly template: string;
  readonly title: string;
  readonly status?: number;
  /** Made in the reader's language. */
  readonly view: (context: PageContext) => object;
}

/** Page → HTML in the reader's language. Reports are for who asked, so nothing is kept by a cache. */
@Injectable()
export class Pages {
  constructor(
    private readonly templates: Templates, private readonly messages: Messages, @Inject(VERIFIER_SETTINGS) private readonly settings: VerifierSetup,
  ) {}

  send(request: ExpressRequest, reply: ExpressReply, page: Page): string {
    const { defaultLanguage = 'ja', defaultTimeZone = 'Asia/Tokyo' } = this.settings;
    const language = languageOf(request, defaultLanguage);
    rememberLanguage(request, reply, isHttps(this.settings));
    const t: PageContext['t'] = (key, params) => this.messages.t(language, key, params);
    const frame = { language, title: t(page.title), path: pathFor(request), style: styleSheet(), assets: ASSETS };
    const html = this.templates.render(`verifier/${page.template}`, page.view({ language, zone: defaultTimeZone, t }), {
      language, zone: defaultTimeZone, layout: 'verifier/_layout/page', page: frame });
    reply.status(page.status ?? 200).type('html').setHeader('cache-control', 'no-store');
    reply.setHeader('vary', 'cookie, accept-language');
    return html;
  }
}

/** Where the language links lead: the same page, or the start when the page was an answer to an upload, which a link cannot repeat. */
function pathFor(request: ExpressRequest): string {
  return request.method === 'GET' && /^\/verify\/[A-Z2-7]{26}$/.test(request.path) ? request.path : '/verify';
}
