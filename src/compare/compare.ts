import type { ComparedRow, RowPlace } from '../plan/compared-row.ts';
import type { Outcome } from '../plan/row.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { diffUsers, type FieldDifference } from './user-diff.ts';
import { describeChange } from './value-change.ts';

/** The differences between two plans of the same export. Memory does not grow with the export. */
export interface PlanDifference {
  /** The sum of the three is all rows of the second plan, plus rows that only the first one has. */
  readonly rows: { readonly same: number; readonly changed: number; readonly moved: number };
  /** Differences in users that both plans would send; fields with most users first. */
  readonly fields: readonly FieldChange[];
  /** Rows with a different result, most rows first. */
  readonly moves: readonly RowMove[];
}

/** The number of users for which a field is newly sent, no longer sent, or sent with a different value. */
export interface FieldChange {
  readonly field: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** How values changed, if there is a simple description: `{ "only accents": 12 }`. */
  readonly ways: { readonly [how: string]: number };
  /** The most common changes, in a form that may be shown. */
  readonly examples: readonly ValueChange[];
}

/** A change that `rows` users have in common; null if the field is not sent. */
export interface ValueChange {
  readonly before: string | null;
  readonly after: string | null;
  /** A description that does not reveal the values; null if there is no simple one. */
  readonly how: string | null;
  readonly rows: number;
  readonly first: RowPlace;
}

/** Rows whose result changed in the same way. */
export interface RowMove {
  readonly kind: MoveKind;
  /** Null for rows that only the second plan read; `to` is null for rows that only the first one read. */
  readonly from: RowResult | null;
  readonly to: RowResult | null;
  readonly rows: number;
  readonly first: readonly RowPlace[];
}

export type MoveKind =
  | 'newly invalid'
  | 'newly valid'
  | 'newly skipped'
  | 'no longer skipped'
  | 'newly duplicate'
  | 'no longer duplicate'
  /** The same outcome for another reason. */
  | 'another reason'
  | 'newly read'
  | 'no longer read';

export interface RowResult {
  readonly outcome: Outcome;
  /** The code of an invalid row, or the reason of the rule that skipped it. */
  readonly why: string | null;
  readonly field: string | null;
  /** The problem in one sentence. */
  readonly message: string | null;
}

/** Formats a value; the result must not reveal more of a person than a report may. */
export type ShowValue = (field: string, value: unknown) => string;

/** Limits of fields, kinds of changes and moves; anything beyond is counted as `other`. */
const MAX_FIELDS = 200;
const MAX_CHANGES = 50;
const MAX_WAYS = 20;
const MAX_MOVES = 200;
const MAX_EXAMPLES = 5;
const MAX_PLACES = 5;
/** Stands for fields and reasons that are too many to be counted apart. */
export const OTHER_REASONS = 'other';

interface FieldTally {
  added: number;
  removed: number;
  changed: number;
  readonly ways: Map<string, number>;
  readonly changes: Map<string, { -readonly [key in keyof ValueChange]: ValueChange[key] }>;
}

/** Compares two plans row by row. Without `show` there are no examples. */
export class PlanComparison {
  readonly #show: ShowValue | null;
  readonly #rows = { same: 0, changed: 0, moved: 0 };
  readonly #fields = new Map<string, FieldTally>();
  readonly #moves = new Map<
    string,
    { from: RowResult | null; to: RowResult | null; rows: number; first: RowPlace[] }
  >();

  constructor(show: ShowValue | null) {
    this.#show = show;
  }

  /** Adds the same record of both plans; null if a plan did not read it. */
  add(before: ComparedRow | null, after: ComparedRow | null): void {
    const row = after ?? before;
    if (row === null) return;
    const place = { row: row.row, file: row.file, line: row.line };
    if (keyOf(resultOf(before)) !== keyOf(resultOf(after))) this.#move(before, after, place);
    else this.#compareUsers(bodyOf(before), bodyOf(after), place);
  }

  result(): PlanDifference {
    const fields = [...this.#fields].map(([field, { ways, changes, ...users }]): FieldChange => {
      const examples = [...changes.values()].sort((a, b) => b.rows - a.rows).slice(0, MAX_EXAMPLES);
      const commonest = [...ways].sort(([, a], [, b]) => b - a);
      return { field, ...users, ways: Object.fromEntries(commonest), examples };
    });
    return {
      rows: { ...this.#rows },
      fields: fields.sort((a, b) => affectedUserCount(b) - affectedUserCount(a) || (a.field < b.field ? -1 : 1)),
      moves: [...this.#moves.values()]
        .map((move): RowMove => ({ kind: kindOf(move.from, move.to), ...move }))
        .sort((a, b) => b.rows - a.rows),
    };
  }

  #move(before: ComparedRow | null, after: ComparedRow | null, place: RowPlace): void {
    this.#rows.moved++;
    let [from, to] = [resultOf(before), resultOf(after)];
    let key = JSON.stringify([keyOf(from), keyOf(to)]);
    if (!this.#moves.has(key) && this.#moves.size >= MAX_MOVES) {
      [from, to] = [anyReason(from), anyReason(to)];
      key = JSON.stringify([keyOf(from), keyOf(to)]);
    }
    const move = this.#moves.get(key) ?? { from, to, rows: 0, first: [] };
    this.#moves.set(key, move);
    move.rows++;
    if (move.first.length < MAX_PLACES) move.first.push(place);
  }

