import { FormReader } from '@platform-pure/forms';
import { readLevelDecision, suggestedLevel } from './level-decision.rules.js';
import type { LevelDecisionInput } from './level-decision.rules.js';

const no = { secrets: false, stoppage: false, reach: false };
const read = (input: LevelDecisionInput): { level: number; problems: string[] } => {
  const form = new FormReader();
  const { level } = readLevelDecision(form, input);
  return { level, problems: form.problems.map((problem) => `${problem.field}:${problem.code}`) };
};

describe('the level that is asked for', () => {
  it('is ★4 as soon as one of the three questions is answered yes', () => {
    expect([no, { ...no, secrets: true }, { ...no, stoppage: true }, { ...no, reach: true }].map(suggestedLevel)).toEqual([3, 4, 4, 4]);
  });

  it('follows the chart unless a reason says otherwise, upwards and downwards', () => {
    expect(read(no)).toEqual({ level: 3, problems: [] });
    expect(read({ ...no, level: 4 }).problems).toEqual(['levelDecision.reason:request.level_needs_reason']);
    expect(read({ ...no, reach: true, level: 3, reason: ' ' }).problems).toEqual(['levelDecision.reason:request.level_needs_reason']);
    expect(read({ ...no, reach: true, level: 3, reason: '当社からの片方向接続のみ' })).toEqual({ level: 3, problems: [] });
  });

  it('needs all three answers', () => {
    expect(read({ secrets: true } as LevelDecisionInput).problems).toEqual(['levelDecision.stoppage:common.choose_one', 'levelDecision.reach:common.choose_one']);
  });
});
