import type { Id } from '@platform-pure/tenancy';

export type EvidenceId = Id<'Evidence'>;

/** Who may be shown a file: 公開 / 取引当事者限り / 関係者限り / 秘 (開示範囲, domain.md §6). */
export const DISCLOSURE_CLASSES = ['public', 'parties', 'restricted', 'secret'] as const;
export type DisclosureClass = (typeof DISCLOSURE_CLASSES)[number];

export function isDisclosureClass(value: unknown): value is DisclosureClass {
  return DISCLOSURE_CLASSES.some((known) => known === value);
}

/** Bytes; a configuration of a production line with drawings fits, a disk image does not. */
export const MAX_EVIDENCE_BYTES = 100 * 1024 * 1024;

const MAX_NAME = 255;

/**
 * The name a file keeps: without a path (some browsers send one), control characters, and the marks that turn text round, which make
 * `gpj.exe` read as `exe.jpg`. Japanese stays as it was typed, composed (NFC: a Mac sends か + ゛). Empty when nothing is left.
 */
export function cleanFileName(name: string): string {
  const clean = name.normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim().replace(/^\.+/, '');
  return shorten(clean);
}

/** Cuts the middle, not the extension; never through a surrogate pair. */
function shorten(name: string): string {
  if (name.length <= MAX_NAME) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  const letters = [...name.slice(0, name.length - extension.length)];
  while (letters.join('').length + extension.length > MAX_NAME) letters.pop();
  return letters.join('') + extension;
}
