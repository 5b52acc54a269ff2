/** Why a file is not read; the code's text is `workbook.errors.<code>`. */
export type RefusalCode = 'macros' | 'too_large' | 'unreadable' | 'encrypted' | 'unknown_kind' | 'old_kind' | 'empty';

export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/** What the reading process answers with. */
export type Answer = { readonly sheets: readonly AnsweredSheet[] } | { readonly refused: RefusalCode };
export interface AnsweredSheet { readonly name: string; readonly hidden: boolean; readonly rows: readonly { number: number; cells: (string | number | boolean | null)[] }[] }
