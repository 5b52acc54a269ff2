/** By hand, and the three that go out by themselves: a week before, the day before, and three days after the due day. */
export const REMINDER_KINDS = ['by_hand', 'before_7', 'before_1', 'after_3'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export type AutomaticReminder = Exclude<ReminderKind, 'by_hand'>;

/** From this hour on, where the buyer is: nobody is reminded in the middle of the night. */
export const REMINDING_HOUR = 8;
/** A worker that was away longer than this does not send what nobody expects any more. */
const LATEST = 30;
const DAY = 86_400_000;

export interface Remindable {
  /** 'YYYY-MM-DD' */
  readonly dueOn: string;
  /** The day it was sent or its due date was moved last: a mark that had passed by then is left out. */
  readonly standsSince: string;
  /** Automatic reminders of this due date that went out. */
  readonly already: readonly ReminderKind[];
}

const plus = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Which reminder is due today, if any; the last mark that has passed counts, so a week of standstill is not made up for by two mails. */
export function dueReminder({ dueOn, standsSince, already }: Remindable, today: string): AutomaticReminder | null {
  const marks: readonly { readonly kind: AutomaticReminder; readonly from: string; readonly to: string }[] = [
    { kind: 'before_7', from: plus(dueOn, -7), to: plus(dueOn, -2) }, { kind: 'before_1', from: plus(dueOn, -1), to: dueOn },
    { kind: 'after_3', from: plus(dueOn, 3), to: plus(dueOn, LATEST) },
  ];
  const mark = marks.find(({ from, to }) => from <= today && today <= to);
  return mark && standsSince < mark.from && !already.includes(mark.kind) ? mark.kind : null;
}
