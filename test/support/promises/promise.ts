import type { PresetName } from '../../../src/mapping/presets/preset-name.ts';

/** The columns of the table in docs/presets.md, behind the system. */
export const ASPECTS = [
  'Hashes',
  'Blocked accounts',
  'Unverified addresses',
  'Second factors',
  'Not exported',
] as const;
type Aspect = (typeof ASPECTS)[number];

/** What a preset promises about the exports of its system. */
export interface PresetPromises {
  readonly preset: PresetName;
  readonly file: string;
  /** A user who may log in. In JSON, dotted names lead into objects; in LDIF, a list is one line for each value. */
  readonly ada: Entry;
  /** What is different for another user: the identifiers. */
  readonly ben: Entry;
  /** What both plans need, in a mapping file. */
  readonly mapping?: string;
  readonly promises: { readonly [aspect in Aspect]: PresetPromise };
}

export interface Entry {
  /** `undefined` leaves the key out; of CSV, it leaves the whole column out. */
  readonly [name: string]: unknown;
}

/** A cell of the table, and what makes it true. */
export interface PresetPromise {
  readonly says: string;
  readonly cases: readonly PromiseCase[];
}

/** What becomes of ben with these values; ada stays as she is and is always planned. */
export interface PromiseCase {
  readonly given?: Entry;
  /** Another file than usual: its ending chooses the format. */
  readonly file?: string;
  readonly mapping?: string;
  /** Text of a joined file. */
  readonly joined?: { readonly name: string; readonly text: string };
  readonly status?: 'VERIFIED' | 'PENDING' | 'DECLINED';
  /** The algorithmTypeId of the hash that is sent; null for none. */
  readonly sentAs?: string | null;
  /** The code of a warning that ben adds. */
  readonly counted?: string;
  /** The code for which the row is invalid. */
  readonly invalid?: string;
  /** The reason of the rule for which the row is skipped. */
  readonly skipped?: string;
  /** Words of the error that refuses the whole export. */
  readonly refused?: string;
  /** Words of a line of the log. */
  readonly logged?: string;
  /** The preset has no rule for this, because the export of its system has no such value. */
  readonly noRule?: 'emailVerified' | 'mfaSetUp' | 'password';
}

export function promise(says: string, ...cases: readonly PromiseCase[]): PresetPromise {
  return { says, cases };
}

export const declined = (...given: readonly Entry[]): PromiseCase[] =>
  given.map((each) => ({ given: each, status: 'DECLINED' }));

/** Counted, and PENDING because all plans of the promises have `unverified-email: PENDING`. */
export const unverified = (...given: readonly Entry[]): PromiseCase[] =>
  given.map((each) => ({ given: each, status: 'PENDING', counted: 'email.unverified' }));

export const secondFactor = (...given: readonly Entry[]): PromiseCase[] =>
  given.map((each) => ({ given: each, counted: 'mfa.not_imported' }));

/** The promise for what the export of a system does not hold. */
export const notExported = (noRule: 'emailVerified' | 'mfaSetUp'): PresetPromise => promise('not exported', { noRule });

const NO_PASSWORDS = 'every user has to set a new one';

/** The promises of systems that give out no hashes, and of exports whose hashes are in a second file. */
export const NO_HASHES = promise('none', { noRule: 'password' });
export const HASHES_MISSING = promise('hashes: every user sets a new password, and the log has a warning', {
  sentAs: null,
  logged: NO_PASSWORDS,
});
export const HASHES_APART = promise('hashes: without the second file every user sets a new password', {
  sentAs: null,
  logged: NO_PASSWORDS,
});

/** The promise for sources without an id that cidaas could keep. */
export const SUB_MISSING = promise('an id: without your own rule for `sub` each user is counted (`sub.missing`)', {
  counted: 'sub.missing',
});

/** Hashes of `secret` and other passwords, as systems write them. */
export const HASHES = {
  bcrypt: '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K',
  bcryptOfPhp: '$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
  argon2id: '$argon2id$v=19$m=7168,t=5,p=1$LRScGShC7shkdoU5B1UgUQ$xKjWvB9+0sSP6wTqI1JoEI7w+iA0x9VDhPgmrOHRG80',
  md5: 'a256a310bc1e5db755fd392c524028a8',
  phpass: '$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01',
  ssha: '{SSHA}wJv9s2Z9m0bS0R1WY7B7BEfDUVOC86cpV/uC0w==',
} as const;

/** Adds the verifier that hashes need which cidaas does not check itself. */
export const VERIFIER = 'password: { verifier: CUSTOM_LEGACY }\n';
