import type { DomainError } from '@platform-pure/errors';
import { canBeReached, readExtension, readRequest } from './sending.rules.js';
import type { SendRequestInput } from './sending.rules.js';

const input: SendRequestInput = {
  specificationEditionId: 'e', supplierSiteId: 's', dueOn: '2026-11-30', facts: { wlan: true }, levelDecision: { secrets: false, stoppage: false, reach: false },
};
const problems = (work: () => unknown): string[] => {
  try { work(); return []; } catch (error) { return (error as DomainError).fields.map((problem) => `${problem.field}:${problem.code}`); }
};
const send = (change: Partial<SendRequestInput>): string[] => problems(() => readRequest({ ...input, ...change }, ['wlan'], '2026-11-02'));

describe('a request to be sent', () => {
  it('goes to exactly one respondent', () => {
    expect(send({})).toEqual([]);
    expect(send({ supplierSiteId: null, ownSiteId: 'o' })).toEqual([]);
    expect(send({ ownSiteId: 'o' })).toEqual(['supplierSiteId:request.one_respondent']);
    expect(send({ supplierSiteId: undefined })).toEqual(['supplierSiteId:request.one_respondent']);
  });

  it('is due on a day that is still to come', () => {
    expect(send({ dueOn: '2026-11-03' })).toEqual([]);
    expect(send({ dueOn: '2026-11-02' })).toEqual(['dueOn:request.due_not_in_future']);
    expect(send({ dueOn: '2026-11-31' })).toEqual(['dueOn:common.not_date']);
  });

  it('states the facts and the level decision', () => {
    expect(send({ facts: {}, levelDecision: { secrets: true, stoppage: false, reach: false, level: 3 } }))
      .toEqual(['levelDecision.reason:request.level_needs_reason', 'facts.wlan:request.fact_missing']);
  });

  it('needs somebody to reach', () => {
    expect(canBeReached({ joinedOrganizationId: null, contactEmail: null })).toBe(false);
    expect(canBeReached({ joinedOrganizationId: null, contactEmail: 'kubota@example.jp' })).toBe(true);
  });
});

describe('an extension', () => {
  const extend = (dueOn: string, reason = '海外拠点の確認待ち'): string[] => problems(() => readExtension(dueOn, reason, '2026-11-30', '2026-12-05'));
  it('is later than the due date, still to come, and has a reason', () => {
    expect(extend('2026-12-20')).toEqual([]);
    expect(extend('2026-12-05')).toEqual(['dueOn:request.due_not_in_future']);
    expect(extend('2026-12-20', ' ')).toEqual(['reason:common.required']);
    expect(problems(() => readExtension('2026-11-20', 'x', '2026-11-30', '2026-11-10'))).toEqual(['dueOn:request.due_not_later']);
  });
});
