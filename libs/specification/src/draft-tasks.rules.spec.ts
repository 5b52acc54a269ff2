import { draftTasks } from './draft-tasks.rules.js';
import type { DraftStanding } from './draft-tasks.rules.js';

const standing: DraftStanding = { state: 'draft', requirements: 3, checklist: 2, inheritedRationale: 0, problems: [] };
const states = (change: Partial<DraftStanding>): string => draftTasks({ ...standing, ...change }).map(({ name, state }) => `${name}:${state}`).join(' ');

describe('the tasks of a draft', () => {
  it('are done one by one, and then it may be submitted', () => {
    expect(states({})).toBe('basics:done requirements:done details:done checklist:done preview:open submit:open');
  });
  it('say where something is missing, and that it cannot be submitted yet', () => {
    const problems = ['title', 'requirements.1-4.criterion', 'checklist.AC-08.condition'].map((field) => ({ field, code: 'x' }));
    expect(states({ problems })).toBe('basics:missing requirements:done details:missing checklist:missing preview:open submit:blocked');
    expect(draftTasks({ ...standing, problems })[2]!.problems).toEqual([problems[1]]);
  });
  it('begin with choosing', () => {
    const problems = [{ field: 'requirements', code: 'specification.nothing_chosen' }];
    expect(states({ requirements: 0, checklist: 0, problems })).toBe('basics:done requirements:missing details:blocked checklist:advice preview:blocked submit:blocked');
  });
  it('advise to think about the reasons, without standing in the way', () => {
    expect(states({ inheritedRationale: 2 })).toContain('details:advice checklist:done preview:open submit:open');
  });
  it('are all behind a draft that waits for approval', () => expect(states({ state: 'in_review' })).toContain('submit:done'));
});
