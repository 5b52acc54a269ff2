/** What a session says about where it was begun: words a person recognises, not the whole text the browser sends. */
export interface Device { readonly browser: string | null; readonly system: string | null }

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'], [/\bOPR\/|\bOpera\b/, 'Opera'], [/\b(?:Firefox|FxiOS)\//, 'Firefox'], [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'], [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'], [/\bCrOS\b/, 'ChromeOS'], [/\bMac(?:intosh| OS X)\b/, 'Mac'], [/\bLinux\b/, 'Linux'],
];
const firstOf = (list: readonly (readonly [RegExp, string])[], text: string): string | null => list.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Order matters: every browser claims to be the one before it. */
export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  return { browser: firstOf(BROWSERS, text), system: firstOf(SYSTEMS, text) };
}
