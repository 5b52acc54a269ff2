import { Injectable } from '@nestjs/common';
import { AnsweringOverview, BusinessDay } from '@libs/insight';
import type { AnsweringLine, AnsweringSearch } from '@libs/insight';
import { Assignments } from '@libs/response';
import { may } from '@platform/tenancy';
import type { TenantTx } from '@platform/tenancy';
import { AttestationActs } from '@pure/attestation';
import { ANSWERING_STAGES } from '@pure/insight';
import { holders } from '@pure/response';
import { likePattern, listQuery, windowOf } from '../web/list-query.rules.js';
import type { ListQuery } from '../web/list-query.rules.js';
import { Page, TableFile } from '../web/page.js';
import { ASKS, questionnaireTable, questionnairesView } from './list.view.js';

@Injectable()
export class ListPages {
  constructor(private readonly overview: AnsweringOverview, private readonly assignments: Assignments, private readonly day: BusinessDay) {}

  async show(tx: TenantTx, asked: Record<string, unknown>): Promise<Page | TableFile> {
    const query = listQuery(asked, ASKS);
    const today = await this.day.today(tx);
    const found = await this.overview.list(tx, searchOf(query, tx), today);
    const names = await this.names(tx, found.lines);
    if (query.format) return new TableFile('questionnaires', query.format, questionnaireTable(found.lines, names));
    const waits = may(tx.actor, AttestationActs.sign) ? (await this.overview.list(tx, { ...searchOf(listQuery({}, ASKS), tx), stage: 'sign' }, today)).lines : [];
    return new Page('questionnaires/list', questionnairesView(query, found, names, waits), { title: 'portal_questionnaires.title' });
  }

  private async names(tx: TenantTx, lines: readonly AnsweringLine[]): Promise<Map<string, string[]>> {
    const all = await this.assignments.ofResponses(tx, lines.flatMap(({ responseId }) => responseId ?? []));
    return new Map(lines.map(({ responseId }) => {
      const now = holders(all.filter((one) => one.responseId === responseId));
      return [responseId ?? '', [...new Set([...now.values()].map(({ memberName }) => memberName))]];
    }));
  }
}

function searchOf(query: ListQuery, { actor }: TenantTx): AnsweringSearch {
  const { search, filters, sort, descending } = query;
  return {
    pattern: search ? likePattern(search) : '', stage: ANSWERING_STAGES.find((stage) => stage === filters.stage) ?? null, late: filters.only === 'late',
    heldBy: filters.only === 'mine' ? actor.memberId : null, sort: sort as AnsweringSearch['sort'], descending, ...windowOf(query),
  };
}
