import type { Language } from '@platform-pure/tenancy';

/** Where the evidence can be seen is a part of the comment, on lines of its own at the end, so that a workbook can show it in its own column. */
const MARKS: Readonly<Record<Language, string>> = { ja: '証跡：', en: 'Evidence: ' };
const NOTE = /(?:^|\n)(?:証跡[:：]|Evidence: )([^\n](?:[\s\S]*))$/;

export interface Remark { readonly comment: string | null; readonly note: string | null }

export function splitRemark(text: string | null): Remark {
  const found = text === null ? null : NOTE.exec(text);
  if (!found) return { comment: text, note: null };
  return { comment: text!.slice(0, found.index).trim() || null, note: found[1]!.trim() || null };
}

export function joinRemark({ comment, note }: Remark, language: Language): string | null {
  if (note === null) return comment;
  return `${comment === null ? '' : `${comment}\n`}${MARKS[language]}${note}`;
}
