import { notFound } from '@platform-pure/errors';
import { isId } from '@platform-pure/tenancy';
import type { OrganizationId } from '@platform-pure/tenancy';

/** What the link in an invitation stands for: this factory of this buyer's ledger. */
export interface InvitationPayload { readonly buyerOrganizationId: OrganizationId; readonly supplierSiteId: string }

/** A token that carries anything else opens nothing. Throws not_found. */
export function invitationPayload(payload: Readonly<Record<string, unknown>>): InvitationPayload {
  const { buyerOrganizationId, supplierSiteId } = payload;
  if (!isId(buyerOrganizationId) || !isId(supplierSiteId)) throw notFound('request');
  return { buyerOrganizationId: buyerOrganizationId as string as OrganizationId, supplierSiteId };
}

export interface ConsumedToken { readonly kind: string; readonly payload: Readonly<Record<string, unknown>>; readonly consumedForOrganization: string | null }
export interface ClaimedAcceptance { readonly buyerOrganizationId: string; readonly supplierOrganizationId: string; readonly supplierSiteId: string }

/**
 * The supplier wrote the acceptance itself; the token is what it cannot write. Only a token of ours, for this factory of this buyer, used up for
 * exactly that organisation, proves that the invited one accepted.
 */
export function provesAcceptance(token: ConsumedToken | undefined, acceptance: ClaimedAcceptance): boolean {
  return token?.kind === 'supplier_invitation'
    && token.payload.buyerOrganizationId === acceptance.buyerOrganizationId
    && token.payload.supplierSiteId === acceptance.supplierSiteId
    && token.consumedForOrganization === acceptance.supplierOrganizationId;
}
