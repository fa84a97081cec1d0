import type { ProblemCode as MappingCode } from '../mapping/compile/field-error.ts';
import type { CodeEntry } from './code-entry.ts';
import { HASH_PROBLEM_CODES } from './hash-problem-codes.ts';
import { PHONE_PROBLEM_CODES } from './phone-problem-codes.ts';
import { VALUE_CODES } from './value-codes.ts';

/** All codes of mapping and validation. Stable: workflows filter by them. */
export const PROBLEM_CODES = {
  'boolean.invalid': {
    severity: 'error',
    meaning: 'The value is not a known form of yes or no.',
    hint: 'Use true or false, 1 or 0, yes or no, ja or nein; map other words: `table: { S: true, N: false }`.',
  },
  'birthdate.future': {
    severity: 'error',
    meaning: 'The birthdate is in the future.',
    hint: 'Correct the date, or its format: `date: dd.MM.yyyy`; a two-digit year may have been read as the wrong century.',
  },
  'birthdate.implausible': {
    severity: 'warning',
    meaning: 'The birthdate is before 1900, which is often a placeholder.',
    hint: "Leave placeholders out with `replace: { ^1800-01-01$: '' }`, or with `when`.",
  },
  'birthdate.invalid': {
    severity: 'error',
    meaning: 'The birthdate is not an existing date in the form YYYY-MM-DD.',
    hint: 'Set the format of the source, `date: dd.MM.yyyy`, or correct the row.',
  },
  'consent.invalid': {
    severity: 'error',
    meaning:
      'A consent has no fieldKey, its state is not ACCEPTED, REVOKED or SKIPPED, or another part has the wrong type.',
    hint: 'Set fieldKey and state: `consents: [{ fieldKey: …, state: { from: …, table: { ja: ACCEPTED, nein: REVOKED } } }]`.',
  },
  'date.ambiguous': {
    severity: 'error',
    meaning: 'Two formats in the mapping read the value as different dates.',
    hint: 'Keep only the format that the source uses, such as `date: dd.MM.yyyy`; dates are never guessed.',
  },
  'date.invalid': {
    severity: 'error',
    meaning: 'The value is not a date in the format set in the mapping.',
    hint: 'Correct the date, or set its format in the mapping: `date: dd.MM.yyyy`.',
  },
  'email.disposable': {
    severity: 'warning',
    meaning: 'The e-mail address belongs to a provider of disposable mailboxes, which most tenants reject.',
    hint: 'Leave these users out with a `skip` rule, or allow the addresses in the tenant and write `rules: { email.disposable: off }`.',
  },
  'email.invalid': {
    severity: 'error',
    meaning: 'The e-mail address is not valid.',
    hint: "Correct the address in the source (one in a cell), or leave such values out: `email: { from: …, when: { from: …, matches: '^[^@\\s]+@[^@\\s]+$' } }`.",
  },
  'email.nonascii': {
    severity: 'warning',
    meaning: 'The part before the @ contains non-ASCII letters, which is allowed but may be a typing error.',
    hint: 'Check the address; the tenant may reject it. `rules: { email.nonascii: off }` stops counting.',
  },
  'email.unverified': {
    severity: 'warning',
    meaning: 'The source has not verified the e-mail address.',
    hint: 'Decide how to import these users: `unverified-email: PENDING`, VERIFIED or skip.',
  },
  'export.incomplete': {
    severity: 'error',
    fixed: true,
    meaning: 'A file says that more users exist than the export holds: it is one page of a list, or a part of one.',
    hint: 'Fetch the other pages too, or set `allow-partial-export: true` if only these users are meant.',
  },
  'expr.failed': {
    severity: 'error',
    meaning: 'The expression of a field threw an error for this record.',
    hint: 'Look up the error code in the JSONata documentation and correct the expression, or read the value without one: `from: …`.',
  },
  'expr.limit': {
    severity: 'error',
    fixed: true,
    meaning: 'The expression of a field takes more than a second, too much memory or more than 1,048,576 characters.',
    hint: 'Make the expression cheaper, or read the value without one: `from: …`. After 20 such records the plan stops.',
  },
  'field.unknown': {
    severity: 'error',
    fixed: true,
    meaning: 'A JSON record has keys that are not cidaas fields, and there is no mapping for them.',
    hint: 'Remove the keys from the export, or use a mapping, which ignores keys that it does not name: `fields: { email: email }`.',
  },
  'group.admin': {
    severity: 'error',
    fixed: true,
    meaning: 'The user would become a member of a group that administers the tenant.',
    hint: 'Leave the group out, or write `allow-admin-groups: true` if this is intended.',
  },
  'group.incomplete': {
    severity: 'error',
    fixed: true,
    meaning: 'A group has no groupId or no sub, or another part of it has the wrong type.',
    hint: 'Set groupId, and map a sub for the user, which group memberships require: `fields: { sub: … }`.',
  },
  'group.sub': {
    severity: 'error',
    fixed: true,
    meaning: 'A group contains the sub of another user.',
    hint: 'Leave the sub of the group out, because the sub of the user is filled in: `groups: [{ groupId: … }]`.',
  },
  ...HASH_PROBLEM_CODES,
  'identifier.invisible': {
    severity: 'error',
    fixed: true,
    meaning: 'An identifier contains an invisible character or an unusual space, which nobody would type at a login.',
    hint: "Correct the source, or remove the character with `replace` in the rule of the field: `replace: { '[\\u200B\\u00AD]': '' }`.",
  },
  'identifier.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The user has no e-mail address, user name or mobile number and could not log in.',
    hint: 'Map at least one of email, username and mobile_number, or leave such rows out: `skip: [{ reason: no identifier, when: { from: …, empty: true } }]`.',
  },
  'identifier.secret': {
    severity: 'error',
    fixed: true,
    meaning: 'The value looks like a password hash, but the field is not a password field.',
    hint: 'Check which column the mapping reads; if its values are ids, write `sub: { from: …, opaque: true }`, or turn them into UUIDs with `uuid5`.',
  },
  'identities.mixed': {
    severity: 'error',
    fixed: true,
    meaning: 'The account has personal fields although the user has identities.',
    hint: 'Move the field to the identity that it belongs to: `identities: [{ provider: …, given_name: … }]`.',
  },
  'identity.conflict': {
    severity: 'error',
    fixed: true,
    meaning: 'Another row has the same identifier but seems to be a different person.',
    hint: 'Correct the identifier or the sub in the source, or leave one of the rows out: `skip: [{ reason: second account, when: { from: …, is: … } }]`; two people are never merged.',
  },
  'instant.implausible': {
    severity: 'warning',
    meaning: 'The time is before 1990 or in the future: often a placeholder, or seconds read as milliseconds.',
    hint: 'Check the format, such as `instant: epoch-milliseconds`; leave placeholders out.',
  },
  'instant.invalid': {
    severity: 'error',
    meaning: 'The value is not a date and time in the format set in the mapping, or its offset from UTC is unknown.',
    hint: 'Set its format, `instant: dd.MM.yyyy HH:mm`, and `zone: Europe/Berlin` if the source uses local time.',
  },
  'join.unmatched': {
    severity: 'warning',
    meaning: 'A record of a joined file does not match any record of the export.',
    hint: 'Compare `key` and `equals` of the join; export both files on the same day. `rules: { join.unmatched: off }` stops counting.',
  },
  'json.invalid': {
    severity: 'error',
    meaning: 'The text is not valid JSON.',
    hint: 'Correct the cell, or map it as text: `type: string`.',
  },
  'locale.invalid': {
    severity: 'error',
    meaning: 'The locale is not a language tag such as de, de-DE or de_DE.',
    hint: 'Map the names of languages: `table: { Deutsch: de-DE, Englisch: en-GB }`.',
  },
  'mfa.not_imported': {
    severity: 'warning',
    meaning: 'The user has a second factor in the source, which cannot be imported.',
    hint: 'Tell these users to set up their second factor again; `rules: { mfa.not_imported: off }` stops counting.',
  },
  'number.imprecise': {
    severity: 'error',
    meaning:
      'A number in the export is too large, or has a fraction or an exponent and too many digits, to be read exactly.',
    hint: 'Export the number as text, in quotes, or remove the field from the mapping: `fields: { customFields.…: null }` if a preset has it.',
  },
  'number.invalid': {
    severity: 'error',
    meaning: 'The value of a numeric field is not a number.',
    hint: 'Write the number with digits and a decimal point, such as -12.5, or map it as text: `type: string`.',
  },
  'path.unseen': {
    severity: 'warning',
    meaning: 'No record has a value at a path used in the mapping.',
    hint: 'Correct the path, remove it, or say that it may be missing: `source: { columns: optional }`.',
  },
  'pattern.limit': {
    severity: 'error',
    fixed: true,
    meaning: 'A pattern (`matches`, `replace`) takes too long for this record, or its text is too long for it.',
    hint: "Write the pattern with fewer repetitions, or leave such values out: `when: { from: …, matches: '^.{0,1000}$' }`. After 20 such records the plan stops.",
  },
  ...PHONE_PROBLEM_CODES,
  'spreadsheet.decimals': {
    severity: 'warning',
    meaning: 'A spreadsheet or data tool seems to have appended .0 to a number, such as 10234.0.',
    hint: "Export the column as text, or remove the ending in the mapping: `replace: { '\\.0$': '' }`; `rules: { spreadsheet.decimals: error }` leaves such rows out.",
  },
  'spreadsheet.exponent': {
    severity: 'warning',
    meaning: 'A spreadsheet seems to have turned a long number into an approximation such as 1,23E+11.',
    hint: 'Export again and do not open the file in a spreadsheet, since the lost digits cannot be restored; `rules: { spreadsheet.exponent: error }` leaves such rows out.',
  },
  'spreadsheet.zeros': {
    severity: 'warning',
    meaning: 'A German postal code has four digits: a spreadsheet may have dropped the leading zero.',
    hint: 'Export again and do not open the file in a spreadsheet; `rules: { spreadsheet.zeros: error }` leaves such rows out.',
  },
  'status.unread': {
    severity: 'error',
    fixed: true,
    meaning:
      'The export has a column that looks like the state of an account and that no rule reads, or it does not say who is blocked. The whole plan is refused.',
    hint: 'Read the column in the rule for userStatus, list it under `ignore`, or decide for all users: `fields: { userStatus: { value: VERIFIED } }`.',
  },
  'sub.missing': {
    severity: 'warning',
    meaning: 'The user has no sub: the tenant finds the user by identifiers and assigns a sub to a new user.',
    hint: 'Map an id of the source, `fields: { sub: … }`, preferably as a UUID with `uuid5`.',
  },
  'sub.reserved': {
    severity: 'error',
    fixed: true,
    meaning: 'The sub is ANONYMOUS, which cidaas returns when there is no user.',
    hint: "Map a sub that belongs to the user, or none: `sub: { from: …, replace: { ^anonymous$: '' } }`.",
  },
  'text.broken': {
    severity: 'error',
    fixed: true,
    meaning: 'The text contains half a character (a lone surrogate such as \\ud800), which cannot be stored.',
    hint: "Export again, because a program truncated the text inside a character, or remove that part: `replace: { '\\p{Cs}': '' }`.",
  },
  'text.invisible': {
    severity: 'warning',
    meaning: 'Invisible characters or unusual spaces in a text were removed or replaced by ordinary spaces.',
    hint: 'Nothing to do if the visible text is correct: `rules: { text.invisible: off }` stops counting.',
  },
  'text.mojibake': {
    severity: 'warning',
    meaning: 'The text was read in the wrong encoding at some point, for example Ã¤ in place of ä.',
    hint: 'Export again in the correct encoding; the damaged text is imported as it is, unless `rules: { text.mojibake: error }` leaves such rows out.',
  },
  'type.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The value has the wrong type for its field, such as a list or an object in place of text.',
    hint: 'Select one element in the mapping: `from: path[0]` or `from: path.key`.',
  },
  'url.invalid': {
    severity: 'warning',
    meaning: 'The address of a page or picture is not an http or https URL; the tenant may reject it.',
    hint: 'Complete the URL, in the source or with `replace: { ^www.: https://www. }`, or leave the field out.',
  },
  'userStatus.invalid': {
    severity: 'error',
    fixed: true,
    meaning: 'The userStatus is not one that cidaas knows.',
    hint: 'Map the value: `userStatus: { from: …, table: { aktiv: VERIFIED, gesperrt: DECLINED } }`.',
  },
  'userStatus.refused': {
    severity: 'error',
    fixed: true,
    meaning: 'Only cidaas itself sets this userStatus (DELETED, LOCKED, COMBINED).',
    hint: 'Map users who must not log in to DECLINED, and leave deleted users out: `skip: [{ reason: deleted, when: { from: …, is: DELETED } }]`.',
  },
  ...VALUE_CODES,
  'zoneinfo.invalid': {
    severity: 'warning',
    meaning: 'The time zone is not an IANA name such as Europe/Berlin; the tenant may ignore it.',
    hint: 'Map the time zones of the source: `table: { MEZ: Europe/Berlin }`.',
  },
} as const satisfies { readonly [code: string]: CodeEntry } & { readonly [code in MappingCode]: CodeEntry };

export type PlanCode = keyof typeof PROBLEM_CODES;
