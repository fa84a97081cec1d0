import { type AnswerEntry, answerEntriesOf, type EntryState, failureOf } from './answer-entry.ts';
import type { OutgoingUser, RowAnswer } from './bulk-answer.ts';
import { tryParseJson } from './json-object.ts';
import { identifiersOfBare, type Names, namesOfUser, subsOf } from './names.ts';
import { TenantText } from './tenant-text.ts';

/**
 * Matches a bulk answer to the rows of its request: exactly one `RowAnswer` per row, in the request's order, or null when the
 * body is not an answer. Pure; the bodies of `users` are parsed here for their names.
 *
 * An entry belongs to the row whose sub it has, else to the row whose identifier it has. When an entry could mean two rows, or
 * two entries of a row differ, the row is `uncertain`: a smaller request costs less than reporting a wrong state. Rows without
 * an entry are paired with the entries without a name, if there are as many and all have the same state.
 */
export function matchAnswers(users: readonly OutgoingUser[], body: unknown): RowAnswer[] | null {
  const entries = answerEntriesOf(body);
  if (entries === null) return null;
  const rows = users.map((user) => new Row(user));
  const unmatched = assign(entries, indexOf(rows));
  const owners = ownersOfSubs(rows);
  const paired = pairUnmatched(rows, unmatched);
  return rows.map((row) => answerFor(row, owners, paired.get(row)));
}

/** A row of the request with the entries that belong to it. */
class Row {
  readonly row: number;
  readonly subs: Names['subs'];
  readonly bySub: AnswerEntry[] = [];
  readonly byName: AnswerEntry[] = [];
  /** Entries that could also mean another row. */
  readonly ambiguous: AnswerEntry[] = [];
  readonly #body: string;

  constructor({ row, body, sub }: OutgoingUser) {
    this.row = row;
    this.#body = body;
    this.subs = typeof sub === 'string' ? subsOf(sub) : this.#names().subs;
  }

  identifiers(): Names['identifiers'] {
    return this.#names().identifiers;
  }

  #names(): Names {
    return namesOfUser(tryParseJson(this.#body));
  }
}

interface RowIndex {
  readonly bySub: ReadonlyMap<string, readonly Row[]>;
  /** Built for the first entry without a known sub: when the tenant answers with subs, the users need not be parsed. */
  readonly byIdentifier: () => ReadonlyMap<string, readonly Row[]>;
}

function indexOf(rows: readonly Row[]): RowIndex {
  let byIdentifier: Map<string, Row[]> | null = null;
  return {
    bySub: groupByNames(rows, ({ subs }) => subs),
    byIdentifier: () => {
      byIdentifier ??= groupByNames(rows, (row) => row.identifiers());
      return byIdentifier;
    },
  };
}

function groupByNames(rows: readonly Row[], namesOf: (row: Row) => Iterable<string>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of namesOf(row)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** Assigns each entry to the row that it names; returns the entries that name no row. */
function assign(entries: readonly AnswerEntry[], index: RowIndex): AnswerEntry[] {
  const unmatched: AnswerEntry[] = [];
  for (const entry of entries) {
    const { subs, identifiers, bareIdentifier: bare } = entry.names;
    const bySub = rowsNamed(index.bySub, bare === null ? subs : [...subs, bare]);
    const byName = (): Row[] =>
      [...rowsNamed(index.byIdentifier(), bare === null ? identifiers : [...identifiers, ...identifiersOfBare(bare)])]
        // An entry with another sub does not mean a row that has a sub, even when they share an e-mail address.
        .filter((row) => subs.size === 0 || row.subs.size === 0);
    const rows = bySub.size > 0 ? [...bySub] : byName();
    const [only, ...others] = rows;
    if (only === undefined) unmatched.push(entry);
    else if (others.length > 0) for (const row of rows) row.ambiguous.push(entry);
    else (bySub.size > 0 ? only.bySub : only.byName).push(entry);
  }
  return unmatched;
}

function rowsNamed(groups: ReadonlyMap<string, readonly Row[]>, names: Iterable<string>): Set<Row> {
  const rows = new Set<Row>();
  for (const name of names) for (const row of groups.get(name) ?? []) rows.add(row);
  return rows;
}

/** The state that all entries of a row agree on; null when they differ or one has none. */
function stateOf(row: Row): EntryState | null {
  // An entry with the row's sub is definite; an ambiguous entry then may be about the other row.
  const entries = [...row.bySub, ...row.byName, ...(row.bySub.length > 0 ? [] : row.ambiguous)];
  const direct = row.bySub[0] ?? row.byName[0];
  return direct !== undefined && entries.every(({ state }) => state === direct.state) ? direct.state : null;
}

/** How many rows would get each sub. */
function ownersOfSubs(rows: readonly Row[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const row of rows) {
    const sub = subFor(row);
    if (sub !== null) owners.set(sub, (owners.get(sub) ?? 0) + 1);
  }
  return owners;
}

/** The sub in the row's entries, if all have the same one and it is the row's own or the row has none. */
function subFor(row: Row): string | null {
  const answered = new Set<string>();
  for (const { names } of [...row.bySub, ...row.byName]) {
    const [sub] = names.subs;
    if (sub !== undefined) answered.add(sub);
  }
  const [sub, ...others] = answered;
  if (sub === undefined || others.length > 0) return null;
  return row.subs.size === 0 || row.subs.has(sub) ? sub : null;
}

/** Pairs rows without entries with unmatched entries by position, but only where no row can get a wrong state. */
function pairUnmatched(rows: readonly Row[], unmatched: readonly AnswerEntry[]): Map<Row, AnswerEntry> {
  const unnamed = rows.filter((row) => row.bySub.length + row.byName.length + row.ambiguous.length === 0);
  const [first] = unmatched;
  const isOneToOne = rows.length === 1 && unmatched.length === 1;
  const isSafe =
    first !== undefined &&
    unnamed.length === unmatched.length &&
    unmatched.every(({ state, names }) => state === first.state && !names.namesUser) &&
    rows.every((row) => unnamed.includes(row) || stateOf(row) !== null);
  const pairs = new Map<Row, AnswerEntry>();
  if (!isSafe && !(isOneToOne && unnamed.length === 1)) return pairs;
  unnamed.forEach((row, position) => {
    const entry = unmatched[position];
    if (entry !== undefined) pairs.set(row, entry);
  });
  return pairs;
}

function answerFor(row: Row, owners: ReadonlyMap<string, number>, paired: AnswerEntry | undefined): RowAnswer {
  const state = paired === undefined ? stateOf(row) : paired.state;
  const entry = paired ?? row.bySub[0] ?? row.byName[0];
  if (state === null || entry === undefined) return { row: row.row, state: 'uncertain' };
  if (state === 'failed') return { row: row.row, state, ...failureOf(entry) };
  const sub = paired === undefined ? subFor(row) : null;
  // A sub that was answered for two rows is wrong for at least one of them.
  if (sub === null || owners.get(sub) !== 1) return { row: row.row, state, sub: null };
  return { row: row.row, state, sub: row.subs.has(sub) ? sub : TenantText.theirs(sub) };
}
