import type { ProblemCode as MappingCode } from '../mapping/refused.ts';

/** What a code means, for the docs and for messages. */
export interface CodeEntry {
  /** `error` makes the row invalid, `warning` is counted and sent all the same. */
  readonly severity: 'error' | 'warning';
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
  'field.unknown': {
    severity: 'error',
    meaning: 'A JSON record has a key that is no cidaas field, and no mapping says what it is.',
    hint: 'Remove the key from the export, or write a mapping, which takes only what it names.',
  },
  'group.incomplete': {
    severity: 'error',
    meaning: 'A group lacks groupId or sub, or another part of it has the wrong type.',
    hint: 'Fill groupId, and map the user to a sub of your own: memberships need one.',
  },
  'group.sub': {
    severity: 'error',
    meaning: 'A group names the sub of another user.',
    hint: "Leave the group's sub out: the user's own is filled in.",
  },
  'hash.algorithm': {
    severity: 'error',
    meaning: 'The algorithmTypeId is none that cidaas takes.',
    hint: 'Use BCRYPT_1 to BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… or, with a verifier of your own, CUSTOM…',
  },
  'hash.incomplete': {
    severity: 'error',
    meaning:
      'A part of the password hash is missing: the algorithm, the hash, or what the algorithm needs (salt, iterations, keylen).',
    hint: 'Map the missing part; for users without password fill none of password_hash_info, with `when` in the mapping.',
  },
  'hash.mismatch': {
    severity: 'error',
    meaning: 'The password hash does not have the form of its algorithm: such a user could never log in.',
    hint: 'Check the column and the algorithm; the hash must be complete and unchanged.',
  },
  'identifier.missing': {
    severity: 'error',
    meaning: 'The user has no e-mail address, user name or mobile number, so nobody could log in.',
    hint: 'Map at least one of email, username and mobile_number.',
  },
  'identifier.secret': {
    severity: 'error',
    meaning: 'The value looks like a password hash, in a field that is none.',
    hint: 'Check which column the mapping takes; turn hexadecimal ids into UUIDs with `uuid5`.',
  },
  'identities.mixed': {
    severity: 'error',
    meaning: 'Personal fields stand on the account although the user has identities.',
    hint: 'Put the field into the identity that it belongs to.',
  },
  'identity.conflict': {
    severity: 'error',
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
  'sub.missing': {
    severity: 'warning',
    meaning: 'The user has no sub: the tenant finds it by its identifiers, and gives a new user a sub of its own.',
    hint: 'Map an id of the source to sub, best as UUID with `uuid5`.',
  },
  'type.invalid': {
    severity: 'error',
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
    meaning: 'The userStatus is none that cidaas knows.',
    hint: 'Map to VERIFIED, PENDING or DECLINED with a table.',
  },
  'userStatus.refused': {
    severity: 'error',
    meaning: 'The userStatus is one that only cidaas itself should set (DELETED, LOCKED, COMBINED).',
    hint: 'Map users that must not log in to DECLINED, and leave deleted ones out with a `skip` rule.',
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
