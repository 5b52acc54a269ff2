import { invalid } from '@platform-pure/errors';
import type { Id } from '@platform-pure/tenancy';
import { cleanText } from '@pure/response';

export type FindingId = Id<'Finding'>;

export interface FindingInput {
  readonly requirementKey: string;
  readonly text: string;
  /** What the buyer would accept. */
  readonly target?: string | null;
  /** 'YYYY-MM-DD' */
  readonly dueOn?: string | null;
}

export interface CleanFinding { readonly requirementKey: string; readonly text: string; readonly target: string | null; readonly dueOn: string | null }

/**
 * What a return says, item by item; asking again without saying what is asked helps nobody.
 * @param answered keys of the questions that apply in the statement
 * @throws invalid `review.findings_missing`, `review.finding_text_missing`, `review.finding_unknown_item`, `review.finding_due_malformed`
 */
export function cleanFindings(findings: readonly FindingInput[], answered: ReadonlySet<string>): CleanFinding[] {
  if (findings.length === 0) throw invalid('review.findings_missing');
  return findings.map((finding) => {
    const { requirementKey } = finding;
    const text = cleanText(finding.text);
    if (!answered.has(requirementKey)) throw invalid('review.finding_unknown_item', { key: requirementKey });
    if (text === null) throw invalid('review.finding_text_missing', { key: requirementKey });
    const dueOn = finding.dueOn || null;
    if (dueOn !== null && !isDay(dueOn)) throw invalid('review.finding_due_malformed', { key: requirementKey });
    return { requirementKey, text, target: cleanText(finding.target), dueOn };
  });
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
