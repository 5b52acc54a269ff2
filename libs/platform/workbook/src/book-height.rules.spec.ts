import { halfWidths, rowHeight } from './book-height.rules.js';

const columns = [{ width: 5, hidden: true }, { width: 11 }];
it('a row is as high as its longest text, wrapped; hidden columns do not count', () => {
  expect(rowHeight([{ value: 'x'.repeat(500), look: 'given' }, { value: 'あいうえおか', look: 'given' }], columns)).toBe(35);
  expect(rowHeight([null, { value: 'a\nb\nc', look: 'given' }], columns)).toBe(51.5);
  expect(rowHeight([null, { value: null, look: 'input' }], columns)).toBe(18.5);
});
it('no row is higher than Excel allows', () => expect(rowHeight([null, { value: 'a\n'.repeat(90), look: 'given' }], columns)).toBe(409));
it('a Japanese character is two wide', () => expect(halfWidths('aあ髙')).toBe(5));
