import { findingsInPreparation, isOpinion, standingOpinions } from './review.rules.js';
import type { Opinion } from './review.rules.js';

it('an opinion is one of three', () => {
  expect(isOpinion('question')).toBe(true);
  expect(isOpinion('agreed')).toBe(false);
});

const note = (requirementKey: string, opinion: Opinion, findingText: string | null = null) => ({ requirementKey, opinion, findingText, findingTarget: null, findingDueOn: null });

it('what the buyer thinks of an answer is its newest note', () => {
  const notes = [note('a', 'accepted'), note('a', 'not_accepted', '根拠がない'), note('b', 'question')];
  expect([...standingOpinions(notes)].map(([key, { opinion }]) => [key, opinion])).toEqual([['a', 'accepted'], ['b', 'question']]);
});

it('a return says what was prepared and not taken back, in the order of the questions', () => {
  const notes = [note('a', 'accepted'), note('b', 'question', '版を教えてください'), note('a', 'not_accepted', '根拠がない'), note('c', 'not_accepted', '不足')];
  expect(findingsInPreparation(notes, ['c', 'b', 'a']).map(({ requirementKey, text }) => [requirementKey, text])).toEqual([['c', '不足'], ['b', '版を教えてください']]);
});
