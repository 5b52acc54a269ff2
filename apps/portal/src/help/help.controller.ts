import { Controller, Get, Param, Req } from '@nestjs/common';
import { SignedIn } from '@platform/http';
import { notFound } from '@platform-pure/errors';
import type { PortalRequest } from '../web/http.js';
import { Page } from '../web/page.js';
import { helpTopic, helpView } from './help.view.js';

@Controller('help')
export class HelpController {
  @Get()
  @SignedIn()
  list(@Req() request: PortalRequest): Page {
    return new Page('help/list', helpView(request.actor?.roles ?? []), { title: 'portal_help.title' });
  }

  @Get(':role')
  @SignedIn()
  topic(@Param('role') role: string, @Req() request: PortalRequest): Page {
    const topic = helpTopic(role, request.actor?.roles ?? []);
    if (!topic) throw notFound('page');
    return new Page('help/topic', topic, { title: `organization.roles.${topic.role}` });
  }
}
