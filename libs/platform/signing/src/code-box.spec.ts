import { lockWithCode, openWithCode } from './code-box.js';

const CODE = 'MZXW6YTBOJTG633CMFZGM33PMI';

describe('a box that a code opens', () => {
  it('gives back what was locked in, to that code only', () => {
    const box = lockWithCode(CODE, { supplier: '㈱髙﨑' });
    expect(openWithCode(CODE, box)).toEqual({ supplier: '㈱髙﨑' });
    expect(() => openWithCode(`${CODE.slice(0, -1)}J`, box)).toThrow();
    expect(box.toString('latin1')).not.toContain('supplier');
  });

  it('does not open when a byte was changed, and is never the same twice', () => {
    const box = lockWithCode(CODE, {});
    expect(lockWithCode(CODE, {}).equals(box)).toBe(false);
    box[box.length - 1]! ^= 1;
    expect(() => openWithCode(CODE, box)).toThrow();
  });
});
