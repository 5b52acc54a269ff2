/** Branded ids: a MemberId cannot be passed where an OrganizationId is wanted. The value is a UUID (v7) in lower case. */
export type Id<B extends string> = string & { readonly __brand: B };

export type OrganizationId = Id<'Organization'>;
export type MemberId = Id<'Member'>;
export type IdentityId = Id<'Identity'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in lower case; what a door checks before an id reaches SQL. */
export function isId(value: unknown): value is Id<string> {
  return typeof value === 'string' && UUID.test(value);
}
