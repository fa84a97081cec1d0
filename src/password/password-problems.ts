import type { Problem } from '../source/record.ts';
import type { AlgorithmName } from './algorithm.ts';
import { ALGORITHMS } from './algorithm-table.ts';
import type { UnsupportedForm } from './native-form.ts';
import type { NoPassword, RecognisedHash, UnrecognisedReason } from './recognised-hash.ts';

/** Codes that a password can give a row. */
export type PasswordCode = 'hash.left_out' | 'hash.missing' | 'hash.no_verifier' | 'hash.unrecognised';

const FIELD = 'password_hash_info';
const OPTIONAL = 'or import such users without a password: `password: { optional: true }`';
const SKIP = 'Leave such rows out with a `skip` rule';

const MISSING: Readonly<Record<NoPassword, string>> = {
  empty: 'The source has no password hash for the user.',
  unusable: 'The source has a marker instead of a password hash, so no password matches.',
  elsewhere: "The source delegates the user's password to another system.",
};

const HINTS: Readonly<Record<UnrecognisedReason, string>> = {
  unknown: `Check the column, declare the algorithm of what is in it (\`password: { algorithm: … }\`), ${OPTIONAL}.`,
  bare: 'Declare how it was made: `password: { algorithm: sha256 }`, with `salt: …` and `saltPosition: prefix` where there is a salt.',
  damaged: `Check that the export has the whole hash: a column that is too short cuts it off; correct it, ${OPTIONAL}.`,
  unsupported: `${SKIP}, ${OPTIONAL}.`,
  incomplete: `Map what is missing, such as \`salt: …\`, or declare it for all users, such as \`iterations: 10000\`, ${OPTIONAL}.`,
  'clear-text': `Export hashes instead of clear text, ${OPTIONAL}.`,
  placeholder: `Make an export that contains the hashes, ${OPTIONAL}.`,
};

/** APIs of many systems list users without their hashes. */
const NONE_AT_ALL = ' If the system gives out no hashes at all, write `password: null` to change the preset.';

/** The user has no password in the source, and the mapping does not allow that. */
export function missingProblem(why: NoPassword): Problem {
  return problem('hash.missing', MISSING[why], `${SKIP}, ${OPTIONAL}.${why === 'empty' ? NONE_AT_ALL : ''}`);
}

/** The mapping's `when` leaves out a value that is there. */
export function leftOutProblem(): Problem {
  return problem(
    'hash.left_out',
    'The source has a password of the user, but `when` in the mapping leaves it out.',
    'Correct `when` of the password, or write `rules: { hash.left_out: off }` if it is meant.',
  );
}

export function unrecognisedProblem({ what, reason }: Extract<RecognisedHash, { kind: 'unrecognised' }>): Problem {
  return problem('hash.unrecognised', `The password hash ${what}.`, HINTS[reason]);
}

/** Completes "it has …". */
const UNSUPPORTED_FORMS: Readonly<Record<UnsupportedForm, string>> = {
  'byte-salt': 'a salt of bytes, and cidaas documents only salts that are text',
  cost: 'a cost above 20, the highest that cidaas takes',
  encoding: 'a password that was not hashed as UTF-8',
  secret: "a secret of the source's application in it",
};

/** `unsupportedForm`: why no id of the tenant would help either; null when only the algorithm is what cidaas does not check. */
export function noVerifierProblem(algorithm: AlgorithmName, unsupportedForm: UnsupportedForm | null): Problem {
  const clause =
    unsupportedForm === null
      ? `${algorithm}, which cidaas does not check itself`
      : `${algorithm} in a form that cidaas does not check: it has ${UNSUPPORTED_FORMS[unsupportedForm]}`;
  return problem(
    'hash.no_verifier',
    `The password hash is ${clause}.`,
    `Name the tenant's verifier, \`password: { verifier: CUSTOM_… }\`${byIds(algorithm, unsupportedForm)}, leave such rows out with a \`skip\` rule, ${OPTIONAL}.`,
  );
}

/** A tenant can be set up for some algorithms, which does not help a hash in an unsupported form. */
function byIds(algorithm: AlgorithmName, unsupportedForm: UnsupportedForm | null): string {
  if (unsupportedForm !== null || ALGORITHMS[algorithm].support !== 'configurable') return '';
  return `, or the id of a tenant that is set up for it (\`ids: { ${algorithm}: … }\`)`;
}

function problem(code: PasswordCode, message: string, hint: string): Problem {
  return { code, field: FIELD, message, hint };
}
