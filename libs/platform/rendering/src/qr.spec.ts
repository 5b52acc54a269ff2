import { qrSvg } from './qr.js';

describe('a QR code', () => {
  it('is the same bytes for the same text, and others for another', () => {
    expect(qrSvg('https://example.jp/verify/A')).toBe(qrSvg('https://example.jp/verify/A'));
    expect(qrSvg('https://example.jp/verify/A')).not.toBe(qrSvg('https://example.jp/verify/B'));
  });
  it('has the quiet zone and the three finder corners of ISO/IEC 18004', () => {
    const svg = qrSvg('A');
    expect(svg).toContain('viewBox="0 0 29 29"'); // version 1: 21 modules and twice 4
    for (const corner of ['M4 4h1', 'M24 4h1', 'M4 24h1']) expect(svg).toContain(corner);
  });
  it('carries its label for a screen reader, escaped', () => expect(qrSvg('A', '"検証" <1>')).toContain('aria-label="&quot;検証&quot; &lt;1>"'));
  it('a text too long is refused', () => expect(() => qrSvg('x'.repeat(3000))).toThrow());
});
