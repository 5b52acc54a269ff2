import { Inject, Injectable } from '@nestjs/common';
import { Messages } from '@platform/i18n';
import type { MessageParams } from '@platform/i18n';
import { Templates } from '@platform/rendering';
import { TableWriter } from '@platform/workbook';
import type { Language } from '@platform/tenancy';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import { scriptAddress, styleSheets } from './assets.js';
import { csrfToken } from './csrf.js';
import { frameView } from './frame.view.js';
import type { PortalRequest } from './http.js';
import { languageOf } from './language.js';
import type { Fragment, Page, TableFile } from './page.js';
import { plainTable } from './plain.js';
import type { Reader } from './plain.js';
import { inWords } from './text.rules.js';
import { Visitors } from './visitors.js';

/** Page → HTML in the person's language, with what stands around every page. */
@Injectable()
export class Pages {
  constructor(
    private readonly templates: Templates, private readonly messages: Messages, private readonly visitors: Visitors, private readonly tables: TableWriter,
    @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings,
  ) {}

  async render(request: PortalRequest, page: Page): Promise<string> {
    const visitor = await this.visitors.of(request);
    const language = languageOf(request, visitor, this.settings.defaultLanguage);
    const frame = frameView({
      language, visitor, path: readable(request, page), csrf: csrfToken(request), styles: styleSheets(), scripts: (page.options.scripts ?? []).map(scriptAddress), mailbox: this.settings.mailbox,
      title: this.title(language, page.options.title), notice: takeNotice(request), thread: page.options.thread ?? null,
    });
    const zone = visitor?.identity.timeZone ?? this.settings.defaultTimeZone;
    const say = (key: string, params: MessageParams): string => this.say(language, key, params);
    const view = inWords(page.view, say) as object;
    return this.templates.render(`portal/${page.template}`, view, { language, zone, layout: 'portal/_layout/page', page: inWords(frame, say) });
  }

  /** A part of a page, for a script of ours. */
  async fragment(request: PortalRequest, { template, view }: Fragment): Promise<string> {
    const { language, zone, say } = await this.reader(request);
    // forms inside of it need the token; nothing else of the frame is there
    return this.templates.render(`portal/${template}`, inWords(view, say) as object, { language, zone, page: { csrf: csrfToken(request) } });
  }

  /** A list in the reader's language, as a file. */
  async file(request: PortalRequest, { name, format, table }: TableFile): Promise<Buffer> {
    const plain = plainTable(name, table, await this.reader(request));
    return format === 'xlsx' ? this.tables.xlsx(plain) : this.tables.csv(plain);
  }

  async reader(request: PortalRequest): Promise<Reader> {
    const visitor = await this.visitors.of(request);
    const language = languageOf(request, visitor, this.settings.defaultLanguage);
    const zone = visitor?.identity.timeZone ?? this.settings.defaultTimeZone;
    return { language, zone, say: (key, params = {}) => this.say(language, key, params) };
  }

  async language(request: PortalRequest): Promise<Language> {
    return languageOf(request, await this.visitors.of(request), this.settings.defaultLanguage);
  }

  /** An error code without a text of its own is told in general words: a gap in the texts must not hide a form. */
  private say(language: Language, key: string, params: MessageParams): string {
    return key.includes('.errors.') && !this.messages.has(language, key) ? this.messages.t(language, 'portal.error.bad_request') : this.messages.t(language, key, params);
  }

  private title(language: Language, title: string): string {
    return this.messages.has(language, title) ? this.messages.t(language, title) : title;
  }
}

/** Where the language switch leads back to; a form that was refused for good has no page of its own. */
function readable(request: PortalRequest, page: Page): string {
  return request.method === 'GET' || page.template !== 'web/error' ? request.originalUrl : '/';
}

/** Shown on the next page, once. */
export function leaveNotice(request: PortalRequest, key: string): void {
  request.session.notice = key;
}

function takeNotice(request: PortalRequest): string | null {
  const { notice } = request.session ?? {};
  if (notice) delete request.session.notice;
  return notice ?? null;
}

declare module 'express-session' {
  interface SessionData { notice?: string }
}
