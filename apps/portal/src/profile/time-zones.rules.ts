/** Zones of the field's supply chains; whoever lives in another keeps it, because it is added to the list. */
const USUAL = ['Asia/Tokyo', 'Asia/Seoul', 'Asia/Taipei', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Kuala_Lumpur', 'Asia/Bangkok', 'Asia/Ho_Chi_Minh', 'Asia/Kolkata',
  'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Chicago', 'America/Los_Angeles', 'UTC'];

/** Each by its name and how far from UTC it is now. */
export function zoneChoices(current: string, now: Date): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set([...USUAL, current])].filter(Boolean).map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${offsetOf(value, now)})` }));
}

function offsetOf(zone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return '?';
  }
}
