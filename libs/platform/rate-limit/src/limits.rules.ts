export interface Limit {
  /** How often within one window. */
  readonly times: number;
  /** Length of a window. Windows follow one another on the clock; somebody who knows them gets at most twice the number across their seam. */
  readonly seconds: number;
  /** What is counted: a network address (IPv6: its /64), a mail address, or a person who is signed in. */
  readonly per: 'source' | 'address' | 'person';
  readonly because: string;
  /** Of the error, where a general one would say too little. */
  readonly code?: string;
}

const MINUTE = 60;
const HOUR = 3600;

/** Every limit of every door. Generous to people: a company of hundreds stands behind one network address; tight for programs. */
const ALL = {
  sign_in: { times: 120, seconds: MINUTE, per: 'source', because: 'every try costs the work of one password hash; wrong ones are the lockout’s business' },
  password_reset: { times: 30, seconds: HOUR, per: 'source', because: 'every request may send a mail' },
  password_reset_mail: { times: 5, seconds: HOUR, per: 'address', because: 'a mailbox is not a drum; kept in silence, or it would tell who has an account' },
  link: { times: 120, seconds: 5 * MINUTE, per: 'source', because: 'links of 128 bits cannot be guessed, but trying them reads the database; making an account costs a hash' },
  sign_up: { times: 20, seconds: HOUR, per: 'source', because: 'every request sends a mail to somebody who may not have asked for it' },
  sign_up_mail: { times: 3, seconds: HOUR, per: 'address', because: 'a mailbox is not a drum; kept in silence, as everything about an address' },
  forward: { times: 20, seconds: HOUR, per: 'source', because: 'every request sends a mail in a buyer’s name to whom a link’s holder names' },
  forward_mail: { times: 3, seconds: HOUR, per: 'address', because: 'a mailbox is not a drum; kept in silence, as everything about an address' },
  found: { times: 10, seconds: HOUR, per: 'person', because: 'organisations stay for good: nobody founds them by the hundred' },
  step_up: { times: 40, seconds: 10 * MINUTE, per: 'person', because: 'passwords and codes are asked again here; a code dies after five wrong ones anyway' },
  step_up_mail: { times: 6, seconds: HOUR, per: 'person', because: 'with six digits and five tries each, a guess succeeds about once in 33 000 hours', code: 'identity.too_many_codes' },
  verify_upload: { times: 20, seconds: MINUTE, per: 'source', because: 'a file of 25 MB is held in memory and every signature in it is computed' },
  verify_lookup: { times: 60, seconds: MINUTE, per: 'source', because: 'numbers run: nobody is to list them' },
  api_token: { times: 60, seconds: MINUTE, per: 'source', because: 'tokens of 256 bits cannot be guessed, but trying them reads the database' },
  api_write: { times: 1200, seconds: MINUTE, per: 'person', because: 'one access token of a machine; a ledger of a thousand lines still goes in within a minute' },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof ALL;
export const LIMITS: Readonly<Record<LimitName, Limit>> = ALL;

/** Where a moment lies: the number of its window, and the seconds until the next begins (1 at least). */
export function windowAt({ seconds }: Limit, now: Date): { readonly number: number; readonly left: number } {
  const length = seconds * 1000;
  const number = Math.floor(now.getTime() / length);
  return { number, left: Math.max(1, Math.ceil(((number + 1) * length - now.getTime()) / 1000)) };
}

/** More people behind one network address: only such limits grow. */
export const timesOf = (limit: Limit, factor: number): number => limit.per === 'source' ? limit.times * factor : limit.times;
