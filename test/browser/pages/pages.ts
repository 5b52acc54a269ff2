import type { World } from '../../portal/world.fixtures.js';
import type { Open } from '../../isolation/open-ends.js';

export type Seen = World & Open;
/** One page as somebody sees it: looked at in Japanese and English, on a phone, a tablet and a wide screen, with axe. */
export interface PageSeen {
  /** Name of its pictures in out/browser. */
  readonly name: string;
  /** The route it shows, as the router knows it: every GET route that answers with a page is shown by at least one. */
  readonly route: string;
  /** The person has just shown the second factor. */
  readonly steppedUp?: true;
  readonly as: (seen: Seen) => World['sato'];
  readonly path: (seen: Seen) => string;
}
