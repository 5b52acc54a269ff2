import type { CertificateState } from '@pure/certificate';
import type { InspectionState } from '@pure/inspection';
import type { RequestState } from '@pure/request';

/** How something stands, said by a sign and a word (never by colour alone, design §6). */
export type Tone = 'done' | 'wait' | 'late' | 'stop' | 'back' | 'info' | 'none';

export interface StatusView { readonly tone: Tone; /** Key of the word. */ readonly key: string }

const REQUEST: Readonly<Record<RequestState, Tone>> = {
  sent: 'wait', acknowledged: 'wait', answering: 'wait', submitted: 'wait', under_review: 'info', returned: 'back', agreed: 'done', withdrawn: 'stop',
};

/** Late comes before everything else that is open. */
export function requestStatus(state: RequestState, late: boolean): StatusView {
  return late ? { tone: 'late', key: `insight.request_late.${state}` } : { tone: REQUEST[state], key: `insight.request.${state}` };
}

const INSPECTION: Readonly<Record<InspectionState, Tone>> = { open: 'wait', judged: 'wait', confirmed: 'wait', approved: 'done' };

/** An approved inspection is told by its verdict; an observation has none. */
export function inspectionStatus(state: InspectionState, verdict: 'passed' | 'rejected' | null): StatusView {
  if (state !== 'approved') return { tone: INSPECTION[state], key: `insight.inspection.${state}` };
  return verdict === 'rejected' ? { tone: 'stop', key: 'insight.inspection.rejected' } : { tone: 'done', key: `insight.inspection.${verdict ?? 'observed'}` };
}

const CERTIFICATE: Readonly<Record<CertificateState, Tone>> = { prepared: 'wait', issuing: 'wait', issued: 'done', superseded: 'back', revoked: 'stop' };

export const certificateStatus = (state: CertificateState): StatusView => ({ tone: CERTIFICATE[state], key: `insight.certificate.${state}` });
