import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Members } from '@libs/organization';
import { AssignItems, WithdrawAssignment } from '@libs/response';
import type { AssignmentId } from '@libs/response';
import { CurrentActor, IdPipe, May } from '@platform/http';
import { invalid, notFound } from '@platform-pure/errors';
import { TenantDb, isId } from '@platform/tenancy';
import type { Actor, MemberId } from '@platform/tenancy';
import { ResponseActs } from '@pure/response';
import type { PortalRequest } from '../web/http.js';
import { Page, SeeOther } from '../web/page.js';
import { leaveNotice } from '../web/pages.js';
import { orRedraw } from '../web/problems.js';
import type { Problem } from '../web/problems.js';
import { assignmentsView } from './assignments.view.js';
import { AssignForm } from './forms.js';
import { QuestionnaireDesk } from './questionnaire-desk.js';
import type { Opened } from './questionnaire-desk.js';

@Controller('questionnaires/:requestId/assignments')
export class AssignmentsController {
  constructor(
    private readonly db: TenantDb, private readonly desk: QuestionnaireDesk, private readonly members: Members, private readonly assign: AssignItems,
    private readonly takeBack: WithdrawAssignment,
  ) {}

  @Get()
  @May(ResponseActs.assign)
  form(@Param('requestId', IdPipe) requestId: string, @Query('section') section: unknown, @CurrentActor() actor: Actor): Promise<Page> {
    return this.page(actor, requestId, ({ journey }) => (journey.sections[Number(section) - 1]?.questions ?? []).map(({ requirement }) => requirement.key), {});
  }

  @Post()
  @May(ResponseActs.assign)
  handOver(@Param('requestId', IdPipe) requestId: string, @Body() form: AssignForm, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<Page | SeeOther> {
    return orRedraw(async () => {
      const responseId = await this.responseId(actor, requestId);
      if (!form.memberId) throw invalid('response.assignment_invalid', {}, [{ field: 'memberId', code: 'common.choose_one' }]);
      if (!isId(form.memberId)) throw notFound('member');
      await this.assign.execute(actor, { responseId, memberId: form.memberId as unknown as MemberId, requirementKeys: form.requirementKeys, note: form.note, dueOn: form.dueOn });
      leaveNotice(request, 'portal_questionnaires.notice.handed');
      return new SeeOther(`/questionnaires/${requestId}`);
    }, (problems) => this.page(actor, requestId, () => form.requirementKeys, form, problems));
  }

  @Post(':assignmentId/withdrawal')
  @May(ResponseActs.withdraw_assignment)
  async withdraw(@Param('requestId', IdPipe) requestId: string, @Param('assignmentId', IdPipe) assignmentId: AssignmentId, @CurrentActor() actor: Actor, @Req() request: PortalRequest): Promise<SeeOther> {
    const { assignments } = await this.db.run(actor, (tx) => this.desk.open(tx, requestId));
    if (!assignments.some(({ id }) => id === assignmentId)) throw notFound('assignment');
    await this.takeBack.execute(actor, { assignmentId });
    leaveNotice(request, 'portal_questionnaires.notice.taken_back');
    return new SeeOther(`/questionnaires/${requestId}/assignments`);
  }

  private async responseId(actor: Actor, requestId: string) {
    const { response } = await this.db.run(actor, (tx) => this.desk.open(tx, requestId));
    if (!response) throw notFound('response');
    return response.id;
  }

  private page(actor: Actor, requestId: string, chosen: (opened: Opened) => readonly string[], typed: object, problems: readonly Problem[] = []): Promise<Page> {
    return this.db.run(actor, async (tx) => {
      const opened = await this.desk.open(tx, requestId);
      if (!opened.response) throw notFound('response');
      const view = assignmentsView(opened, await this.members.list(tx), new Set(chosen(opened)), typed, problems);
      return new Page('questionnaires/assignments', view, { title: 'portal_questionnaires.assign.title' });
    });
  }
}
