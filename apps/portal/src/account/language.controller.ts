import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { Open, isHttps } from '@platform/http';
import { Identities } from '@platform/identity';
import { PORTAL_SETTINGS } from '../portal-settings.js';
import type { PortalSettings } from '../portal-settings.js';
import type { PortalReply, PortalRequest } from '../web/http.js';
import { rememberLanguage } from '../web/language.js';
import { localPath } from '../web/local-path.rules.js';
import { SeeOther } from '../web/page.js';
import { Visitors } from '../web/visitors.js';
import { LanguageForm } from './forms.js';

@Controller('language')
export class LanguageController {
  constructor(private readonly visitors: Visitors, private readonly identities: Identities, @Inject(PORTAL_SETTINGS) private readonly settings: PortalSettings) {}

  /** In the browser for everybody, in the profile of who is signed in. */
  @Post()
  @Open('the sign-in page is read in a language too')
  async choose(@Body() form: LanguageForm, @Req() request: PortalRequest, @Res({ passthrough: true }) reply: PortalReply): Promise<SeeOther> {
    const visitor = await this.visitors.of(request);
    if (visitor) await this.identities.setPreferences(visitor.identity.id, { language: form.language, timeZone: visitor.identity.timeZone });
    rememberLanguage(reply, form.language, isHttps(this.settings));
    return new SeeOther(localPath(form.next));
  }
}
