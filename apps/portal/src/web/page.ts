import type { ThreadView } from '@pure/insight';
import type { TableView } from './cells.view.js';

export interface PageOptions {
  /** Key of the title's text, or the title itself when it is data (a certificate's number). */
  readonly title: string;
  readonly status?: number;
  /** The line on top of every object of the chain. */
  readonly thread?: ThreadView;
  /** Names of files in `_assets/js` (without `.js`) that make this page better; it works without them. */
  readonly scripts?: readonly string[];
}

/** What a handler answers: a template below templates/portal and the plain object it is filled with. */
export class Page {
  constructor(readonly template: string, readonly view: object, readonly options: PageOptions) {}
}

/** Post, redirect, get: the answer to a form that was accepted. */
export class SeeOther {
  constructor(readonly path: string) {}
}

/** A part of a page, asked for by a script of ours: the same template, without what stands around every page. */
export class Fragment {
  constructor(readonly template: string, readonly view: object, readonly status = 200) {}
}

export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A list as a file: the same columns and words as on the page, all rows, formula-safe. `name` is the file's name without its ending. */
export class TableFile {
  constructor(readonly name: string, readonly format: TableFormat, readonly table: TableView) {}
}
