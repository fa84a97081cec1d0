import type { ProblemCode as MappingCode } from '../mapping/compile/field-error.ts';

/** The meaning of a code, for docs and messages. */
export interface CodeEntry {
  /** `error` makes the row invalid; with `warning` the row is counted and still sent. */
  readonly severity: 'error' | 'warning';
  /** A mapping cannot change the severity: a user could gain access, be locked out or get lost. */
  readonly fixed?: true;
  /** One sentence: what is wrong. */
  readonly meaning: string;
  /** One sentence: what to do next. */
  readonly hint: string;
}

/** All codes of mapping and validation. Stable: workflows filter by them. */
export const PROBLEM_CODES = {
  'boolean.invalid': {
    severity: 'error',
    meaning: 'The value is not a known form of yes or no.',
    hint: 'Use true or false, 1 or 0, yes or no, ja or nein; map other words with a table.',
  },
  'birthdate.future': {
    severity: 'error',
    meaning: 'The birthdate is in the future.',
    hint: 'Correct the date; a two-digit year may have been read as the wrong century.',
  },
  'birthdate.implausible': {
    severity: 'warning',
    meaning: 'The birthdate is before 1900, which is often a placeholder.',
    hint: 'Leave placeholders out with `when` or a table in the mapping.',
  },
  'birthdate.invalid': {
    severity: 'error',
    meaning: 'The birthdate is not an existing date in the form YYYY-MM-DD.',
    hint: 'Set the format of the source with `date` in the mapping, or correct the row.',
  },
  'consent.invalid': {
    severity: 'error',
    meaning:
      'A consent has no fieldKey, its state is not ACCEPTED, REVOKED or SKIPPED, or another part has the wrong type.',
    hint: 'Set fieldKey and state; map the words of the source with a table.',
  },
  'date.ambiguous': {
    severity: 'error',
    meaning: 'Two formats in the mapping read the value as different dates.',
    hint: 'Keep only the format that the source uses; dates are never guessed.',
  },
  'date.invalid': {
    severity: 'error',
    meaning: 'The value is not a date in the format set in the mapping.',
    hint: 'Correct the date, or set its format with `date` in the mapping.',
  },
  'email.disposable': {
    severity: 'warning',
    meaning: 'The e-mail address belongs to a provider of disposable mailboxes, which most tenants reject.',
    hint: 'Leave these users out with a `skip` rule, or allow the addresses in the tenant.',
  },
  'email.invalid': {
    severity: 'error',
    meaning: 'The e-mail address is not valid.',
    hint: 'Correct the address in the source; a cell must contain exactly one address.',
  },
  'email.nonascii': {
    severity: 'warning',
    meaning: 'The part before the @ contains non-ASCII letters, which is allowed but may be a typing error.',
    hint: 'Check the address; the tenant may reject it.',
  },
  'email.unverified': {
    severity: 'warning',
    meaning: 'The source has not verified the e-mail address.',
    hint: 'Decide with `unverified-email` how to import these users.',
  },
  'expr.failed': {
    severity: 'error',
    meaning: 'The expression of a field threw an error for this record.',
    hint: 'Look up the error code in the JSONata documentation and correct the expression.',
  },
  'field.unknown': {
    severity: 'error',
    fixed: true,
    meaning: 'A JSON record has a key that is not a cidaas field, and there is no mapping for it.',
    hint: 'Remove the key from the export, or use a mapping: keys that it does not name are ignored.',
  },
  'group.admin': {
    severity: 'error',
    fixed: true,
    meaning: 'The user would become a member of a group that administers the tenant.',
    hint: 'Leave the group out, or set `allow-admin-groups` if this is intended.',
  },
  'group.incomplete': {
    severity: 'error',
    fixed: true,
    meaning: 'A group has no groupId or no sub, or another part of it has the wrong type.',
    hint: 'Set groupId, and map a sub for the user: group memberships require one.',
  },
  'group.sub': {
    severity: 'error',
    fixed: true,
    meaning: 'A group contains the sub of another user.',
    hint: 'Leave the sub of the group out: the sub of the user is filled in.',
  },
  'hash.algorithm': {
    severity: 'error',
    fixed: true,
    meaning: 'The algorithmTypeId is not supported by cidaas.',
    hint: 'Use BCRYPT_1 to BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… or, with your own verifier, CUSTOM…',
  },
  'hash.incomplete': {
    severity: 'error',
    fixed: true,
    meaning:
      'Part of the password hash is missing: the algorithm, the hash, or a parameter of the algorithm (salt, iterations, keylen).',
    hint: 'Map the missing part; for users without a password, leave all of password_hash_info out with `when` in the mapping.',
  },
  'hash.mismatch': {
    severity: 'error',
    fixed: true,
    meaning: 'The password hash does not have the format of its algorithm, so the user could never log in.',
    hint: 'Check the column and the algorithm; the hash must be complete and unmodified.',
  },
  'hash.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no password for the user, and the mapping does not allow this.',
    hint: 'Leave these rows out with a `skip` rule, or set `optional` to import the users without a password.',
  },
  'hash.no_verifier': {
    severity: 'error',
    fixed: true,
    meaning: 'The kind of password hash cannot be checked by cidaas itself, and the mapping does not name a verifier.',
    hint: 'Name the verifier of the tenant with `verifier`, or set `optional`.',
  },
  'hash.unrecognised': {
    severity: 'error',
    fixed: true,
    meaning: 'The format of the password hash is unknown, or the hash is truncated, masked or clear text.',
    hint: 'Check the column, or set its `algorithm`.',
  },
  'identifier.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The user has no e-mail address, user name or mobile number and could not log in.',
    hint: 'Map at least one of email, username and mobile_number.',
  },
  'identifier.secret': {
    severity: 'error',
    fixed: true,
    meaning: 'The value looks like a password hash, but the field is not a password field.',
    hint: 'Check which column the mapping reads; turn hexadecimal ids into UUIDs with `uuid5`.',
  },
  'identities.mixed': {
    severity: 'error',
    fixed: true,
    meaning: 'The account has personal fields although the user has identities.',
    hint: 'Move the field to the identity that it belongs to.',
  },
  'identity.conflict': {
    severity: 'error',
    fixed: true,
    meaning: 'Another row has the same identifier but seems to be a different person.',
    hint: 'Correct the identifier or the sub in the source; two people are never merged.',
  },
  'instant.implausible': {
    severity: 'warning',
    meaning: 'The time is before 1990 or in the future: often a placeholder, or seconds read as milliseconds.',
    hint: 'Check the format in the mapping; leave placeholders out.',
  },
  'instant.invalid': {
    severity: 'error',
    meaning: 'The value is not a date and time in the format set in the mapping, or its offset from UTC is unknown.',
    hint: 'Set its format with `instant`, and `zone` if the source uses local time.',
  },
  'join.unmatched': {
    severity: 'warning',
    meaning: 'A record of a joined file does not match any record of the export.',
    hint: 'Compare `key` and `equals` of the join; export both files on the same day.',
  },
  'json.invalid': {
    severity: 'error',
    meaning: 'The text is not valid JSON.',
    hint: 'Correct the cell, or map it as text.',
  },
  'locale.invalid': {
    severity: 'error',
    meaning: 'The locale is not a language tag such as de, de-DE or de_DE.',
    hint: 'Map language names with a table.',
  },
  'mfa.not_imported': {
    severity: 'warning',
    meaning: 'The user has a second factor in the source, which cannot be imported.',
    hint: 'Tell these users to set up their second factor again.',
  },
  'number.imprecise': {
    severity: 'error',
    meaning: 'The export contains a number with too many digits to be read exactly.',
    hint: 'Export the number as text, in quotes.',
  },
  'number.invalid': {
    severity: 'error',
    meaning: 'The value of a numeric field is not a number.',
    hint: 'Write the number with digits and a decimal point, such as -12.5.',
  },
  'path.unseen': {
    severity: 'warning',
    meaning: 'No record has a value at a path used in the mapping.',
    hint: 'Correct the path, or remove it from the mapping.',
  },
  'phone.invalid': {
    severity: 'error',
    meaning: 'The phone number is not valid, or not in E.164 format (+4917…).',
    hint: 'Add `phone` with a country to the mapping, or correct the number.',
  },
  'spreadsheet.exponent': {
    severity: 'warning',
    meaning: 'A spreadsheet seems to have turned a long number into an approximation such as 1,23E+11.',
    hint: 'Export again and do not open the file in a spreadsheet; the lost digits cannot be restored.',
  },
  'spreadsheet.zeros': {
    severity: 'warning',
    meaning: 'A German postal code has four digits: a spreadsheet may have dropped the leading zero.',
    hint: 'Export again and do not open the file in a spreadsheet.',
  },
  'sub.missing': {
    severity: 'warning',
    meaning: 'The user has no sub: the tenant finds the user by identifiers and assigns a sub to a new user.',
    hint: 'Map an id of the source to sub, preferably as a UUID with `uuid5`.',
  },
  'sub.reserved': {
    severity: 'error',
    fixed: true,
    meaning: 'The sub is ANONYMOUS, which cidaas returns when there is no user.',
    hint: 'Map a sub that belongs to the user, or none.',
  },
  'text.broken': {
    severity: 'error',
    fixed: true,
    meaning: 'The text contains half a character (a lone surrogate such as \\ud800), which cannot be stored.',
    hint: 'Export again; a program that truncates text must do so between characters.',
  },
  'text.mojibake': {
    severity: 'warning',
    meaning: 'The text was read in the wrong encoding at some point, for example Ã¤ in place of ä.',
    hint: 'Export again in the correct encoding; the damaged text would be imported as it is.',
  },
  'type.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The value has the wrong type for its field, such as a list or an object in place of text.',
    hint: 'Select one element in the mapping, such as path[0] or path.key.',
  },
  'url.invalid': {
    severity: 'warning',
    meaning: 'The address of a page or picture is not an http or https URL; the tenant may reject it.',
    hint: 'Complete the URL in the source, or leave the field out.',
  },
  'userStatus.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The userStatus is not one that cidaas knows.',
    hint: 'Map the value to VERIFIED, PENDING or DECLINED with a table.',
  },
  'userStatus.refused': {
    severity: 'error',
    fixed: true,
    meaning: 'Only cidaas itself sets this userStatus (DELETED, LOCKED, COMBINED).',
    hint: 'Map users who must not log in to DECLINED, and leave deleted users out with a `skip` rule.',
  },
  'value.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no value, but the mapping requires one.',
    hint: 'Add the column to the export, or define in the mapping what an empty value means.',
  },
  'value.unknown': {
    severity: 'error',
    meaning: 'The value is not in the table of the mapping.',
    hint: 'Add the value to the table, or add `else`.',
  },
  'zoneinfo.invalid': {
    severity: 'warning',
    meaning: 'The time zone is not an IANA name such as Europe/Berlin; the tenant may ignore it.',
    hint: 'Map the time zones of the source with a table.',
  },
} as const satisfies { readonly [code: string]: CodeEntry } & { readonly [code in MappingCode]: CodeEntry };

export type PlanCode = keyof typeof PROBLEM_CODES;
