import { CHECKS } from './report.document.js';
import type { Check, CheckCode } from './report.document.js';
import { verdictOf } from './verdict.rules.js';

const all = (over: Partial<Record<CheckCode, Check['state']>> = {}): Check[] =>
  CHECKS.map((code) => ({ code, state: over[code] ?? (code === 'status' ? 'unknown' : 'pass') }));

describe('the verdict', () => {
  it('is genuine offline when everything in the file holds', () => {
    expect(verdictOf(all(), 'unknown')).toBe('genuine');
    expect(verdictOf(all({ issuer_named: 'unknown' }), 'unknown')).toBe('genuine');
  });

  it.each(['superseded', 'revoked', 'changed_since_issue'] as const)('is %s when the register says so of an intact document', (status) => {
    expect(verdictOf(all({ status: 'fail' }), status)).toBe(status);
    expect(verdictOf(all({ status: 'fail', digest: 'fail' }), status)).toBe('altered');
    expect(verdictOf(all({ status: 'fail', issuer: 'unknown' }), status)).toBe('unknown');
  });

  it('is unknown when the register was asked and does not know it', () => {
    expect(verdictOf(all({ status: 'fail' }), 'unknown')).toBe('unknown');
  });

  const vouching: CheckCode[] = ['issuer', 'issuer_time', 'issuer_named', 'statement_form', 'separation_of_duty'];
  it.each(CHECKS.filter((code) => code !== 'status'))('is never genuine when %s fails', (code) => {
    expect(verdictOf(all({ [code]: 'fail' }), 'issued')).toBe(vouching.includes(code) ? 'unknown' : 'altered');
  });

  it.each(CHECKS.filter((code) => code !== 'status' && code !== 'issuer_named'))('is unknown when %s did not run', (code) => {
    expect(verdictOf(all({ [code]: 'unknown' }), 'issued')).toBe('unknown');
  });
});
