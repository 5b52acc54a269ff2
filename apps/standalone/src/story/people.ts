import { AcceptMemberInvitation, CreateOrganization, InviteMember, Members, foundingActor } from '@libs/organization';
import { AcceptSupplierInvitation } from '@libs/request';
import { Identities, Invitees } from '@platform/identity';
import { Mailbox } from '@platform/mail';
import type { IdentityId, MemberId, OrganizationId } from '@platform/tenancy';
import { PASSWORD } from './cast.js';
import type { CastMember, SupplierCast } from './cast.js';
import type { Player } from './player.js';
import type { Stage } from './stage.js';

/** The one-time code at the end of the newest link of that kind in this person's mailbox; `about`: in a mail that says this. */
async function tokenFor(stage: Stage, email: string, path: string, about = ''): Promise<string> {
  for (const mail of await stage.verb(Mailbox).list({ to: email })) {
    const found = new RegExp(`/${path}/([A-Za-z0-9_-]{16,})`).exec(mail.text);
    if (found && mail.text.includes(about)) return found[1];
  }
  throw new Error(`no mail to ${email} carries a link to /${path}`);
}

/** An account for somebody who has none yet. */
async function account(stage: Stage, email: string, displayName: string): Promise<IdentityId> {
  const known = await stage.verb(Identities).byEmail(email);
  if (known) return known.id;
  const person = await stage.verb(Invitees).introduce({ displayName, password: PASSWORD, language: 'ja' }, email);
  await stage.verb(Identities).create(person);
  return person.id;
}

/** The organisation that asks, founded by its administrator (what `kenshu organization create` does). */
export async function foundBuyer(stage: Stage, profile: Omit<Parameters<CreateOrganization['execute']>[1], 'firstMember'>, admin: CastMember): Promise<Player> {
  const identityId = await account(stage, admin.email, admin.name);
  const { organizationId, memberId } = await stage.verb(CreateOrganization).execute(foundingActor({ name: admin.name, identityId }), {
    ...profile, firstMember: { identityId, email: admin.email, displayName: admin.name, department: admin.department, personKey: admin.personKey },
  });
  return { organizationId, memberId, name: admin.name, department: admin.department, email: admin.email };
}

/** Invited by mail, accepted through the link in it. */
export async function hire(stage: Stage, admin: Player, people: readonly CastMember[]): Promise<Player[]> {
  const by = await stage.as(admin);
  for (const { email, name, department, personKey, roles } of people) {
    await stage.verb(InviteMember).execute(by, { email, displayName: name, department, personKey, roles });
  }
  await stage.settle();
  const players: Player[] = [];
  for (const person of people) {
    const known = await stage.verb(Identities).byEmail(person.email);
    const invitee = known ? { identityId: known.id } : { displayName: person.name, password: PASSWORD, language: person.language ?? 'ja' } as const;
    const token = await tokenFor(stage, person.email, 'invitations');
    const { memberId } = await stage.verb(AcceptMemberInvitation).execute({ token, invitee });
    players.push({ organizationId: admin.organizationId, memberId, name: person.name, department: person.department, email: person.email });
  }
  return players;
}

/** The people of one supplier; in a small house contact and signer are one person. */
export interface SupplierTeam { readonly cast: SupplierCast; readonly organizationId: OrganizationId; readonly contact: Player; readonly signer: Player }

export const contactEmail = (cast: SupplierCast): string => `sales@${cast.slug}.example`;

/** The contact opens the invitation mail, founds the organisation, and asks the responsible colleague in. */
export async function joinAsNew(stage: Stage, cast: SupplierCast, requestNumber: string): Promise<SupplierTeam> {
  const email = contactEmail(cast);
  const [contactName, signerName] = cast.people;
  const identityId = await account(stage, email, contactName);
  const alone = signerName === undefined;
  const accepted = await stage.verb(AcceptSupplierInvitation).execute({
    token: await tokenFor(stage, email, 'join', requestNumber), identityId,
    join: { newOrganization: {
      name: cast.name, nameEn: cast.nameEn, address: cast.factories[0].address,
      firstMember: {
        email, displayName: contactName, department: '営業部', personKey: `${cast.code}-01`,
        roles: alone ? ['supplier_respondent', 'supplier_signer'] : ['supplier_respondent'],
      },
    } },
  });
  await stage.settle();
  const contact = await playerOf(stage, accepted.organizationId, identityId, contactName, '営業部', email);
  const signer = alone ? contact : (await hire(stage, contact, [{
    key: 'signer', name: signerName, email: `hinsho@${cast.slug}.example`, department: '品質保証部', personKey: `${cast.code}-02`, roles: ['supplier_signer'],
  }]))[0];
  return { cast, organizationId: accepted.organizationId, contact, signer };
}

/** A second factory of an organisation that is here already: the same contact opens the invitation and chooses it. */
export async function joinWithExisting(stage: Stage, team: SupplierTeam, requestNumber: string): Promise<void> {
  const identity = await stage.verb(Identities).byEmail(team.contact.email);
  await stage.verb(AcceptSupplierInvitation).execute({
    token: await tokenFor(stage, team.contact.email, 'join', requestNumber), identityId: identity!.id, join: { organizationId: team.organizationId },
  });
  await stage.settle();
}

async function playerOf(stage: Stage, organizationId: OrganizationId, identityId: IdentityId, name: string, department: string, email: string): Promise<Player> {
  const member = await stage.read(organizationId, (tx) => stage.verb(Members).byIdentity(tx, identityId));
  return { organizationId, memberId: member?.id as MemberId, name, department, email };
}
