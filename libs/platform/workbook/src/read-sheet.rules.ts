import type { CellValue } from './cell.rules.js';

/** One sheet of a file as it stands there; a CSV is one sheet named ''. */
export interface ReadSheet {
  readonly name: string;
  /** Hidden by its writer; our own hidden sheets carry ids. */
  readonly hidden: boolean;
  /** Rows with something in them, in the order of the file. */
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  /** As in the file, from 1. */
  readonly number: number;
  /** From column A to the last one with something in it. */
  readonly cells: readonly CellValue[];
}
