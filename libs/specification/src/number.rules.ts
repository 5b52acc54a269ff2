/** `SPEC-2026-0001`: the year in the organisation's zone and a count without gaps, so that a missing number can be asked about. */
export function documentNumber(prefix: string, year: number, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(4, '0')}`;
}
