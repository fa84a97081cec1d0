import { algorithmOf } from './algorithm.ts';
import { type RecognisedHash, unsupported } from './recognised-hash.ts';
import { taggedText } from './tagged-text.ts';

/** Words by which systems name the algorithm of a text that has a prefix too. */
const PLAIN_NAMES = /^(?:|auto|crypt|password-(?:bcrypt|crypt)|bcrypt[_-]?\d*|2[aby])$/;

/**
 * Reads a text with a prefix (`$2y$…`) from a credential that names its algorithm as well; null for a text without a prefix.
 * A prefix of bcrypt under another name (`bcrypt_peppered`, an extension of the customer) means that something was done to
 * the password first: plain bcrypt would never match it.
 */
export function namedText(text: string, algorithm: string): RecognisedHash | null {
  const tagged = taggedText(text);
  if (tagged?.kind !== 'hash') return tagged;
  if (algorithmOf(tagged.hash) !== 'bcrypt' || PLAIN_NAMES.test(algorithm.toLowerCase())) return tagged;
  return unsupported('bcrypt under a name that is not that of plain bcrypt');
}
