import type { PasswordHashInfo } from '../user/cidaas-user.ts';
import type { Findings } from './rules-findings.ts';
import { expectText } from './rules-identity.ts';

const BCRYPT = /^BCRYPT_([1-9]|1\d|20)$/;
const BCRYPT_HASH = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
/** The docs name the variants but not the spelling of the id. */
const ARGON = /^ARGON(?:2(?:ID|I|D)?)?$/i;
const ARGON_HASH = /^\$argon2(?:id|i|d)\$(?:v=\d+\$)?m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+={0,2}\$[A-Za-z0-9+/]+={0,2}$/;

const INFO = 'password_hash_info';
const HASH = `${INFO}.passwordHash`;
type Part = 'salt' | 'iterations' | 'keylen';

/**
 * The rules for a password hash. Source of the ids and their parameters: docs.cidaas.com, password hashing. A hash that
 * cidaas would store but never match is worse than an invalid row.
 */
export function checkPasswordHash(info: PasswordHashInfo, findings: Findings): void {
  if (typeof info !== 'object' || info === null) {
    findings.add('type.invalid', INFO);
    return;
  }
  const { algorithmTypeId: algorithm, passwordHash: hash, hData } = info;
  const missing = [algorithm ? '' : 'algorithmTypeId', hash ? '' : 'passwordHash'].filter((part) => part !== '');
  if (missing.length > 0) {
    incomplete(missing, findings);
    return;
  }
  if (!expectText(algorithm, `${INFO}.algorithmTypeId`, findings) || !expectText(hash, HASH, findings)) return;
  for (const [part, value] of Object.entries(hData ?? {})) expectText(value, `${INFO}.hData.${part}`, findings);

  const need = (...parts: Part[]) => {
    const absent = parts.filter((part) => !hData?.[part]);
    if (absent.length > 0)
      incomplete(
        absent.map((part) => `hData.${part}`),
        findings,
      );
  };
  const bcrypt = BCRYPT.exec(algorithm);
  if (bcrypt !== null) checkBcrypt(hash, Number(bcrypt[1]), findings);
  else if (ARGON.test(algorithm))
    mustMatch(hash, ARGON_HASH, 'a PHC string ($argon2id$v=…$m=…,t=…,p=…$salt$hash)', findings);
  else if (algorithm === 'SHA1') mustMatch(hash, /^[0-9a-f]{40}$/i, '40 hexadecimal digits', findings);
  else if (algorithm === 'SHA256') mustMatch(hash, /^[0-9a-f]{64}$/i, '64 hexadecimal digits', findings);
  else if (algorithm === 'PBKDF2') {
    need('salt', 'iterations', 'keylen');
    for (const part of ['iterations', 'keylen'] as const) checkCount(hData?.[part], part, findings);
  } else if (/^HMAC/.test(algorithm)) need('salt');
  else if (!/^CUSTOM/.test(algorithm) && !findings.policy.isOwnHashId(algorithm))
    findings.add('hash.algorithm', `${INFO}.algorithmTypeId`);
}

function checkBcrypt(hash: string, cost: number, findings: Findings): void {
  const found = BCRYPT_HASH.exec(hash);
  if (found === null) {
    findings.add(
      'hash.mismatch',
      HASH,
      'The hash is not a bcrypt hash ($2b$NN$ and 53 characters), so the user could never log in.',
    );
  } else if (Number(found[1]) !== cost) {
    findings.add(
      'hash.mismatch',
      `${INFO}.algorithmTypeId`,
      'The number in BCRYPT_n differs from the cost in the hash.',
    );
  }
}

function mustMatch(hash: string, form: RegExp, words: string, findings: Findings): void {
  if (!form.test(hash))
    findings.add('hash.mismatch', HASH, `The hash is not ${words}, so the user could never log in.`);
}

function checkCount(value: string | undefined, part: Part, findings: Findings): void {
  if (value && !/^[1-9]\d{0,8}$/.test(value)) {
    findings.add('hash.mismatch', `${INFO}.hData.${part}`, `${part} must be a positive whole number, written as text.`);
  }
}

function incomplete(parts: readonly string[], findings: Findings): void {
  findings.add(
    'hash.incomplete',
    `${INFO}.${parts[0]}`,
    `The password hash is incomplete: ${parts.join(' and ')} ${parts.length > 1 ? 'are' : 'is'} missing.`,
  );
}
