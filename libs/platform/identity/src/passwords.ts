import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './password.rules.js';
import { randomToken } from './secrets.js';

/** OWASP Password Storage Cheat Sheet, "Argon2id": at least 19 MiB of memory, 2 iterations, 1 degree of parallelism. KiB. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const; // 2: Algorithm.Argon2id, a const enum swc cannot inline

/** Hashes and compares passwords and mailed codes; an absent hash costs the same work as a wrong password. */
@Injectable()
export class Passwords {
  private readonly nobody: Promise<string> = hash(randomToken(), ARGON2ID);

  async hash(password: string): Promise<string> {
    return hash(normalizePassword(password), ARGON2ID);
  }

  /** False for no hash at all, after as long as it takes for a real one. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const matches = await verify(stored ?? await this.nobody, normalizePassword(password));
    return matches && stored !== null;
  }
}
