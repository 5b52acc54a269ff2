import type { ThreadView } from '@pure/insight';

export interface PageOptions {
  /** Key of the title's text, or the title itself when it is data (a certificate's number). */
  readonly title: string;
  readonly status?: number;
  /** The line on top of every object of the chain. */
  readonly thread?: ThreadView;
}

/** What a handler answers: a template below templates/portal and the plain object it is filled with. */
export class Page {
  constructor(readonly template: string, readonly view: object, readonly options: PageOptions) {}
}

/** Post, redirect, get: the answer to a form that was accepted. */
export class SeeOther {
  constructor(readonly path: string) {}
}
