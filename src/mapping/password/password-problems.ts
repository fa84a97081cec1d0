import type { Problem } from '../../source/record.ts';
import type { AlgorithmName } from './algorithm.ts';
import { ALGORITHMS } from './algorithm-table.ts';
import type { NoPassword, Recognised, Unrecognised } from './recognised.ts';

/** Codes that a password can give a row. */
export type PasswordCode = 'hash.missing' | 'hash.no_verifier' | 'hash.unrecognised';

const FIELD = 'password_hash_info';
const OPTIONAL = 'or set optional to true to import such users without a password';

const MISSING: Readonly<Record<NoPassword, string>> = {
  empty: 'The source has no password hash for the user.',
  unusable: 'The source has a mark in place of the password hash that no password matches.',
  elsewhere: "The source leaves the user's password to another system.",
};

const HINTS: Readonly<Record<Unrecognised, string>> = {
  unknown: `Check the column, declare the algorithm of what is in it, ${OPTIONAL}.`,
  bare: 'Declare how it was made with algorithm, and salt and saltPosition where there is a salt.',
  damaged: `Check that the export has the whole hash: a column that is too short cuts it off; correct it, ${OPTIONAL}.`,
  unsupported: `Leave such rows out with a skip rule, ${OPTIONAL}.`,
  incomplete: 'Map what is missing, or declare it.',
  'clear-text': `Export hashes instead of clear text, ${OPTIONAL}.`,
  placeholder: `Make an export that contains the hashes, ${OPTIONAL}.`,
};

/** The user has no password in the source, and the mapping does not say that this may be. */
export function missingProblem(why: NoPassword): Problem {
  return problem('hash.missing', MISSING[why], `Leave such rows out with a skip rule, ${OPTIONAL}.`);
}

export function unrecognisedProblem({ what, reason }: Extract<Recognised, { kind: 'unrecognised' }>): Problem {
  return problem('hash.unrecognised', `The password hash ${what}.`, HINTS[reason]);
}

/** `configured`: the mapping has an id for the algorithm, but this hash (its salt) does not fit cidaas's form. */
export function noVerifierProblem(algorithm: AlgorithmName, configured: boolean): Problem {
  const { support } = ALGORITHMS[algorithm];
  const inForm = configured || support === 'documented' || support === 'open';
  const message = inForm
    ? `The password hash is ${algorithm} in a form that cidaas does not take: a salt of bytes, a cost above 20, or a password that was not hashed as UTF-8.`
    : `The password hash is ${algorithm}, which cidaas does not check by itself.`;
  return problem(
    'hash.no_verifier',
    message,
    `Name the verifier that the tenant has (verifier: CUSTOM_…), leave such rows out with a skip rule, ${OPTIONAL}.`,
  );
}

function problem(code: PasswordCode, message: string, hint: string): Problem {
  return { code, field: FIELD, message, hint };
}
