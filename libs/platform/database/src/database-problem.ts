import { RolesMissingError } from './roles.js';

/** Codes of node and of PostgreSQL (appendix A) that say that the database cannot be used as configured, whatever we ask of it. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', '28000', '28P01', '3D000', '57P03', '53300']);

/** What a person at the terminal can act on when the database is the trouble; null when it is something else. Never holds an address' password. */
export function databaseProblem(error: unknown): string | null {
  if (error instanceof RolesMissingError) return error.message;
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code !== undefined && UNREACHABLE.has(code) ? `The database cannot be used: ${message || code}. Check the DATABASE_URL settings.` : null;
}
