import { choiceField, choicesIn } from './choices.rules.js';

it('a decision is read by its question, anything else in the form is nobody’s', () =>
  expect(choicesIn({ [choiceField('a:1-1')]: 'file', 'choice.a:1-2': 'here', 'choice.a:1-3': 'both', other: 'file', 'choice.a:1-4': ['file'], _csrf: 'x' })).toEqual({ 'a:1-1': 'file', 'a:1-2': 'here' }));
