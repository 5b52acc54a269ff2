import { isOpinion } from './review.rules.js';

it('an opinion is one of three', () => {
  expect(isOpinion('question')).toBe(true);
  expect(isOpinion('agreed')).toBe(false);
});
