import type { MemberId, OrganizationId } from '@platform/tenancy';

/** Somebody of the story in one organisation. */
export interface Player {
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly department: string;
  readonly email: string;
}
