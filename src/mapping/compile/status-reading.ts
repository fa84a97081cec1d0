import type { RecordBody } from '../../source/record.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import { alternatives, type SourceRef } from '../field-rule.ts';
import { ruleRefs } from '../file/mapping-refs.ts';
import type { Mapping, StatusSource } from '../mapping.ts';
import { isSpellingOf } from '../unread/account-state-name.ts';
import type { UnreadColumn } from '../unread/unread-column.ts';
import { ABSENT, type Read, type SourceReader } from './source-reader.ts';

/** What was read of an export, as far as it matters for who may log in. */
export interface StatusReading {
  readonly unread: readonly UnreadColumn[];
  /** The mapping gives every user the same status, whatever the export contains. */
  readonly isConstant: boolean;
  /** The columns and paths that the rule for the status reads and the export has. */
  readonly read: readonly string[];
  /** Sources of the status of which the export has nothing. */
  readonly missing: readonly StatusSource[];
}

/** Collects a `StatusReading` while records are mapped. */
export interface StatusWatch {
  add(body: RecordBody): void;
  result(): StatusReading;
}

/** The line of a mapping that decides about the status of all users. */
const EVERYBODY = '`fields: { userStatus: { value: VERIFIED } }`';

/** What to do about an export without the status; a sentence without its full stop. */
export function statusWayOut({ statusSources: [first] }: Mapping): string {
  return `${first?.how ?? 'Fill it in the source'}, or decide it for all users: ${EVERYBODY}`;
}

/** The sentence about a source of which the export has nothing. */
export function missingStatus({ at, any, how }: StatusSource): string {
  const names = any.map(({ text }) => `"${text}"`).join(' or ');
  return `${at}: status.unread: the export does not say who is blocked: it has no ${names}. ${how}, or decide it for all users: ${EVERYBODY}.`;
}

/** The sources that a CSV file with these columns does not have; none for JSON, where only the records can tell. */
export function missingColumns({ statusSources }: Mapping, reader: SourceReader): StatusSource[] {
  return statusSources.filter(
    ({ any, where }) => isIn(where, reader) && !any.some((ref) => reader.peek(ref) !== ABSENT),
  );
}

function isIn(where: readonly SourceRef[], reader: SourceReader): boolean {
  return where.length === 0 || where.some((ref) => reader.peek(ref) !== ABSENT);
}

/** Watches the records of one mapper. Call it when all rules are compiled: what none of them reads is unread. */
export function watchStatus(
  mapping: Mapping,
  reader: SourceReader,
  { isCsv, named }: { readonly isCsv: boolean; readonly named: readonly (readonly string[])[] },
): StatusWatch {
  const rule = mapping.fields.find(({ field }) => field === 'userStatus');
  const rules = rule === undefined ? [] : alternatives(rule);
  const watch = reader.unread(named);
  const seen = new SeenRefs(reader, isCsv);
  const refs = rule === undefined ? [] : ruleRefs(rule);
  const sources = mapping.statusSources.filter(({ only }) => isCsv || only === null);
  seen.watch([...refs, ...sources.flatMap(({ any, where }) => [...any, ...where])]);
  let isEmpty = true;
  return {
    add: (body) => {
      isEmpty = false;
      watch.add(body);
      seen.add(body);
    },
    result: () => {
      const read = [...new Set(refs.map(({ text }) => text).filter((text) => seen.has(text)))];
      const unfound = refs.map(({ text }) => text).filter((text) => !seen.has(text));
      const readsState = read.length > 0 || rules.some(({ source }) => source.kind === 'expr');
      const [first] = rules;
      return {
        unread: watch
          .list()
          .map((column) =>
            isOneOf(unfound, column) ? { ...column, sign: { kind: 'status', by: 'name' } as const } : column,
          )
          .map((column) => (isDecided(column, mapping.ignore, readsState) ? { ...column, sign: null } : column)),
        isConstant: first?.source.kind === 'value' && first.when === null,
        read,
        // Without a record there is nobody whose state could be missing.
        missing: sources.filter(
          ({ any, where }) =>
            !isEmpty &&
            !any.some(({ text }) => seen.has(text)) &&
            (where.length === 0 || where.some(({ text }) => seen.has(text))),
        ),
      };
    },
  };
}

/** Whether a column has the name of one that the rule for the status looks for and does not find, in another spelling. */
function isOneOf(unfound: readonly string[], { name, sign }: UnreadColumn): boolean {
  return (
    (sign === null || sign.kind === 'flag') && unfound.some((text) => isSpellingOf(lastKey(text), lastKey(name), name))
  );
}

function lastKey(path: string): string {
  return path.split('.').at(-1) ?? path;
}

/** Whether nothing has to be decided about a column: it is empty, ignored, or a flag next to a status that is read. */
function isDecided({ name, filled, sign }: UnreadColumn, ignore: readonly string[], readsState: boolean): boolean {
  if (filled === 0 || (sign?.kind === 'flag' && readsState)) return true;
  const plain = normalizeName(name);
  return ignore.some(
    (each) => normalizeName(each) === plain || name.startsWith(`${each}.`) || name.startsWith(`${each}[`),
  );
}

/** Which references have a value in at least one record; in CSV files, which have a column. */
class SeenRefs {
  readonly #reader: SourceReader;
  readonly #isCsv: boolean;
  readonly #seen = new Set<string>();
  #open: { readonly text: string; readonly read: Read }[] = [];

  constructor(reader: SourceReader, isCsv: boolean) {
    this.#reader = reader;
    this.#isCsv = isCsv;
  }

  watch(refs: readonly SourceRef[]): void {
    for (const ref of refs) {
      const read = this.#reader.peek(ref);
      if (read === ABSENT) continue;
      if (this.#isCsv) this.#seen.add(ref.text);
      else this.#open.push({ text: ref.text, read });
    }
  }

  add(body: RecordBody): void {
    if (this.#open.length === 0) return;
    const found = this.#open.filter(({ read }) => read(body) !== undefined);
    if (found.length === 0) return;
    for (const { text } of found) this.#seen.add(text);
    this.#open = this.#open.filter(({ text }) => !this.#seen.has(text));
  }

  has(text: string): boolean {
    return this.#seen.has(text);
  }
}
