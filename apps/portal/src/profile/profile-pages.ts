import { Injectable } from '@nestjs/common';
import { SessionActors } from '@libs/organization';
import { Clock } from '@platform/clock';
import { Sessions } from '@platform/identity';
import { notFound } from '@platform-pure/errors';
import type { PortalRequest } from '../web/http.js';
import { Page } from '../web/page.js';
import { Visitors } from '../web/visitors.js';
import { profileView } from './profile.view.js';
import type { Refused } from './profile.view.js';

@Injectable()
export class ProfilePages {
  constructor(private readonly visitors: Visitors, private readonly sessions: Sessions, private readonly actors: SessionActors, private readonly clock: Clock) {}

  async show(request: PortalRequest, refused?: Refused): Promise<Page> {
    const visitor = await this.visitors.of(request);
    if (!visitor) throw notFound('identity');
    const { identity } = visitor;
    const view = profileView({
      identity, now: this.clock.now(), organizationId: request.session.organizationId ?? null,
      sessions: await this.sessions.of(identity.id, request.sessionID), choices: await this.actors.choices(identity.id),
    }, refused);
    return new Page('profile/show', view, { title: 'portal_profile.title' });
  }
}
