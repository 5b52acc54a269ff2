/**
 * Signature geometry on raw bytes. A PDF parser can be talked into seeing another document than the one that was
 * signed (pdfsig calls a signature "valid" even after updates were appended), so these rules read the bytes themselves.
 */
export type ByteRange = readonly [number, number, number, number];

export interface RawSignature {
  readonly byteRange: ByteRange;
  /** The Contents value with its padding; null when the gap is anything but one plain hex string. */
  readonly contents: Uint8Array | null;
}

const BYTE_RANGE = ascii('/ByteRange');
const [LT, GT] = [0x3c, 0x3e];

/** Every signature whose ByteRange points at a bracketed gap inside the file, in file order. Text that merely spells /ByteRange is not one. */
export function scanSignatures(bytes: Uint8Array): RawSignature[] {
  const found: RawSignature[] = [];
  for (let at = find(bytes, BYTE_RANGE, 0); at >= 0; at = find(bytes, BYTE_RANGE, at + 1)) {
    const byteRange = parseRange(bytes, at + BYTE_RANGE.length);
    if (byteRange && hasBracketedGap(bytes, byteRange)) found.push({ byteRange, contents: hexGap(bytes, byteRange) });
  }
  return found;
}

/** True when a file shows traces of a signature, even a broken one: then a missing signature means damage, not an ordinary file. */
export function showsSignatureTraces(bytes: Uint8Array): boolean {
  return ['/ByteRange', 'ETSI.CAdES.detached', '/Adobe.PPKLite'].some((mark) => find(bytes, ascii(mark), 0) >= 0);
}

/** From the first byte to the last, with a gap that is exactly the Contents value: nothing unsigned, nothing appended. */
export function coversWholeFile(bytes: Uint8Array, signature: RawSignature): boolean {
  const [start, , second, rest] = signature.byteRange;
  return start === 0 && second + rest === bytes.length && signature.contents !== null;
}

export function signedBytes(bytes: Uint8Array, [start, first, second, rest]: ByteRange): Uint8Array {
  const out = new Uint8Array(first + rest);
  out.set(bytes.subarray(start, start + first), 0);
  out.set(bytes.subarray(second, second + rest), first);
  return out;
}

/** The one DER value at the start of `contents`; null when anything but zero padding follows it, so nothing can hide in the gap. */
export function derOf(contents: Uint8Array): Uint8Array | null {
  if (contents.length < 2 || contents[0] !== 0x30) return null;
  const head = contents[1]!;
  const lengthBytes = head < 0x80 ? 0 : head & 0x7f;
  if (lengthBytes > 4 || head === 0x80) return null;
  let length = lengthBytes === 0 ? head : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + contents[2 + i]!;
  const end = 2 + lengthBytes + length;
  if (!(end <= contents.length)) return null;
  return contents.subarray(end).every((byte) => byte === 0) ? contents.subarray(0, end) : null;
}

function parseRange(bytes: Uint8Array, from: number): ByteRange | null {
  const text = String.fromCharCode(...bytes.subarray(from, from + 80));
  const match = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])] : null;
}

function hasBracketedGap(bytes: Uint8Array, [start, first, second, rest]: ByteRange): boolean {
  const open = start + first;
  return second + rest <= bytes.length && second >= open + 2 && bytes[open] === LT && bytes[second - 1] === GT;
}

function hexGap(bytes: Uint8Array, [start, first, second]: ByteRange): Uint8Array | null {
  const hex = bytes.subarray(start + first + 1, second - 1);
  if (hex.length % 2 !== 0) return null;
  const out = new Uint8Array(hex.length / 2);
  for (let i = 0; i < out.length; i++) {
    const [high, low] = [nibble(hex[2 * i]!), nibble(hex[2 * i + 1]!)];
    if (high < 0 || low < 0) return null;
    out[i] = high * 16 + low;
  }
  return out;
}

function nibble(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x46) return code - 0x37;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  return -1;
}

function find(bytes: Uint8Array, pattern: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(pattern[0]!, from); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
