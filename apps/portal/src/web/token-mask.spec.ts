import { masked, unmasked } from './token-mask.js';

describe('the token of a form in a compressed page', () => {
  it('never stands there twice the same, and is known again', () => {
    const [first, second] = [masked('a1b2c3'), masked('a1b2c3')];
    expect(first).not.toBe(second);
    expect([unmasked(first), unmasked(second)]).toEqual(['a1b2c3', 'a1b2c3']);
  });

  it.each(['', 'x', 'a1b2c3', '%%%', 'あ'])('is not anything else: %j', (text) => expect(unmasked(text)).not.toBe('a1b2c3'));
});
