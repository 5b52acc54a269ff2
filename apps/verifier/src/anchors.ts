import { Inject, Injectable } from '@nestjs/common';
import { PublishedRegister } from './published-register.queries.js';
import { VERIFIER_SETTINGS } from './verifier-settings.js';
import type { VerifierSetup } from './verifier-settings.js';

/** Whom this page trusts: what it was configured with, otherwise the authorities of this installation. */
@Injectable()
export class Anchors {
  constructor(private readonly register: PublishedRegister, @Inject(VERIFIER_SETTINGS) private readonly settings: VerifierSetup) {}

  /** PEM; none before the installation's first seal. */
  async all(): Promise<readonly string[]> {
    const { anchorPem } = this.settings;
    if (anchorPem === undefined) return this.register.anchors();
    if (typeof anchorPem !== 'function') return anchorPem;
    const pem = await anchorPem();
    return pem === null ? [] : [pem];
  }
}
