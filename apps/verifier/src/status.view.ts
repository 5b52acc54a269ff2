import type { HolderCard } from '@pure/certificate';
import { formatDate } from '@platform-pure/i18n';
import type { Row } from './content.view.js';
import type { PageContext } from './pages.js';
import type { PublishedEntry } from './published-register.queries.js';
import { changeRows } from './report.view.js';
import { threadView } from './thread.view.js';
import { toneOfStatus } from './tone.rules.js';

/** For who knows a number and nothing else: whether it stands, and since when. Not by whom, not for whom, not what came after it. */
export function numberView(number: string, entry: PublishedEntry | null, words: PageContext) {
  return view(entry, numberAndDate(number, entry, words), []);
}

/** For who holds the printed code. */
export function codeView(entry: PublishedEntry, { issuer, supplier }: HolderCard, words: PageContext) {
  const party = (label: string, ...parts: readonly (string | null)[]): Row => ({ label: words.t(`verifier.content.${label}`), value: parts.filter(Boolean).join(' ') });
  const named = ({ name, nameEn }: HolderCard['issuer']): string => (words.language === 'en' && nameEn ? `${name} (${nameEn})` : name);
  const parties = [party('issuer', named(issuer)), party('supplier', named(supplier), supplier.factoryName)];
  return view(entry, [...numberAndDate(entry.number, entry, words), ...parties, ...changeRows(entry, words)], threadView(entry, null, words));
}

function numberAndDate(number: string, entry: PublishedEntry | null, { language, zone, t }: PageContext): readonly Row[] {
  return [
    { label: t('verifier.content.number'), value: number },
    { label: t('verifier.content.issued'), value: entry ? formatDate(entry.issuedOn, language, zone) : t('common.dash') },
  ];
}

function view(entry: PublishedEntry | null, rows: readonly Row[], thread: ReturnType<typeof threadView>) {
  const status = entry?.status ?? 'unknown';
  return { status, tone: toneOfStatus(status), rows, thread, holder: thread.length > 0 };
}
