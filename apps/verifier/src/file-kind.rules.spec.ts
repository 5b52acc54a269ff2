import { fileKind } from './file-kind.rules.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the kind of a file', () => {
  it('is told by its content', () => {
    expect(fileKind(bytes('%PDF-1.7\n'))).toBe('pdf');
    expect(fileKind(bytes('{"acts":[],"format":"kenshu.sealed/1"}'))).toBe('envelope');
    expect([bytes(''), bytes('PK\u0003\u0004'), bytes('{"a":1}'), bytes('%PD'), bytes('<html>')].map(fileKind)).toEqual(Array(5).fill('other'));
  });

  it('allows something before the header of a PDF, but not much', () => {
    expect(fileKind(bytes(`${' '.repeat(1000)}%PDF-1.7`))).toBe('pdf');
    expect(fileKind(bytes(`${' '.repeat(1100)}%PDF-1.7`))).toBe('other');
  });
});
