import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ChangeMember, ChangeRoles, OrganizationActs, RemoveMember } from '@libs/organization';
import type { Role } from '@libs/organization';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { TenantDb } from '@platform/tenancy';
import type { Actor, MemberId } from '@platform/tenancy';
import type { PortalRequest } from '../web/http.js';
import { SeeOther } from '../web/page.js';
import type { Page, TableFile } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import { DetailsForm, RolesForm } from './forms.js';
import { MemberPages } from './member-pages.js';

const LIST = '/organization/members';

@Controller('organization/members')
export class MembersController {
  constructor(
    private readonly db: TenantDb, private readonly pages: MemberPages, private readonly changeMember: ChangeMember,
    private readonly changeRoles: ChangeRoles, private readonly remove: RemoveMember,
  ) {}

  @Get()
  @May(OrganizationActs.read)
  list(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor): Promise<Page | TableFile> {
    return this.db.run(actor, (tx) => this.pages.list(tx, query));
  }

  @Get(':id')
  @May(OrganizationActs.read)
  show(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Post(':id')
  @May(OrganizationActs.change_member)
  details(@Param('id', IdPipe) id: string, @Body() form: DetailsForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.changeMember.execute(actor, { memberId: id as MemberId, displayName: form.displayName ?? '', department: form.department, title: form.title });
      return done(request, 'portal_organization.member_changed', `${LIST}/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { form: 'details', typed: form, problems })));
  }

  /** Somebody reloads, or changes the language, after a refused form. */
  @Get(':id/roles')
  @May(OrganizationActs.change_roles)
  again(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.show(tx, id));
  }

  @Post(':id/roles')
  @May(OrganizationActs.change_roles)
  roles(@Param('id', IdPipe) id: string, @Body() form: RolesForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      await this.changeRoles.execute(actor, { memberId: id as MemberId, roles: form.roles as readonly Role[], personKey: form.personKey });
      return done(request, 'portal_organization.roles_changed', `${LIST}/${id}`);
    }, (problems) => this.db.run(actor, (tx) => this.pages.show(tx, id, { form: 'roles', typed: form, problems })));
  }

  @Get(':id/removal')
  @May(OrganizationActs.remove_member)
  before(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<Page> {
    return this.db.run(actor, (tx) => this.pages.removal(tx, id));
  }

  @Post(':id/removal')
  @May(OrganizationActs.remove_member)
  async removal(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    await this.remove.execute(actor, id as MemberId);
    return done(request, 'portal_organization.member_removed', LIST);
  }
}

function done(request: PortalRequest, notice: string, path: string): SeeOther {
  leaveNotice(request, notice);
  return new SeeOther(path);
}
