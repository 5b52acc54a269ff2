import type { IdentityRow } from '@platform/identity';
import type { Actor } from '@platform/tenancy';

/** Who is looking at the page: a person, and the organisation the person works for now. */
export interface Visitor {
  readonly identity: IdentityRow;
  readonly actor: Actor | null;
  readonly organization: { readonly name: string; readonly nameEn: string | null } | null;
  /** Notifications the member has not read in this organisation. */
  readonly unread: number;
  /** Of how many organisations the person is a member: more than one can be switched. */
  readonly memberships: number;
}
