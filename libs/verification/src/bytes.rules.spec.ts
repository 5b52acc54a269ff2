import { asDer, fromBase64, fromUtf8, sameBytes, toHex } from './bytes.rules.js';

it('base64, PEM and hexadecimal are read, and nonsense is null', () => {
  expect(fromBase64('MAA=')).toEqual(Uint8Array.of(0x30, 0));
  expect(fromBase64('***')).toBeNull();
  expect(asDer('-----BEGIN CERTIFICATE-----\nMA\nA=\n-----END CERTIFICATE-----\n')).toEqual(Uint8Array.of(0x30, 0));
  expect(asDer('MAA=')).toBeNull();
  expect(asDer(Uint8Array.of(1))).toEqual(Uint8Array.of(1));
  expect(toHex(Uint8Array.of(0, 15, 255))).toBe('000fff');
});

it('text that is not UTF-8 is refused instead of repaired, and a byte order mark stays visible', () => {
  expect(fromUtf8(Uint8Array.from(Buffer.from('𠮷')))).toBe('𠮷');
  expect(fromUtf8(Uint8Array.of(0x83, 0x5c))).toBeNull();
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toBe('\ufeff{');
});

it('nothing equals nothing', () => {
  expect([sameBytes(Uint8Array.of(1), Uint8Array.of(1)), sameBytes(Uint8Array.of(1), Uint8Array.of(1, 2)), sameBytes(null, null)]).toEqual([true, false, false]);
});
