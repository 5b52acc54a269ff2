import type { CheckState, DocumentStatus, Verdict } from '@pure/verification';

/** The sign beside the word; a sign never stands alone. */
export type Tone = 'good' | 'changed' | 'replaced' | 'void' | 'bad' | 'unknown';

const OF: Readonly<Record<Verdict, Tone>> = {
  genuine: 'good', changed_since_issue: 'changed', superseded: 'replaced', revoked: 'void', altered: 'bad', unknown: 'unknown',
};

export const toneOf = (verdict: Verdict): Tone => OF[verdict];

export const toneOfStatus = (status: DocumentStatus | 'unknown'): Tone => OF[status === 'issued' ? 'genuine' : status];

/** A failed check means damage or a warning; which of them is the verdict's to say. */
export const toneOfCheck = (state: CheckState): Tone => (state === 'pass' ? 'good' : state === 'fail' ? 'bad' : 'unknown');
