import { type AnswerEntry, type EntryState, entriesOf, failureOf } from './answer-entry.ts';
import type { OutgoingUser, RowAnswer } from './bulk-answer.ts';
import { parseJson } from './json-object.ts';
import { identifiersOfBare, type Names, namesOfUser, subsOf } from './names.ts';

/**
 * Says what a bulk answer means for each row of its request: exactly one `RowAnswer` a row, in the request's order, or null
 * when the body is no answer. Pure; the bodies of `users` are parsed here for their names.
 *
 * An entry belongs to the row whose sub it names, else to the row whose identifier it names. Where an entry could mean two
 * rows, or two entries of a row differ, the row is `uncertain`: a wrong state would be reported as truth, a smaller request
 * costs little. Rows that nothing names are paired with the entries that name nobody, if there are as many and all tell the same.
 */
export function matchAnswers(users: readonly OutgoingUser[], body: unknown): RowAnswer[] | null {
  const entries = entriesOf(body);
  if (entries === null) return null;
  const rows = users.map((user) => new Row(user));
  const strays = assign(entries, indexOf(rows));
  const owners = ownersOfSubs(rows);
  const paired = pairLeftOvers(rows, strays);
  return rows.map((row) => answerFor(row, owners, paired.get(row)));
}

/** A row of the request with the entries that name it. */
class Row {
  readonly row: number;
  readonly subs: Names['subs'];
  readonly bySub: AnswerEntry[] = [];
  readonly byName: AnswerEntry[] = [];
  /** Entries that could as well mean another row. */
  readonly vague: AnswerEntry[] = [];
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
    return namesOfUser(parseJson(this.#body));
  }
}

interface RowIndex {
  readonly bySub: ReadonlyMap<string, readonly Row[]>;
  /** Made when the first entry comes that no sub finds: tenants that answer with the subs spare us reading the users again. */
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

/** Gives each entry to the row that it names; returns the entries that name none. */
function assign(entries: readonly AnswerEntry[], index: RowIndex): AnswerEntry[] {
  const strays: AnswerEntry[] = [];
  for (const entry of entries) {
    const { subs, identifiers, bare } = entry.names;
    const bySub = found(index.bySub, bare === null ? subs : [...subs, bare]);
    const byName = (): Row[] =>
      [...found(index.byIdentifier(), bare === null ? identifiers : [...identifiers, ...identifiersOfBare(bare)])]
        // A row with a sub of its own is not meant by an entry with another sub, even when they share an e-mail.
        .filter((row) => subs.size === 0 || row.subs.size === 0);
    const rows = bySub.size > 0 ? [...bySub] : byName();
    const [only, ...others] = rows;
    if (only === undefined) strays.push(entry);
    else if (others.length > 0) for (const row of rows) row.vague.push(entry);
    else (bySub.size > 0 ? only.bySub : only.byName).push(entry);
  }
  return strays;
}

function found(groups: ReadonlyMap<string, readonly Row[]>, names: Iterable<string>): Set<Row> {
  const rows = new Set<Row>();
  for (const name of names) for (const row of groups.get(name) ?? []) rows.add(row);
  return rows;
}

/** The state that all entries of a row agree on; null when they do not, or when one tells none. */
function stateOf(row: Row): EntryState | null {
  // An entry with the row's sub is definite; whatever else shares an identifier with it may be about the other row.
  const counting = [...row.bySub, ...row.byName, ...(row.bySub.length > 0 ? [] : row.vague)];
  const direct = row.bySub[0] ?? row.byName[0];
  return direct !== undefined && counting.every(({ state }) => state === direct.state) ? direct.state : null;
}

/** How many rows each sub would be given to. */
function ownersOfSubs(rows: readonly Row[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const row of rows) {
    const sub = subFor(row);
    if (sub !== null) owners.set(sub, (owners.get(sub) ?? 0) + 1);
  }
  return owners;
}

/** The sub that the row's entries answer with: all the same one, and the row's own if it has one. */
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

/** Pairs rows and entries that nothing ties together, by position; only where the pairing cannot give a row a wrong state. */
function pairLeftOvers(rows: readonly Row[], strays: readonly AnswerEntry[]): Map<Row, AnswerEntry> {
  const silent = rows.filter(({ bySub, byName, vague }) => bySub.length + byName.length + vague.length === 0);
  const [first] = strays;
  const isOneToOne = rows.length === 1 && strays.length === 1;
  const isSafe =
    first !== undefined &&
    silent.length === strays.length &&
    strays.every(({ state, names }) => state === first.state && !names.named) &&
    rows.every((row) => silent.includes(row) || stateOf(row) !== null);
  const pairs = new Map<Row, AnswerEntry>();
  if (!isSafe && !(isOneToOne && silent.length === 1)) return pairs;
  silent.forEach((row, position) => {
    const entry = strays[position];
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
  // One sub answered for two rows is somebody else's for at least one of them.
  return { row: row.row, state, sub: sub !== null && owners.get(sub) === 1 ? sub : null };
}
