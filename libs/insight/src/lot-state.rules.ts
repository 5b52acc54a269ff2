import type { StatusView } from './status.rules.js';

/** Where a lot stands between the announcement and the decision. `observed`: looked at without a verdict. */
export const LOT_STATES = ['announced', 'received', 'inspecting', 'passed', 'rejected', 'observed', 'returned'] as const;
export type LotState = (typeof LOT_STATES)[number];

const TONES = { announced: 'wait', received: 'wait', inspecting: 'info', passed: 'done', rejected: 'stop', observed: 'done', returned: 'back' } as const;

export const lotStatus = (state: LotState): StatusView => ({ tone: TONES[state], key: `portal_deliveries.state.${state}` });

/** As whom somebody can take the next step of an inspection. */
export const WAITING_AS = ['inspector', 'confirmer', 'approver'] as const;
export type WaitingAs = (typeof WAITING_AS)[number];
