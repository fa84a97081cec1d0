import type { Problem } from '../source/record.ts';
import type { AlgorithmName } from './algorithm.ts';
import { ALGORITHMS } from './algorithm-table.ts';
import type { Misfit } from './native-form.ts';
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

/** What such a hash has, as the rest of "it has …". */
const MISFITS: Readonly<Record<Misfit, string>> = {
  'byte-salt': 'a salt of bytes, and cidaas documents salts that are texts only',
  cost: 'a cost above 20, the highest that cidaas takes',
  encoding: 'a password that was not hashed as UTF-8',
};

/** `misfit`: why no id of the tenant would help either; null when only the algorithm is what cidaas does not check. */
export function noVerifierProblem(algorithm: AlgorithmName, misfit: Misfit | null): Problem {
  const clause =
    misfit === null
      ? `${algorithm}, which cidaas does not check by itself`
      : `${algorithm} in a form that cidaas does not check: it has ${MISFITS[misfit]}`;
  return problem(
    'hash.no_verifier',
    `The password hash is ${clause}.`,
    `Name the verifier that the tenant has (verifier: CUSTOM_…)${byIds(algorithm, misfit)}, leave such rows out with a skip rule, ${OPTIONAL}.`,
  );
}

/** A tenant can be set up for some algorithms; that does not help a hash that does not fit. */
function byIds(algorithm: AlgorithmName, misfit: Misfit | null): string {
  if (misfit !== null || ALGORITHMS[algorithm].support !== 'configurable') return '';
  return `, or the id of a tenant that is set up for it (ids: { ${algorithm}: … })`;
}

function problem(code: PasswordCode, message: string, hint: string): Problem {
  return { code, field: FIELD, message, hint };
}
