import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { DIGEST_BYTES, type Digest, type RoundInput } from './password-hash.ts';
import { bytesOrEmpty, type DollarParts, isDigest, parameters, passwordEncoding } from './phc-text.ts';
import { damaged, found, type RecognisedHash } from './recognised-hash.ts';
import { isSecretId } from './secret-id.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const ISSHA: Readonly<Record<string, Digest>> = {
  'x-issha': 'sha1',
  'x-issha256': 'sha256',
  'x-issha384': 'sha384',
  'x-issha512': 'sha512',
};

/** SAP NetWeaver's `{x-issha, 1024}`: base64 of digest and salt; each round hashes the password and the digest before. */
export function isshaText(text: string): RecognisedHash | null {
  const [, name = '', work, rest = ''] = /^\{(x-issha(?:256|384|512)?), ?(\d{1,10})\}(.*)$/i.exec(text) ?? [];
  const digest = ISSHA[name.toLowerCase()];
  if (digest === undefined) return null;
  const rounds = wholeNumber(work, 1, MAX_ITERATIONS);
  const bytes = bytesOfBase64(rest);
  const length = DIGEST_BYTES[digest];
  if (rounds === null || bytes === null || bytes.length <= length) return damaged('{x-issha}');
  return found({
    kind: 'iterated-digest',
    digest,
    rounds,
    position: 'suffix',
    roundInput: 'password-sum',
    salt: bytes.subarray(length),
    secret: null,
    encoding: 'utf8',
    value: bytes.subarray(0, length),
  });
}

/**
 * Jackrabbit Oak (AEM): `{SHA-256}salt-1000-hex`, the salt a text before the password. Null for a text of another form, such as
 * Liferay's base64 after the same mark.
 */
export function oakDigestText(digest: Digest, rest: string): RecognisedHash | null {
  const [, salt = '', work = '1', digits = ''] = /^([0-9a-f]+)-(?:(\d{1,10})-)?([0-9a-f]+)$/i.exec(rest) ?? [];
  if (salt === '') return null;
  const rounds = wholeNumber(work, 1, MAX_ITERATIONS);
  const value = bytesOfHex(digits);
  if (rounds === null || value?.length !== DIGEST_BYTES[digest]) return damaged('a digest of Jackrabbit Oak');
  return found({
    kind: 'iterated-digest',
    digest,
    rounds,
    position: 'prefix',
    roundInput: 'sum',
    salt: Buffer.from(salt, 'utf8'),
    secret: null,
    encoding: 'utf8',
    value,
  });
}

/** Ours, packed: `$iterated-sha512$i=5000,salt=suffix,round=sum-first,pw=utf8$salt$hash`, with `secret=NAME` if there is one. */
export function packedIteratedText(parts: DollarParts): RecognisedHash {
  const name = 'a packed digest';
  const digest = (parts[0] ?? '').slice('iterated-'.length);
  const given = parameters(parts[1] ?? '');
  const rounds = wholeNumber(given?.get('i'), 1, MAX_ITERATIONS);
  const position = given?.get('salt');
  const roundInput = given?.get('round');
  const encoding = passwordEncoding(given?.get('pw'));
  const secret = given?.get('secret') ?? null;
  const salt = bytesOrEmpty(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (!isDigest(digest) || parts.length !== 4 || given?.size !== (secret === null ? 4 : 5)) return damaged(name);
  if (rounds === null || encoding === null || salt === null || value?.length !== DIGEST_BYTES[digest])
    return damaged(name);
  if ((position !== 'prefix' && position !== 'suffix') || !isRoundInput(roundInput)) return damaged(name);
  if (secret !== null && !isSecretId(secret)) return damaged(name);
  return found({ kind: 'iterated-digest', digest, rounds, position, roundInput, salt, secret, encoding, value });
}

function isRoundInput(name: string | undefined): name is RoundInput {
  return name === 'sum' || name === 'sum-first' || name === 'password-sum';
}

/** Ours, packed: `$chain-sha1$v=none:prefix:prefix$salt$hash`. */
export function packedChainText(parts: DollarParts): RecognisedHash {
  const name = 'a packed chain of digests';
  const digest = (parts[0] ?? '').slice('chain-'.length);
  const given = parameters(parts[1] ?? '');
  const steps = (given?.get('v') ?? '').split(':');
  const salt = bytesOrEmpty(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (!isDigest(digest) || parts.length !== 4 || given?.size !== 1 || salt === null) return damaged(name);
  if (value?.length !== DIGEST_BYTES[digest] || steps.length > 8 || !steps.every(isStep)) return damaged(name);
  return found({ kind: 'digest-chain', digest, steps, salt: Buffer.from(salt).toString('utf8'), value });
}

function isStep(name: string): name is 'none' | 'prefix' | 'suffix' {
  return name === 'none' || name === 'prefix' || name === 'suffix';
}
