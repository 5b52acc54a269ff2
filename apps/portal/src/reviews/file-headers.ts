import type { PortalReply } from '../web/http.js';

const POLICY = 'Content-Security-Policy';

/** A page that shows files of evidence in frames: only ones that we answer with ourselves. */
export function framesOfOurs(reply: PortalReply): void {
  const policy = reply.getHeader(POLICY);
  if (typeof policy === 'string' && !policy.includes('frame-src')) reply.setHeader(POLICY, `${policy};frame-src 'self'`);
}

/**
 * What a stranger uploaded, shown in our origin: nothing in it may run, load or send anything, and only pages of ours may frame it. The sandbox also
 * takes its origin away; a PDF has none of its own in the browser's viewer, which a sandbox would switch off.
 */
export function fileOfAStranger(reply: PortalReply, mediaType: string): void {
  const sandbox = mediaType.startsWith('application/pdf') ? '' : ';sandbox';
  reply.setHeader(POLICY, `default-src 'none';style-src 'unsafe-inline';frame-ancestors 'self';base-uri 'none';form-action 'none'${sandbox}`);
  reply.setHeader('X-Frame-Options', 'SAMEORIGIN');
  reply.setHeader('X-Content-Type-Options', 'nosniff');
  reply.setHeader('Cache-Control', 'private, no-store');
}
