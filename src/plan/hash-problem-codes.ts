import type { CodeEntry } from './code-entry.ts';

/** The part of `PROBLEM_CODES` about password hashes. */
export const HASH_PROBLEM_CODES = {
  'hash.algorithm': {
    severity: 'error',
    fixed: true,
    meaning: 'The algorithmTypeId is not supported by cidaas.',
    hint: 'Use BCRYPT_1 to BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… or, with your own verifier, `password: { from: …, verifier: CUSTOM_… }`.',
  },
  'hash.incomplete': {
    severity: 'error',
    fixed: true,
    meaning:
      'Part of the password hash is missing: the algorithm, the hash, or a parameter of the algorithm (salt, iterations, keylen).',
    hint: 'Map the missing part, or let each hash name its parts: `password: { from: … }`; for users without a password, leave all of password_hash_info out with `when`.',
  },
  'hash.left_out': {
    severity: 'warning',
    meaning: 'The source has a password of the user, but `when` in the mapping leaves it out.',
    hint: 'Correct `when` of the password, or write `rules: { hash.left_out: off }` if it is intended.',
  },
  'hash.mismatch': {
    severity: 'error',
    fixed: true,
    meaning: 'The password hash does not have the format of its algorithm, so the user could never log in.',
    hint: 'Check the column and the algorithm, or let each hash name its own: `password: { from: … }`; the hash must be complete and unmodified.',
  },
  'hash.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no password for the user, and the mapping does not allow this.',
    hint: 'Leave these rows out with a `skip` rule, import them without a password (`password: { optional: true }`) or, if the system exports no hashes at all, write `password: null` to change the preset.',
  },
  'hash.no_verifier': {
    severity: 'error',
    fixed: true,
    meaning: 'The kind of password hash cannot be checked by cidaas itself, and the mapping does not name a verifier.',
    hint: 'Name the verifier of the tenant, `password: { verifier: CUSTOM_… }`, or import such users without a password, `password: { optional: true }`.',
  },
  'hash.unrecognised': {
    severity: 'error',
    fixed: true,
    meaning: 'The format of the password hash is unknown, or the hash is truncated, masked or clear text.',
    hint: 'Check the column, declare how it was made, `password: { algorithm: … }`, or import such users without a password, `password: { optional: true }`.',
  },
} as const satisfies { readonly [code: string]: CodeEntry };
