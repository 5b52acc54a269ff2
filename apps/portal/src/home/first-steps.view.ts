import type { FirstStepsDone } from '@libs/insight';
import { OrganizationActs } from '@pure/organization';
import { SpecificationActs } from '@pure/specification';
import { SupplierActs } from '@pure/supplier';
import { may } from '@platform-pure/tenancy';
import type { Act, Actor } from '@platform-pure/tenancy';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface FirstStepView { readonly title: TextRef; readonly text: TextRef; readonly href: string | null; readonly done: boolean }

const STEPS: readonly { readonly name: keyof FirstStepsDone; readonly href: string; readonly act: Act }[] = [
  { name: 'colleagues', href: '/organization/members/invite', act: OrganizationActs.invite_member },
  { name: 'suppliers', href: '/suppliers', act: SupplierActs.register },
  { name: 'specification', href: '/specifications/new', act: SpecificationActs.draft },
];

/** Shown to who can do at least one of the steps; a step somebody else does is named without a link. Null otherwise. */
export function firstStepsView(done: FirstStepsDone | null, actor: Actor): readonly FirstStepView[] | null {
  if (!done || !STEPS.some(({ act }) => may(actor, act))) return null;
  return STEPS.map(({ name, href, act }) => ({
    title: text(`portal_organization.first.${name}`), done: done[name], href: may(actor, act) && !done[name] ? href : null,
    text: text(may(actor, act) ? `portal_organization.first.${name}_text` : `portal_organization.first.${name}_other`),
  }));
}
