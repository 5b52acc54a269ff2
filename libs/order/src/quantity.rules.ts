/** Quantities have at most three decimals (kg, litres); sums are made in thousandths so that 0.1 + 0.2 stays 0.3. */
const THOUSANDTHS = 1000;
const LARGEST = 1_000_000_000;

export function isQuantity(value: number): boolean {
  if (!Number.isFinite(value) || value <= 0 || value > LARGEST) return false;
  return Math.abs(value * THOUSANDTHS - Math.round(value * THOUSANDTHS)) < 1e-6 * Math.max(1, value);
}

export function sumQuantities(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * THOUSANDTHS), 0) / THOUSANDTHS;
}

/** What is still to come; 0 when everything came (or more, which receiving refuses). */
export function openQuantity(ordered: number, received: readonly number[]): number {
  return Math.max(0, sumQuantities([ordered, -sumQuantities(received)]));
}
