import type { Language } from '@platform-pure/tenancy';
import type { ThreadView } from '@pure/insight';
import { navigation } from './navigation.view.js';
import type { NavigationLink } from './navigation.view.js';
import type { Visitor } from './visitor.js';

/** What stands around every page; reachable in templates as `@page`. */
export interface FrameView {
  readonly language: Language;
  readonly title: string;
  readonly path: string;
  readonly csrf: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly person: { readonly name: string; readonly roles: readonly string[] } | null;
  readonly organization: string | null;
  readonly mayChoose: boolean;
  /** Null where there is nobody to be told. */
  readonly unread: number | null;
  readonly links: readonly NavigationLink[];
  readonly mailbox: boolean;
  readonly notice: string | null;
  readonly thread: ThreadView | null;
}

export interface FrameInput {
  readonly language: Language;
  readonly title: string;
  readonly path: string;
  readonly csrf: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly visitor: Visitor | null;
  readonly mailbox: boolean;
  readonly notice: string | null;
  readonly thread: ThreadView | null;
}

export function frameView({ visitor, ...given }: FrameInput): FrameView {
  const { actor = null, organization = null, memberships = 0, unread = 0 } = visitor ?? {};
  const path = given.path.split('?')[0];
  return {
    ...given,
    person: visitor && { name: actor?.name ?? visitor.identity.displayName, roles: actor?.roles ?? [] },
    organization: organization && nameIn(given.language, organization),
    mayChoose: memberships > 1, unread: actor && unread,
    links: actor ? navigation(actor.roles, path) : [],
  };
}

function nameIn(language: Language, { name, nameEn }: { readonly name: string; readonly nameEn: string | null }): string {
  return language === 'en' ? nameEn ?? name : name;
}
