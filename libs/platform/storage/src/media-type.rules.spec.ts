import { REFUSED_MEDIA_TYPES, sniffText } from './media-type.rules.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const type = (text: string, whole = true): string | null => sniffText(utf8(text), whole);

describe('the type of a text', () => {
  it.each([
    ['<!DOCTYPE html><p>報告', 'text/html'],
    ['  \n<HTML><body>', 'text/html'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?><x:a xmlns:x="http://www.w3.org/1999/xhtml"/>', 'text/html'],
    ['<a href="javascript:1">見る</a>', 'text/html'],
    ['\uFEFF<script>alert(1)</script>', 'text/html'],
  ])('knows what a browser would run: %s', (text, expected) => {
    expect(type(text)).toBe(expected);
    expect(REFUSED_MEDIA_TYPES.has(expected)).toBe(true);
  });
  it('takes markup whose root is hidden behind a long comment for the worst', () =>
    expect(type(`<!--${'x'.repeat(500)}`, false)).toBe('text/html'));
  it('sees markup in UTF-16', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...[...'<html>'].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(sniffText(bytes, true)).toBe('text/html');
  });
  it('tells XML, JSON, CSV and plain text apart', () => {
    expect(type('<?xml version="1.0"?><bom><component/></bom>')).toBe('application/xml');
    expect(type('{"bomFormat":"CycloneDX"}')).toBe('application/json');
    expect(type('{設備} は停止中')).toBe('text/plain');
    expect(type('番号,名称\r\n1,"制御盤, 主"\r\n2,ポンプ\r\n')).toBe('text/csv');
    expect(type('<134>Nov 20 10:00:00 plc1 scan: ok'))
      .toBe('text/plain');
    expect(type('点検記録\n異常なし')).toBe('text/plain');
  });
  it('reads a Shift_JIS table as CSV', () =>
    expect(sniffText(new Uint8Array([0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x41, 0x0a, 0x31, 0x2c, 0x42, 0x0a]), true)).toBe('text/csv'));
  it('does not call bytes with control characters a text', () => expect(sniffText(new Uint8Array([0x41, 0x00, 0x42]), true)).toBeNull());
  it('accepts a cut in the middle of a character, but not at the end of the file', () => {
    const cut = utf8('検収').subarray(0, 5);
    expect(sniffText(cut, false)).toBe('text/plain');
    expect(sniffText(cut, true)).not.toBe('text/csv');
  });
});
