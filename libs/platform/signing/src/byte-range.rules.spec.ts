import { coversWholeFile, derOf, scanSignatures, showsSignatureTraces, signedBytes } from './byte-range.rules.js';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** `head` + `<gap>` + tail, with a ByteRange that says what `range` says. */
function file(gap: string, range?: (open: number, close: number, length: number) => string): Uint8Array {
  const slot = '/ByteRange [0 000 000 000]/Contents';
  const [open, close] = [slot.length, slot.length + gap.length];
  const length = close + 4;
  const pad = (value: number) => String(value).padStart(3, '0');
  const said = range?.(open, close, length) ?? `[0 ${pad(open)} ${pad(close)} ${pad(length - close)}]`;
  return bytes(`/ByteRange ${said}/Contents${gap}tail`);
}

describe('the geometry of a signature', () => {
  it('covers a file when the gap is exactly one hex string', () => {
    const pdf = file('<30010000>');
    const [signature] = scanSignatures(pdf);
    expect(signature!.contents).toEqual(Uint8Array.of(0x30, 1, 0, 0));
    expect(coversWholeFile(pdf, signature!)).toBe(true);
    expect(Buffer.from(signedBytes(pdf, signature!.byteRange)).toString()).toBe(Buffer.from(pdf).toString().replace('<30010000>', ''));
  });

  it('does not cover a file with one byte more', () => {
    const pdf = Uint8Array.from([...file('<3000>'), 0x0a]);
    expect(coversWholeFile(pdf, scanSignatures(pdf)[0]!)).toBe(false);
  });

  it.each(['<30 00>', '<300>', '<3000><00>', '<30zz>', '<3000%>'])('does not cover a file with something else in the gap: %s', (gap) => {
    const pdf = file(gap);
    expect(coversWholeFile(pdf, scanSignatures(pdf)[0]!)).toBe(false);
  });

  it('does not start after the first byte', () => {
    const pdf = file('<3000>', (open, close, length) => `[1 0${open - 1} 0${close} 00${length - close}]`);
    expect(scanSignatures(pdf)).toHaveLength(1);
    expect(coversWholeFile(pdf, scanSignatures(pdf)[0]!)).toBe(false);
  });

  it('is not found where text merely spells it', () => {
    for (const text of ['/ByteRange [0 10 20 30]', '/ByteRange [0 1 2', '/ByteRange', '/ByteRange [0 99999999999 1 1]', '']) {
      expect(scanSignatures(bytes(text))).toEqual([]);
    }
  });

  it('leaves traces even when it is broken', () => {
    expect(showsSignatureTraces(bytes('… /SubFilter /ETSI.CAdES.detached …'))).toBe(true);
    expect(showsSignatureTraces(bytes('%PDF-1.7 plain'))).toBe(false);
  });
});

describe('the signature value', () => {
  it('is one DER value and zeros', () => {
    expect(derOf(Uint8Array.of(0x30, 2, 5, 0, 0, 0))).toEqual(Uint8Array.of(0x30, 2, 5, 0));
    expect(derOf(Uint8Array.of(0x30, 0x81, 1, 7, 0))).toEqual(Uint8Array.of(0x30, 0x81, 1, 7));
  });

  it.each([[[0x30, 2, 5, 0, 0, 9]], [[0x31, 0]], [[0x30, 0x80, 0, 0]], [[0x30, 9, 1]], [[0x30, 0x82, 1]], [[0x30, 0x85, 0, 0, 0, 0, 1, 0]], [[]]])(
    'is not %j', (contents) => expect(derOf(Uint8Array.from(contents))).toBeNull());
});
