import { REQUEST_STATES } from '@pure/request';
import { certificateStatus, inspectionStatus, requestStatus } from './status.rules.js';

describe('the sign and the word of a state', () => {
  it('says late before anything else', () => {
    expect(requestStatus('returned', true)).toEqual({ tone: 'late', key: 'insight.request_late.returned' });
    expect(requestStatus('returned', false).tone).toBe('back');
  });

  it('knows every state of a request', () => {
    for (const state of REQUEST_STATES) expect(requestStatus(state, false).tone).toBeDefined();
  });

  it('tells an approved inspection by its verdict, an observation by neither', () => {
    expect(inspectionStatus('approved', 'rejected')).toEqual({ tone: 'stop', key: 'insight.inspection.rejected' });
    expect(inspectionStatus('approved', 'passed').tone).toBe('done');
    expect(inspectionStatus('approved', null).key).toBe('insight.inspection.observed');
    expect(inspectionStatus('confirmed', 'passed').key).toBe('insight.inspection.confirmed');
  });

  it('never calls a certificate good that was revoked or replaced', () => {
    expect(['revoked', 'superseded'].map((state) => certificateStatus(state as 'revoked').tone)).toEqual(['stop', 'back']);
  });
});
