import { hexOf } from './encoded-bytes.ts';
import type { HashVariant } from './hash-variants.ts';
import { noSalt, type PasswordHash, textSalt } from './password-hash.ts';
import { isDigest } from './phc-text.ts';

/** Rounds of Symfony, Spring and Jackrabbit Oak. */
const ROUNDS = [5000, 1024, 1000, 1];

/** Readings as a system that writes the same form, which only the mapping could have said. */
export function systemVariants(hash: PasswordHash): readonly HashVariant[] {
  switch (hash.kind) {
    case 'digest':
      return digestVariants(hash);
    case 'jtl':
      return [
        {
          hash: {
            kind: 'digest',
            digest: 'sha1',
            position: 'none',
            salt: noSalt(),
            encoding: 'utf8',
            value: Buffer.from(hash.text, 'hex'),
          },
          cause: 'it were plain SHA-1 and not the scheme of JTL-Shop',
        },
      ];
    case 'iterated-digest':
      return ROUNDS.filter((rounds) => rounds !== hash.rounds).map((rounds) => ({
        hash: { ...hash, rounds },
        cause: `the number of rounds were ${rounds}`,
      }));
    case 'upgraded-md5':
      return [{ hash: hash.inner, cause: 'the source hashed the password itself and not its MD5' }];
    default:
      return [];
  }
}

function digestVariants(hash: Extract<PasswordHash, { kind: 'digest' }>): readonly HashVariant[] {
  const { digest, position, salt, encoding, value } = hash;
  if (position === 'none')
    return digest === 'sha1'
      ? [{ hash: { kind: 'jtl', text: hexOf(value) }, cause: 'it were the scheme of JTL-Shop, which looks like SHA-1' }]
      : [];
  if (!isDigest(digest)) return [];
  // What is read back from a packed text has bytes only.
  const text = Buffer.from(salt.bytes).toString('utf8');
  const braces = `{${text}}`;
  const variants: HashVariant[] = [
    {
      hash: { ...hash, position: 'suffix', salt: textSalt(braces) },
      cause: 'the salt were in braces after the password, as Spring Security writes it',
    },
    {
      hash: {
        ...{ kind: 'iterated-digest', digest, rounds: 5000, position: 'suffix', roundInput: 'sum-first' },
        ...{ salt: Buffer.from(braces), secret: null, encoding, value },
      },
      cause: 'it were the 5,000 rounds of Symfony',
    },
  ];
  if (digest === 'sha1')
    variants.push({
      hash: { kind: 'digest-chain', digest, steps: ['none', 'prefix', 'prefix'], salt: text, value },
      cause: 'it were the three digests of Burning Board 3',
    });
  return variants;
}
