import { NO, YES } from '../../mapping/unread/state-words.ts';
import type { ColumnProfile } from './column-profile.ts';
import { dateFormats } from './date-shape.ts';
import { STATUS_WORDS } from './known-words.ts';
import type { ChosenColumns, LoginRole, MappingPart, OpenDecision, Proposal } from './proposal-part.ts';

/** The userStatus of each word; null leaves the decision to the next rule. */
type WordTable = { readonly [word: string]: string | null | undefined };

/** One of several rules, with its note. */
interface StatusRule {
  readonly value: { readonly [key: string]: unknown; readonly table?: WordTable };
  readonly note: string | null;
}

/**
 * The rule for `userStatus`. cidaas treats a user without it as VERIFIED, so unknown values must not grant access: they make
 * the row invalid or DECLINED.
 */
export function statusPart({ loginColumns, leaveOut }: ChosenColumns): {
  readonly part: MappingPart | null;
  readonly warnings: readonly OpenDecision[];
} {
  const of = (wanted: LoginRole): ColumnProfile[] =>
    loginColumns.filter(({ role }) => role === wanted).map(({ column }) => column);
  const statuses = of('status').map((column) => ({ column, rule: statusRule(column) }));
  const words = statuses.map(({ rule }) => rule).filter((rule) => rule !== null);
  // All columns are checked in turn; only the last one can set VERIFIED.
  const last = words.at(-1);
  const rules: StatusRule[] = [
    ...of('blocked').map(blockedRule),
    ...of('active').map(activeRule),
    ...words.map((rule) => (rule === last ? rule : { ...rule, value: withoutVerified(rule.value) })),
  ];
  const unknown = statuses.filter(({ rule }) => rule === null).map(({ column }) => column);
  for (const column of unknown) leaveOut(column, 'seems to decide who may log in, but its values are unknown');
  const warnings: OpenDecision[] = unknown.map((column) => ({
    column,
    text: `${JSON.stringify(column.name)} seems to decide who may log in, but its values are unknown. Map it to userStatus with a table: the plan stops until then (status.unread), since without userStatus cidaas treats all users as VERIFIED. If it is no state of an account, list it: ignore: [${JSON.stringify(column.ref)}].`,
  }));
  if (loginColumns.length === 0) warnings.push({ column: null, text: NOBODY_BLOCKED });
  if (rules.length === 0) return { part: null, warnings };
  if (last === undefined) rules.push({ value: { value: 'VERIFIED' }, note: null });
  const values = rules.map(({ value }) => value);
  const notes = rules.map(({ note }) => note).filter((note) => note !== null);
  return { part: { key: 'userStatus', value: values.length === 1 ? values[0] : values, notes }, warnings };
}

const NOBODY_BLOCKED =
  'No column marks blocked users, so cidaas treats all users as VERIFIED. Leave blocked accounts out of the export.';

/** The rule that gives each word of a column its status. */
export function statusRuleOf({ ref }: ColumnProfile, table: WordTable): StatusRule['value'] {
  return { from: ref, case: 'lower', table, empty: 'refuse' };
}

/** The proposal with one more rule for the status, before those that it has: what this one verifies, they decide. */
export function withStatusRule(proposal: Proposal, rule: StatusRule['value']): Proposal {
  const known = proposal.fields.find(({ key }) => key === 'userStatus');
  if (known === undefined)
    return { ...proposal, fields: [...proposal.fields, { key: 'userStatus', value: rule, notes: [] }] };
  const rules = Array.isArray(known.value) ? known.value : [known.value];
  const part = { ...known, value: [withoutVerified(rule), ...rules] };
  return { ...proposal, fields: proposal.fields.map((field) => (field === known ? part : field)) };
}

/** The same rule, but with VERIFIED left to the next rule. */
function withoutVerified(rule: StatusRule['value']): StatusRule['value'] {
  const table = Object.entries(rule.table ?? {}).map(([word, meaning]) => [
    word,
    meaning === 'VERIFIED' ? null : meaning,
  ]);
  return { ...rule, table: Object.fromEntries(table) };
}

/** Whether the values of a column are known states of accounts. */
export function hasStatusWords(column: ColumnProfile): boolean {
  return statusRule(column) !== null;
}

function blockedRule(column: ColumnProfile): StatusRule {
  const { ref, words } = column;
  if (dateFormats(column.dates, column.filled).kind !== 'none') {
    const when = IS_END.test(column.name) ? { from: ref, future: true } : { from: ref, matches: ANY_DATE };
    return { value: { value: 'DECLINED', when }, note: null };
  }
  const no = NO.filter((word) => words?.has(word) ?? false);
  const table = Object.fromEntries((no.length === 0 ? ['0', 'false'] : no).map((word) => [word, null]));
  return { value: { from: ref, case: 'lower', table, else: 'DECLINED' }, note: null };
}

/** The end of a lock: `locked_until`, `gesperrt bis`, `LockoutEnd`. */
const IS_END = /(?:until|bis|end|ende)$/i;
/** A date of zeros or a clear no means no date; any other text that is not a date blocks. */
const ANY_DATE = '^(?!(?i:no|nein|n|false|f|[-0./: ]+)$).+$';

/** For active users, the next rule decides. */
function activeRule({ ref, words }: ColumnProfile): StatusRule {
  const yes = YES.filter((word) => words?.has(word) ?? false);
  const table = Object.fromEntries((yes.length === 0 ? ['1', 'true'] : yes).map((word) => [word, null]));
  return { value: { from: ref, case: 'lower', table, else: 'DECLINED', default: 'DECLINED' }, note: null };
}

function statusRule(column: ColumnProfile): StatusRule | null {
  const { words } = column;
  const known = [...(words?.keys() ?? [])].filter((word) => Object.hasOwn(STATUS_WORDS, word));
  if (known.length === 0) return null;
  const table = Object.fromEntries(known.map((word) => [word, STATUS_WORDS[word]]));
  const unknown = (words?.size ?? 0) - known.length;
  const note =
    unknown === 0
      ? null
      : `${unknown} other ${unknown === 1 ? 'word makes its rows' : 'words make their rows'} invalid until you add ${unknown === 1 ? 'it' : 'them'} to the table, or leave the records out with a skip rule.`;
  return { value: statusRuleOf(column, table), note };
}
