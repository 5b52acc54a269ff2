import { certificateNumber, spacedCode, verificationCode } from './number.rules.js';

describe('the certificate number', () => {
  it('carries prefix, year and six digits', () => expect(certificateNumber('MKD', 2026, 123)).toBe('MKD-2026-000123'));
  it('does not lose digits after a million', () => expect(certificateNumber('MKD', 2026, 1_234_567)).toBe('MKD-2026-1234567'));
});

describe('the verification code', () => {
  it('is base32 of its 128 bits', () => {
    expect(verificationCode(new Uint8Array(16))).toBe('A'.repeat(26));
    expect(verificationCode(new Uint8Array(16).fill(255))).toBe(`${'7'.repeat(25)}4`);
    // "foobarfoobarfoob" by coreutils base32
    expect(verificationCode(new TextEncoder().encode('foobarfoobarfoob'))).toBe('MZXW6YTBOJTG633CMFZGM33PMI');
  });
  it('cannot be made of fewer bits', () => expect(() => verificationCode(new Uint8Array(15))).toThrow('128'));
  it('differs for codes that differ in one bit', () => {
    const [one, other] = [new Uint8Array(16), new Uint8Array(16)];
    other[15] = 1;
    expect(verificationCode(one)).not.toBe(verificationCode(other));
  });
  it('is shown in groups of four', () => expect(spacedCode('MZXW6YTBOJTG633CMFZGM33PMI')).toBe('MZXW-6YTB-OJTG-633C-MFZG-M33P-MI'));
});
