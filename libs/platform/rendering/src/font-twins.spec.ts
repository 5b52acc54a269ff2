import { findTwins, plainText, withoutTwins } from './font-twins.js';

// code point → glyph: a radical, its character, a compatibility form of it; a dash pair; a radical with a glyph of its own
const characters = new Map([[0x2f2f, 7], [0x5de5, 7], [0xf9ff, 7], [0x2012, 3], [0x2013, 3], [0x2e80, 9]]);
const twins = findTwins(characters);

describe('twins', () => {
  it('the odd one points to the lowest plain one with the same glyph', () => {
    expect([...twins]).toEqual([['\u2f2f', '工'], ['\u2012', '\u2013']]);
  });
  it('only twins leave the map: what has a glyph of its own stays', () => {
    expect([...withoutTwins(characters, twins).keys()]).toEqual([0x5de5, 0xf9ff, 0x2013, 0x2e80]);
  });
  it('a text keeps everything else', () => expect(plainText('\u2f2fA\u2e80\u2012', twins)).toBe('工A\u2e80\u2013'));
});
