/** What the list of members can be ordered by. */
export const MEMBER_SORTS = ['name', 'department', 'person_key', 'joined'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];
