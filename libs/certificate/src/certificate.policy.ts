import { acts } from '@platform-pure/tenancy';

export const CertificateActs = acts('certificate', {
  read: ['anyone'],
  prepare: ['system'],
  /** Recorded before the seal is set: after a crash it says that signing had begun (boulder's order, design §4). */
  sign: ['system'],
  seal: ['system'],
  issue: ['system'],
  publish: ['system'],
  supersede: { roles: ['approver'], stepUp: true },
  revoke: { roles: ['approver'], stepUp: true },
});
