import { ldapText } from './brace-text.ts';
import { BCRYPT_INPUTS, type DeclaredAlgorithm, type HashParts } from './hash-parts.ts';
import { declaredBcrypt } from './prehashed-bcrypt.ts';
import { found, incomplete, type RecognisedHash, unknown } from './recognised-hash.ts';
import { declaredSpringText } from './spring-text.ts';
import { dollarText, taggedText } from './tagged-text.ts';

/**
 * Reads a text with a mark (`$2y$`, `{SHA256}`) as the declared system writes it: the same mark means other things in some systems. Null
 * when the text has no mark of that system.
 */
export function markedText(text: string, algorithm: DeclaredAlgorithm, parts: HashParts): RecognisedHash | null {
  const secret = parts.secret ?? null;
  const isBcrypt = /^\$2[aby]\$/.test(text);
  const input = BCRYPT_INPUTS.find((each) => algorithm === `bcrypt-${each}`);
  if (isBcrypt && input !== undefined) return declaredBcrypt(text, input, secret);
  if (isBcrypt && algorithm === 'woltlab') return declaredBcrypt(text, 'double', null);
  if (isBcrypt && algorithm === 'modified' && secret !== null) return declaredBcrypt(text, 'hmac-sha256', secret);
  if (algorithm === 'typo3') return typo3Text(text);
  if (algorithm === 'neos' && text.startsWith('pbkdf2=>')) return null;
  if (text.startsWith('{')) {
    if (algorithm === 'ldap') return ldapText(text, dollarText);
    if (algorithm === 'spring') return declaredSpringText(text, parts, inner);
    // Old rows have no id in front of their hash, but perhaps a salt in braces.
    if (algorithm.startsWith('spring-')) {
      const read = declaredSpringText(text, parts, inner);
      return read.kind === 'unrecognised' && read.reason === 'unknown' ? null : read;
    }
  }
  return taggedText(text);
}

function inner(text: string): RecognisedHash {
  return taggedText(text) ?? unknown();
}

/** TYPO3: `$2y$` is bcrypt of the base64 of SHA-384, `$2a$` of the password itself; after `M` and `C` too. */
function typo3Text(text: string): RecognisedHash | null {
  const [, mark = '', bcrypt = ''] = /^([MC]?)(\$2y\$.*)$/s.exec(text) ?? [];
  if (bcrypt === '') return taggedText(text);
  const read = declaredBcrypt(bcrypt, 'sha384-base64', null);
  if (mark !== 'M' || read.kind !== 'hash') return read;
  return found({ kind: 'upgraded-md5', mark: 'M', inner: read.hash });
}

/** What a text with Neos's mark lacks when the mapping does not declare Neos. */
export function undeclaredNeos(text: string): RecognisedHash | null {
  if (!text.startsWith('pbkdf2=>')) return null;
  return incomplete("Neos's PBKDF2", 'the declaration `algorithm: neos` and the name of the static salt (`secret`)');
}
