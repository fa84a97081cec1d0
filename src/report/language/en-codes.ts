import { PROBLEM_CODES } from '../../plan/problem-codes.ts';
import type { CodeText } from './code-texts.ts';

/** Codes that rows have besides those of mapping and validation. */
const ROW_CODES = {
  'record.columns': {
    meaning: 'The number of cells of the record differs from the header.',
    hint: 'Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows.',
  },
  'record.json': {
    meaning: 'The record is not a valid JSON object.',
    hint: 'Every line must contain exactly one complete JSON object; check whether the end of the line is missing. `fail-above: 1%` lets a run succeed without such rows.',
  },
  'record.ldif': {
    meaning: 'The entry of the LDIF file is incomplete or cannot be read.',
    hint: 'Export complete entries with all values in the file (ldapsearch -LLL, slapcat). `fail-above: 1%` lets a run succeed without such rows.',
  },
  duplicate: {
    meaning: 'The same user is in another row, which is imported.',
    hint: 'If both rows are the same person, there is nothing to do; otherwise correct the sub or the identifier of one of them. `duplicates: last` lets the last row count.',
  },
  pilot: {
    meaning: 'Left out of the pilot.',
    hint: 'Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`).',
  },
  unsent: {
    meaning: 'The run ended before this row was sent.',
    hint: 'Run the same export again: it continues with what is not settled.',
  },
  unanswered: {
    meaning: 'Sent, but the run ended before a usable answer arrived.',
    hint: 'Run the same export again: it continues with what is not settled.',
  },
  'tenant.507': {
    meaning: 'The tenant refused the user, because a value is not valid.',
    hint: 'Check that the e-mail domain exists and is not a disposable one, then run again.',
  },
  'tenant.failed': {
    meaning: 'The tenant refused the user.',
    hint: 'Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.',
  },
  'tenant.forbidden': {
    meaning: 'A firewall or a proxy in front of the tenant refused the user.',
    hint: 'A firewall or a proxy in front of the tenant rejects a value of this user. Have it allow the request, with the reference number, or correct the value; then run again.',
  },
  'tenant.answer_uncertain': {
    meaning: 'The answer of the tenant does not show whether this user was created or updated.',
    hint: 'Run the same export again: create-or-update makes that safe.',
  },
  'tenant.answer_unusable': {
    meaning: 'The answer of the tenant could not be used.',
    hint: 'Run the same export again: create-or-update makes that safe.',
  },
  'tenant.unreachable': {
    meaning: 'The tenant gave no usable answer.',
    hint: 'Run the same export again when the tenant is available; if the same users fail again, look for what they have in common.',
  },
} as const satisfies { readonly [code: string]: CodeText };

/** Meaning and hint of every code in English, as rows have them. */
export const EN_CODES = { ...PROBLEM_CODES, ...ROW_CODES } as const;
