/** How a cell looks and behaves: `input` may be typed into, everything else is locked while its sheet is protected. */
export type CellLook = 'title' | 'heading' | 'label' | 'text' | 'head' | 'given' | 'strong' | 'input' | 'off';
export interface BookCell { readonly value: string | number | null; readonly look: CellLook }

/** A drop-down whose words stand in a column of another sheet: a list inside the rule may not exceed 255 characters nor hold a comma. */
export interface BookChoice {
  readonly column: number;
  /** Rows from 0, both included. */
  readonly from: number;
  readonly to: number;
  readonly list: { readonly sheet: string; readonly column: number; readonly from: number; readonly to: number };
  /** Said when something else is typed. */
  readonly refusal: { readonly title: string; readonly text: string };
}

export interface BookSheet {
  readonly name: string;
  /** `secret` is not even listed among the hidden sheets. */
  readonly visibility: 'shown' | 'secret';
  /** Width in characters. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Null leaves a cell out. */
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly choices?: readonly BookChoice[];
  /** The first row stays in sight and carries filters; so many columns stay in sight too. */
  readonly table?: { readonly freezeColumns: number };
  readonly protected?: boolean;
  /** A4, as wide as one page. */
  readonly print?: { readonly orientation: 'portrait' | 'landscape'; readonly header: string };
}

/** A workbook as a form: words already in the reader's language. */
export interface Book {
  readonly title: string;
  readonly creator: string;
  readonly sheets: readonly BookSheet[];
}
