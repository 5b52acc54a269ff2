import { addDays } from './calendar.rules.js';
import type { Day } from './calendar.rules.js';

/**
 * 取適法: the price must be paid within 60 days counted from the day of receipt, whether or not the goods were inspected (domain.md §2.3).
 * 「受領日から起算して」: the day of receipt is the first day, so 60 days end on receipt + 59.
 */
export const LONGEST_TERMS_DAYS = 60;

export function termsAllowed(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= LONGEST_TERMS_DAYS;
}

/** The last day on which the price may be paid. The clock starts at receipt and at nothing else: neither inspection nor acceptance moves it. */
export function paymentDueOn(receivedOn: Day, termsDays: number): Day {
  return addDays(receivedOn, termsDays - 1);
}

/** Days left, today included; negative when overdue. */
export function paymentDaysLeft(dueOn: Day, today: Day): number {
  return Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000) + 1;
}