  #compareUsers(before: string | null, after: string | null, place: RowPlace): void {
    // Most users are identical; others may differ only in the order of their fields.
    const found =
      before === after || before === null || after === null
        ? []
        : diffUsers(JSON.parse(before) as CidaasUser, JSON.parse(after) as CidaasUser);
    if (found.length === 0) this.#rows.same++;
    else this.#rows.changed++;
    for (const difference of found) {
      const tally = this.#tallyOf(difference.field);
      const how = countChange(tally, difference);
      if (this.#show !== null) keepExample(tally, difference, how, this.#show, place);
    }
  }

  #tallyOf(field: string): FieldTally {
    // Without a mapping, field names come from the export and must not fill the memory.
    const name = this.#fields.has(field) || this.#fields.size < MAX_FIELDS ? field : OTHER_REASONS;
    const known = this.#fields.get(name);
    if (known !== undefined) return known;
    const made: FieldTally = { added: 0, removed: 0, changed: 0, ways: new Map(), changes: new Map() };
    this.#fields.set(name, made);
    return made;
  }
}

/** @returns a description of the change, if there is a simple one. */
function countChange(tally: FieldTally, { before, after }: FieldDifference): string | null {
  if (before === undefined) tally.added++;
  else if (after === undefined) tally.removed++;
  else tally.changed++;
  if (before === undefined || after === undefined) return null;
  const how = describeChange(before, after);
  if (how !== null && (tally.ways.has(how) || tally.ways.size < MAX_WAYS))
    tally.ways.set(how, (tally.ways.get(how) ?? 0) + 1);
  return how;
}

function keepExample(
  tally: FieldTally,
  { field, before, after }: FieldDifference,
  how: string | null,
  show: ShowValue,
  place: RowPlace,
): void {
  const shown = (value: unknown): string | null => (value === undefined ? null : show(field, value));
  const change = { before: shown(before), after: shown(after), how };
  const key = JSON.stringify(change);
  const known = tally.changes.get(key);
  if (known !== undefined) known.rows++;
  else if (tally.changes.size < MAX_CHANGES) tally.changes.set(key, { ...change, rows: 1, first: place });
}

/** The user that would be sent: duplicates have a user too, but are not sent. */
function bodyOf(row: ComparedRow | null): string | null {
  return resultOf(row)?.outcome === 'planned' ? (row?.body ?? null) : null;
}

/** The number of users with a difference in the field. */
export function affectedUserCount({ added, removed, changed }: FieldChange): number {
  return added + removed + changed;
}

/** Rows with the same key have the same result. */
function keyOf(end: RowResult | null): string {
  return end === null ? '' : JSON.stringify([end.outcome, end.why, end.field]);
}

function kindOf(from: RowResult | null, to: RowResult | null): MoveKind {
  if (from === null) return 'newly read';
  if (to === null) return 'no longer read';
  if (from.outcome === to.outcome) return 'another reason';
  switch (to.outcome) {
    case 'skipped':
      return 'newly skipped';
    case 'duplicate':
      return 'newly duplicate';
    case 'invalid':
      return 'newly invalid';
    case 'planned':
    case 'unchanged':
    case 'created':
    case 'updated':
    case 'failed':
    case 'unknown':
    case 'unsent':
      if (from.outcome === 'skipped') return 'no longer skipped';
      return from.outcome === 'duplicate' ? 'no longer duplicate' : 'newly valid';
  }
}

function anyReason(end: RowResult | null): RowResult | null {
  return end === null
    ? null
    : { outcome: end.outcome, why: end.why === null ? null : OTHER_REASONS, field: null, message: null };
}

/** `unchanged` counts as `planned`: a full sync would send the user. */
function resultOf(row: ComparedRow | null): RowResult | null {
  if (row === null) return null;
  const { outcome, code, field, message } = row;
  switch (outcome) {
    case 'planned':
    case 'unchanged':
      return { outcome: 'planned', why: null, field: null, message: null };
    case 'skipped':
      return { outcome, why: message, field: null, message: null };
    case 'duplicate':
      return { outcome, why: null, field: null, message: null };
    case 'invalid':
    case 'created':
    case 'updated':
    case 'failed':
    case 'unknown':
    case 'unsent':
      return { outcome, why: code, field, message };
  }
}
