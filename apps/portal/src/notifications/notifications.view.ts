import type { NotificationKind } from '@pure/insight';
import { NOTIFICATION_KINDS, deliveryOf, pathOf } from '@pure/insight';
import type { NotificationRow } from '@platform/notification';
import { DELIVERIES } from '@platform-pure/notification';
import type { Choices, Delivery } from '@platform-pure/notification';
import { text } from '../web/text.rules.js';
import type { TextRef } from '../web/text.rules.js';

export interface NotificationsView {
  readonly unread: number;
  readonly rows: readonly { readonly says: TextRef; readonly href: string | null; readonly at: Date; readonly fresh: boolean }[];
}

export const SHOWN = 200;

/** Newest first, at most {@link SHOWN}; each leads to what it is about. */
export function notificationsView(rows: readonly NotificationRow[], unread: number): NotificationsView {
  return {
    unread, rows: rows.map(({ kind, params, objectKind, objectId, createdAt, readAt }) => ({
      says: text(`notification.${kind}`, params), href: pathOf(objectKind, objectId, kind), at: createdAt, fresh: readAt === null })),
  };
}

export interface ChoicesView { readonly groups: readonly { readonly title: string; readonly kinds: readonly { readonly id: NotificationKind; readonly label: string; readonly options: readonly { readonly value: Delivery; readonly chosen: boolean }[] }[] }[] }

/** One line per kind, in groups by what it is about: the first word of the kind. */
export function choicesView(choices: Choices): ChoicesView {
  const groups = new Map<string, NotificationKind[]>();
  for (const kind of Object.keys(NOTIFICATION_KINDS) as NotificationKind[]) {
    const noun = kind.slice(0, kind.indexOf('.'));
    groups.set(noun, [...(groups.get(noun) ?? []), kind]);
  }
  return { groups: [...groups].map(([noun, kinds]) => ({ title: `portal_notifications.group.${noun}`, kinds: kinds.map((kind) => line(kind, choices)) })) };
}

function line(id: NotificationKind, choices: Choices): ChoicesView['groups'][number]['kinds'][number] {
  const chosen = deliveryOf(id, choices);
  return { id, label: `portal_notifications.kind.${id}`, options: DELIVERIES.map((value) => ({ value, chosen: value === chosen })) };
}

/** Only kinds that exist and differ from what counts now: what was never touched stays with the kind's own default. */
export function changed(form: Readonly<Record<string, unknown>>, choices: Choices): Record<string, unknown> {
  return Object.fromEntries(Object.keys(NOTIFICATION_KINDS).filter((kind) => form[kind] !== undefined && form[kind] !== deliveryOf(kind, choices)).map((kind) => [kind, form[kind]]));
}
