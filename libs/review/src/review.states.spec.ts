import { findingState, reviewState } from './review.states.js';

const at = new Date();

it.each([
  ['nothing came', undefined, false, 'nothing_released'],
  ['a statement lies there', { returnedAt: null }, false, 'to_review'],
  ['it was returned', { returnedAt: at }, false, 'returned'],
  ['it was agreed to', { returnedAt: null }, true, 'agreed'],
])('when %s', (_when, newest, agreed, state) => expect(reviewState(newest, agreed)).toBe(state));

it.each([
  ['nobody replied', 0, 1, false, 'open'],
  ['the supplier replied', 1, 1, false, 'replied'],
  ['a newer statement came', 0, 2, false, 'answered'],
  ['the agreement came', 1, 2, true, 'settled'],
])('a finding when %s', (_when, replies, newest, agreed, state) => expect(findingState({ revision: 1, replies }, newest, agreed)).toBe(state));
