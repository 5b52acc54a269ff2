/** The server will never take this mail for this recipient (RFC 5321, 5xx to RCPT TO or to the message): trying again would not help. */
export class MailRefused extends Error {
  constructor(readonly address: string, readonly answer: string) {
    super(`${address}: ${answer}`);
  }
}

interface SmtpError { readonly code?: unknown; readonly responseCode?: unknown; readonly command?: unknown; readonly response?: unknown; readonly message?: unknown }

/**
 * What the server said, when it refused the recipient or the message for good; null for everything that may pass (4xx, a server that is away)
 * and for what is our own fault (sign-in at the server, its refusal of our sender address): those jobs are tried again and shown as failed.
 */
export function permanentRefusal(error: unknown): string | null {
  const { code, responseCode, command, response, message } = (error ?? {}) as SmtpError;
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return null;
  if (code !== 'EMESSAGE' && !(code === 'EENVELOPE' && command === 'RCPT TO')) return null;
  return String(response ?? message ?? responseCode).slice(0, 500);
}
