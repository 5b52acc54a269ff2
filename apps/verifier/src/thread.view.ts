import type { SealedEnvelope } from '@platform-pure/signing';
import { formatDate } from '@platform-pure/i18n';
import type { PageContext } from './pages.js';
import type { PublishedStatus } from './published-register.queries.js';
import { StatementReader } from './statement.rules.js';
import type { Tone } from './tone.rules.js';
import { toneOfStatus } from './tone.rules.js';

/** requirement → … → certificate; `name` is the step's word in `common.thread`. */
export interface ThreadStep { readonly name: string; readonly tone: Tone; readonly state: string; readonly detail: string; readonly current: boolean }

const BEFORE = ['requirement', 'specification', 'request', 'answer', 'evidence', 'inspection'] as const;

/**
 * The product in one line (design §6). A certificate exists only when every step before it was finished, so the register alone tells
 * the states; what stands at a step is told to who holds the document.
 */
export function threadView(certificate: { readonly status: PublishedStatus | 'unknown'; readonly number: string }, envelope: Pick<SealedEnvelope, 'statement'> | null, words: Pick<PageContext, 'language' | 'zone' | 't'>): readonly ThreadStep[] {
  // only who holds the document is told how the answer came; the register does not know
  const unsigned = envelope !== null && new StatementReader(envelope.statement).flag('basis.response.unsigned');
  const answer = envelope === null ? 'answered' : unsigned ? 'registered' : 'answer';
  const details = envelope ? detailsOf(new StatementReader(envelope.statement), words) : {};
  return [
    ...BEFORE.map((name): ThreadStep => ({ name, tone: name === 'answer' && unsigned ? 'changed' : 'good', state: words.t(`verifier.thread.${name === 'answer' ? answer : name}`), detail: details[name] ?? '', current: false })),
    { name: 'certificate', tone: toneOfStatus(certificate.status), state: words.t(`verifier.status.${certificate.status}`), detail: certificate.number, current: true },
  ];
}

function detailsOf(read: StatementReader, { language, zone, t }: Pick<PageContext, 'language' | 'zone' | 't'>): Partial<Record<(typeof BEFORE)[number], string>> {
  const applied = read.number('counts.applied');
  const edition = read.number('basis.specification.edition');
  const revision = read.number('basis.response.revision');
  const accepted = read.date('dates.accepted');
  const files = new Set(read.list('items').flatMap((item) => item.list('evidence').map((file) => file.text('sha256'))));
  return {
    requirement: applied === null ? '' : t('verifier.thread.items', { count: applied }),
    specification: [read.text('basis.specification.number'), edition === null ? null : t('verifier.content.edition', { edition })].filter(Boolean).join(' '),
    request: read.text('basis.request.number') ?? '',
    answer: revision === null ? '' : t('verifier.thread.revision', { revision }),
    evidence: files.size === 0 ? '' : t('verifier.thread.files', { count: files.size }),
    inspection: accepted === null ? '' : formatDate(accepted, language, zone),
  };
}
