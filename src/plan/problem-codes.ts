import type { ProblemCode as MappingCode } from '../mapping/compile/field-error.ts';

/** What a code means, for the docs and for messages. */
export interface CodeEntry {
  /** `error` makes the row invalid, `warning` is counted and sent all the same. */
  readonly severity: 'error' | 'warning';
  /** No mapping can change the severity: a user could be let in, locked out or lost. */
  readonly fixed?: true;
  /** One sentence: what is wrong. */
  readonly meaning: string;
  /** One sentence: what to do next. */
  readonly hint: string;
}

/** Every code that mapping and validation can give a row. Stable: workflows filter by them. */
export const PROBLEM_CODES = {
  'boolean.invalid': {
    severity: 'error',
    meaning: 'A yes-or-no field holds another word.',
    hint: 'Write true or false, 1 or 0, yes or no, ja or nein; for other words use a table.',
  },
  'birthdate.future': {
    severity: 'error',
    meaning: 'The birthdate lies in the future.',
    hint: 'Correct the date; two-digit years of the source may have been read as the wrong century.',
  },
  'birthdate.implausible': {
    severity: 'warning',
    meaning: 'The birthdate lies before 1900: often a placeholder.',
    hint: 'Leave placeholders out, with `when` or a table in the mapping.',
  },
  'birthdate.invalid': {
    severity: 'error',
    meaning: 'The birthdate is no real day written as YYYY-MM-DD.',
    hint: 'Name the format of the source with `date` in the mapping, or correct the row.',
  },
  'consent.invalid': {
    severity: 'error',
    meaning:
      'A consent lacks its fieldKey, or its state is none of ACCEPTED, REVOKED, SKIPPED, or another part has the wrong type.',
    hint: 'Fill fieldKey and state; map the words of the source with a table.',
  },
  'date.ambiguous': {
    severity: 'error',
    meaning: 'Two of the formats in the mapping read the value as different dates.',
    hint: 'Keep the one format that the source writes: dates are never guessed.',
  },
  'date.invalid': {
    severity: 'error',
    meaning: 'The value is no date in the format that the mapping names.',
    hint: 'Correct the date, or name its format with `date` in the mapping.',
  },
  'email.disposable': {
    severity: 'warning',
    meaning: 'The e-mail address belongs to a provider of throw-away mailboxes; most tenants refuse these.',
    hint: 'Leave such users out with a `skip` rule, or allow the addresses in the tenant.',
  },
  'email.invalid': {
    severity: 'error',
    meaning: 'The e-mail address cannot exist as it is written.',
    hint: 'Correct the address in the source; a cell must hold one address.',
  },
  'email.nonascii': {
    severity: 'warning',
    meaning:
      'The part before the @ has letters beyond ASCII: allowed, but many systems refuse it, and it may be a slip.',
    hint: 'Check the address; the tenant may refuse it.',
  },
  'email.unverified': {
    severity: 'warning',
    meaning: 'The source has not verified the e-mail address.',
    hint: 'Choose with `unverified-email` what becomes of such users.',
  },
  'expr.failed': {
    severity: 'error',
    meaning: 'The expression of a field threw an error for this record.',
    hint: 'Look up the code in the documentation of JSONata, and correct the expression.',
  },
  'field.unknown': {
    severity: 'error',
    fixed: true,
    meaning: 'A JSON record has a key that is no cidaas field, and no mapping says what it is.',
    hint: 'Remove the key from the export, or write a mapping, which takes only what it names.',
  },
  'group.admin': {
    severity: 'error',
    fixed: true,
    meaning: 'The user would become a member of a group that administrates the tenant.',
    hint: 'Leave the group out, or set `allow-admin-groups` when this is meant.',
  },
  'group.incomplete': {
    severity: 'error',
    fixed: true,
    meaning: 'A group lacks groupId or sub, or another part of it has the wrong type.',
    hint: 'Fill groupId, and map the user to a sub of your own: memberships need one.',
  },
  'group.sub': {
    severity: 'error',
    fixed: true,
    meaning: 'A group names the sub of another user.',
    hint: "Leave the group's sub out: the user's own is filled in.",
  },
  'hash.algorithm': {
    severity: 'error',
    fixed: true,
    meaning: 'The algorithmTypeId is none that cidaas takes.',
    hint: 'Use BCRYPT_1 to BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… or, with a verifier of your own, CUSTOM…',
  },
  'hash.incomplete': {
    severity: 'error',
    fixed: true,
    meaning:
      'A part of the password hash is missing: the algorithm, the hash, or what the algorithm needs (salt, iterations, keylen).',
    hint: 'Map the missing part; for users without password fill none of password_hash_info, with `when` in the mapping.',
  },
  'hash.mismatch': {
    severity: 'error',
    fixed: true,
    meaning: 'The password hash does not have the form of its algorithm: such a user could never log in.',
    hint: 'Check the column and the algorithm; the hash must be complete and unchanged.',
  },
  'hash.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no password for the user, and the mapping does not say that this may be.',
    hint: 'Leave such rows out with a `skip` rule, or set `optional` to import such users without a password.',
  },
  'hash.no_verifier': {
    severity: 'error',
    fixed: true,
    meaning: 'This kind of password hash is not checked by cidaas itself, and the mapping names no verifier.',
    hint: 'Name the verifier that the tenant has (`verifier`), or set `optional`.',
  },
  'hash.unrecognised': {
    severity: 'error',
    fixed: true,
    meaning: 'The password hash is in no encoding that is known, or it is cut off, masked or clear text.',
    hint: 'Check the column, or declare its `algorithm`.',
  },
  'identifier.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The user has no e-mail address, user name or mobile number, so nobody could log in.',
    hint: 'Map at least one of email, username and mobile_number.',
  },
  'identifier.secret': {
    severity: 'error',
    fixed: true,
    meaning: 'The value looks like a password hash, in a field that is none.',
    hint: 'Check which column the mapping takes; turn hexadecimal ids into UUIDs with `uuid5`.',
  },
  'identities.mixed': {
    severity: 'error',
    fixed: true,
    meaning: 'Personal fields stand on the account although the user has identities.',
    hint: 'Put the field into the identity that it belongs to.',
  },
  'identity.conflict': {
    severity: 'error',
    fixed: true,
    meaning: 'Another row has the same identifier but seems to be another person.',
    hint: 'Correct the identifier or the sub in the source; two people are never merged.',
  },
  'instant.implausible': {
    severity: 'warning',
    meaning: 'The time lies before 1990 or in the future: often a placeholder, or seconds taken for milliseconds.',
    hint: 'Check the format in the mapping; leave placeholders out.',
  },
  'instant.invalid': {
    severity: 'error',
    meaning:
      'The value is no point in time in the format that the mapping names, or nothing says at which offset from UTC.',
    hint: 'Name its format with `instant`, and `zone` when the source writes local time.',
  },
  'join.unmatched': {
    severity: 'warning',
    meaning: 'A record of a joined file belongs to no record of the export.',
    hint: 'Compare `key` and `equals` of the join; both files should be of the same day.',
  },
  'json.invalid': {
    severity: 'error',
    meaning: 'The text should be JSON but is none.',
    hint: 'Correct the cell, or map it as text.',
  },
  'locale.invalid': {
    severity: 'error',
    meaning: 'The locale is no language tag such as de, de-DE or de_DE.',
    hint: 'Map the names of languages with a table.',
  },
  'mfa.not_imported': {
    severity: 'warning',
    meaning: 'The user has a second factor in the source, which cannot be imported.',
    hint: 'Tell these users that they set it up anew.',
  },
  'number.imprecise': {
    severity: 'error',
    meaning: 'The export holds a number with too many digits to be read exactly.',
    hint: 'Let the source write it as text, in quotes.',
  },
  'number.invalid': {
    severity: 'error',
    meaning: 'A numeric field holds something else.',
    hint: 'Write it with digits and a decimal point, such as -12.5.',
  },
  'path.unseen': {
    severity: 'warning',
    meaning: 'No record has what a path in the mapping leads to.',
    hint: 'Correct the path, or remove it from the mapping.',
  },
  'phone.invalid': {
    severity: 'error',
    meaning: 'The phone number is not valid, or not in E.164 (+4917…).',
    hint: 'Add `phone` with a country to the mapping, or correct the number.',
  },
  'spreadsheet.exponent': {
    severity: 'warning',
    meaning: 'A spreadsheet seems to have turned a long number into an approximation such as 1,23E+11.',
    hint: 'Export again without opening the file in a spreadsheet; the lost digits cannot be restored.',
  },
  'spreadsheet.zeros': {
    severity: 'warning',
    meaning: 'A German postal code has four digits: a spreadsheet may have dropped the leading zero.',
    hint: 'Export again without opening the file in a spreadsheet.',
  },
  'sub.missing': {
    severity: 'warning',
    meaning: 'The user has no sub: the tenant finds it by its identifiers, and gives a new user a sub of its own.',
    hint: 'Map an id of the source to sub, best as UUID with `uuid5`.',
  },
  'sub.reserved': {
    severity: 'error',
    fixed: true,
    meaning: 'The sub is the word ANONYMOUS, with which cidaas answers that there is no user.',
    hint: "Map a sub of the user's own, or none.",
  },
  'text.broken': {
    severity: 'error',
    fixed: true,
    meaning:
      'A text holds half a character (a lone surrogate, such as \\ud800): nothing can store it or find it again.',
    hint: 'Write the export again; whatever cut the text must cut between characters.',
  },
  'text.mojibake': {
    severity: 'warning',
    meaning: 'A text holds characters that come from reading it in the wrong encoding, such as Ã¤ for ä.',
    hint: 'Write the export again in its true encoding; what is stored like this stays like this.',
  },
  'type.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The value has the wrong type for its field: a list or an object where one text belongs, or the reverse.',
    hint: 'Name one element of it in the mapping, such as path[0] or path.key.',
  },
  'url.invalid': {
    severity: 'warning',
    meaning: 'The address of a page or picture is no http or https URL; the tenant may refuse it.',
    hint: 'Complete it in the source, or leave the field out.',
  },
  'userStatus.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The userStatus is none that cidaas knows.',
    hint: 'Map to VERIFIED, PENDING or DECLINED with a table.',
  },
  'userStatus.refused': {
    severity: 'error',
    fixed: true,
    meaning: 'The userStatus is one that only cidaas itself should set (DELETED, LOCKED, COMBINED).',
    hint: 'Map users that must not log in to DECLINED, and leave deleted ones out with a `skip` rule.',
  },
  'value.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no value where the mapping cannot do without one.',
    hint: 'Add the column to the export, or say in the mapping what an empty one means.',
  },
  'value.unknown': {
    severity: 'error',
    meaning: 'The value does not stand in the table of the mapping.',
    hint: 'Add it to the table, or add `else`.',
  },
  'zoneinfo.invalid': {
    severity: 'warning',
    meaning: 'The zone is no IANA name such as Europe/Berlin; the tenant may ignore it.',
    hint: "Map the source's zones with a table.",
  },
} as const satisfies { readonly [code: string]: CodeEntry } & { readonly [code in MappingCode]: CodeEntry };

export type PlanCode = keyof typeof PROBLEM_CODES;
