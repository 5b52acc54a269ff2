import { canonicalDigest } from '@platform/signing';

/**
 * What one part of a draft looked like when a form was drawn from it. Two people work on different items of one draft without being in each
 * other's way; on the same item the second one is shown both texts.
 */
export const partDigest = (part: object): string => canonicalDigest(part).slice(0, 20);
