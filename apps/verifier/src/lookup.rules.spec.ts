import { readLookup } from './lookup.rules.js';

const CODE = 'MZXW6YTBOJTG633CMFZGM33PMI';

describe('what somebody types', () => {
  it.each([
    ['as printed', 'MZXW-6YTB-OJTG-633C-MFZG-M33P-MI'], ['in small letters with blanks', ' mzxw 6ytb ojtg 633c mfzg m33p mi '],
    ['in full-width letters and another dash', 'ＭＺＸＷ－６ＹＴＢ−ＯＪＴＧ―６３３ＣＭＦＺＧＭ３３ＰＭＩ'],
  ])('is a code %s', (_how, typed) => expect(readLookup(typed)).toEqual({ kind: 'code', code: CODE }));

  it.each(['MKD-2026-000123', 'mkd-2026-000123', 'ＭＫＤー２０２６ー０００１２３'])('is the number %s', (typed) =>
    expect(readLookup(typed)).toEqual({ kind: 'number', number: 'MKD-2026-000123' }));

  it.each(['', '   ', 'MKD', `${CODE}A`, CODE.slice(1), `${CODE.slice(1)}1`, "' or true --", '../../etc/passwd', 'A'.repeat(5000)])('is neither: %.20s', (typed) =>
    expect(readLookup(typed)).toEqual({ kind: 'neither' }));
});
