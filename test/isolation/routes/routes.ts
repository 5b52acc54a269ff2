import type { Journey } from '../../support/journey.js';
import type { Open } from '../open-ends.js';

export type World = Journey & Open;
export interface ForeignObject {
  /** Values of the path's parameters: one for all, or by name. Ids in it are replaced by unknown ones for the comparison. */
  readonly params: string | Readonly<Record<string, string>>;
  /** What a valid form would say, so that it is the object and not the form that is refused. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** Who tries: the stranger with every working role, unless only an administrator gets past the permission. */
  readonly by?: 'admin';
}

/** The routes of one area of the portal, and what a stranger sends to each. */
export interface AreaRoutes {
  /** Routes with an id in the path: a stranger is answered as for nothing (404). */
  readonly objects?: Readonly<Record<string, (world: World) => ForeignObject>>;
  /** Routes that take ids in a form or a query, with forms that name foreign ones. A GET stands here only with its query. */
  readonly forms?: Readonly<Record<string, (world: World) => readonly Readonly<Record<string, string | readonly string[]>>[]>>;
  /** Routes with a parameter that names nobody's object, each with its reason. */
  readonly noObject?: Readonly<Record<string, string>>;
  /** Routes that change something, without any id of anybody's, each with its reason. */
  readonly noIds?: Readonly<Record<string, string>>;
}
