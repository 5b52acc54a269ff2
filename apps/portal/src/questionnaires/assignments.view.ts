import type { MemberRow } from '@libs/organization';
import { holders } from '@pure/response';
import { ResponseActs } from '@pure/response';
import { formView } from '../web/form.view.js';
import type { FormView } from '../web/form.view.js';
import type { Problem } from '../web/problems.js';
import type { Opened } from './questionnaire-desk.js';

interface Both { readonly ja: string; readonly en: string }

export interface AssignmentsView {
  readonly number: string;
  readonly path: string;
  readonly back: string;
  readonly form: FormView;
  readonly colleagues: readonly { readonly value: string; readonly label: string }[];
  readonly sections: readonly { readonly id: string; readonly title: Both; readonly open: boolean; readonly items: readonly { readonly key: string; readonly id: string; readonly code: string; readonly title: Both; readonly holder: string; readonly checked: boolean; readonly answered: boolean }[] }[];
  readonly live: readonly { readonly id: string; readonly name: string; readonly left: boolean; readonly codes: string; readonly note: string; readonly dueOn: string | null; readonly by: string; readonly at: Date }[];
}

/** Who may answer, in the order they joined; oneself too: taking something on is saying so. */
export function colleaguesOf(members: readonly MemberRow[]): AssignmentsView['colleagues'] {
  return members.filter(({ roles }) => roles.some((role) => ResponseActs.answer.roles.includes(role)))
    .map(({ id, displayName, department }) => ({ value: id, label: department ? `${displayName}（${department}）` : displayName }));
}

/** `chosen` are the items ticked beforehand: a section's, or what was ticked in a form that is drawn again. */
export function assignmentsView({ request, journey, assignments }: Opened, members: readonly MemberRow[], chosen: ReadonlySet<string>, typed: object = {}, problems: readonly Problem[] = []): AssignmentsView {
  const now = holders(assignments);
  const path = `/questionnaires/${request.id}/assignments`;
  const codes = new Map(journey.sections.flatMap(({ questions }) => questions).map(({ requirement: { key, code } }) => [key, code]));
  const sections = journey.sections.map(({ group, questions }, index) => {
    const items = questions.filter(({ applies }) => applies).map(({ requirement: { key, code, title }, draft }, at) =>
      ({ key, id: `item-${index + 1}-${at + 1}`, code, title, holder: now.get(key)?.memberName ?? '', checked: chosen.has(key), answered: draft.answer !== null }));
    return { id: `section-${index + 1}`, title: group, open: items.some(({ checked }) => checked) || journey.sections.length === 1, items };
  });
  const live = assignments.map((one) => ({
    id: one.id as string, name: one.memberName, left: one.memberLeft, codes: one.requirementKeys.filter((key) => now.get(key)?.id === one.id).map((key) => codes.get(key) ?? key).join('、'),
    note: one.note ?? '', dueOn: one.dueOn, by: one.assignedByName, at: one.assignedAt,
  })).filter((one) => one.codes !== '');
  const fields = ['memberId', 'dueOn', 'note', 'requirementKeys'];
  return { number: request.number, path, back: `/questionnaires/${request.id}`, form: formView(fields, typed, problems), colleagues: [{ value: '', label: '–' }, ...colleaguesOf(members)], sections, live };
}
