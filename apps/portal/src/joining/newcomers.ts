import { Injectable } from '@nestjs/common';
import { Identities, IdentityDb, Invitees, OneTimeTokens } from '@platform/identity';
import type { IdentityRow, Invitee, TokenKind, TokenRow } from '@platform/identity';
import { invalid, notFound } from '@platform-pure/errors';
import type { IdentityId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { Pages } from '../web/pages.js';
import type { AcceptForm } from './forms.js';
import type { Standing } from './joining.view.js';

/** What both kinds of invitation have in common. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly tokens: OneTimeTokens, private readonly identities: Identities, private readonly invitees: Invitees,
    private readonly identityDb: IdentityDb, private readonly pages: Pages,
  ) {}

  /** @throws Invalid `identity.link_dead` for a link that was used, ran out or never was. */
  async live(token: string, kind: TokenKind): Promise<TokenRow> {
    const seen = await this.tokens.peek(token, kind);
    if (seen?.state !== 'live') throw invalid('identity.link_dead');
    return seen;
  }

  /** Whoever opened the link owns the mailbox, so that the address has an account may be said. */
  async standing(request: PortalRequest, email: string): Promise<Standing> {
    if (request.session.identityId) return 'signed_in';
    return await this.identities.byEmail(email) ? 'known' : 'new';
  }

  async invitee(request: PortalRequest, form: AcceptForm): Promise<Invitee> {
    const { identityId } = request.session;
    if (identityId) return { identityId };
    return { displayName: form.displayName ?? '', password: form.password ?? '', language: await this.pages.language(request) };
  }

  /** An account for the address the link was sent to; the link stays alive for the next step. */
  async enrol(token: string, kind: TokenKind, request: PortalRequest, form: AcceptForm): Promise<IdentityId> {
    const { email } = await this.live(token, kind);
    const person = await this.invitees.introduce(await this.invitee(request, form), email);
    await this.invitees.enter(this.identityDb, person);
    return person.id;
  }

  async person(request: PortalRequest): Promise<IdentityRow> {
    const { identityId } = request.session;
    const person = identityId && await this.identities.byId(identityId);
    if (!person) throw notFound('identity');
    return person;
  }
}
