import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  APPLICABILITIES, CANDIDATE_STATUSES, EDITION_STATUSES, FACT_NAMES, GATES, MAKER_TYPES, METHODS, NECESSITIES, PROVENANCES, RELATIONS,
  REQUIREMENT_KINDS, SUBJECTS, TRACKS,
} from './pure.js';

const messages = (language: string) =>
  JSON.parse(readFileSync(join(__dirname, '../../../templates/messages', language, 'catalog.json'), 'utf8')) as Record<string, string>;
const words: [string, readonly (string | number)[]][] = [
  ['status', EDITION_STATUSES], ['subject', SUBJECTS], ['track', TRACKS], ['method', METHODS], ['gate', GATES], ['maker', MAKER_TYPES],
  ['applicability', APPLICABILITIES], ['kind', REQUIREMENT_KINDS], ['candidate', CANDIDATE_STATUSES], ['necessity', NECESSITIES],
  ['necessity_hint', NECESSITIES], ['fact', FACT_NAMES], ['fact_clause', FACT_NAMES], ['relation', RELATIONS], ['provenance', PROVENANCES],
  ['level', [1, 2, 3, 4, 5]], ['answer', ['yes', 'partly', 'no', 'not_applicable', 'unknown']],
  ['errors', ['missing', 'unexpected', 'wrong_type', 'empty', 'not_allowed', 'duplicate', 'dangling', 'inconsistent'].map((word) => `document_${word}`)],
];

describe('the words of a catalogue', () => {
  it.each(['ja', 'en'])('all have a label in %s', (language) => {
    const labels = messages(language);
    expect(words.flatMap(([area, list]) => list.map((word) => `${area}.${word}`)).filter((key) => !labels[key]?.trim())).toEqual([]);
  });
  it('are the same keys in both languages', () => expect(Object.keys(messages('ja'))).toEqual(Object.keys(messages('en'))));
});
