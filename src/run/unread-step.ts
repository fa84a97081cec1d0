import type { CompiledMapper } from '../mapping/compile/compile.ts';
import { missingStatus, type StatusReading, sparseStatus } from '../mapping/compile/status-reading.ts';
import type { UnreadColumn } from '../mapping/unread/unread-column.ts';
import type { UnreadEntry } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import { count, counted, share } from '../text/number-text.ts';
import { decisionLines } from './status-decision.ts';

/** What no rule of the mapping reads. */
export interface UnreadFindings {
  readonly unread: readonly UnreadEntry[];
  /** Columns that may be states of accounts and that a constant status decides, and systems that cannot export theirs. */
  readonly warnings: { readonly [code: string]: number };
  readonly undecidedStatus: EarlyEnd | null;
}

const MAX_LOGGED = 10;
const MAX_LISTED = 1_000;
const CODE = 'status.unread';

/**
 * Lists the columns and keys that no rule reads, logs the first of them, and refuses the plan when one of them may be the state of
 * an account and the mapping does not decide about it. Call it after the whole export was mapped.
 */
export function findUnread(mappers: ReadonlySet<CompiledMapper>, log: Log): UnreadFindings {
  const readings = [...mappers].map((mapper) => mapper.status()).filter((reading) => reading !== null);
  const unread = inOrder(merged(readings));
  if (unread.length > 0) log.info(unreadSentence(unread));
  const states = unread.filter(({ sign }) => sign !== null);
  const isConstant = readings.every((reading) => reading.isConstant);
  const missing = [...new Set(readings.flatMap((reading) => reading.missing))];
  const sparse = [...new Set(readings.flatMap((reading) => reading.sparse))];
  const warned = [
    ...(isConstant
      ? states.map(
          ({ name }) =>
            `The mapping gives all users the same status and does not read "${name}", which may be the state of an account.`,
        )
      : []),
    ...missing.filter((source) => source.missing === 'warn').map(missingStatus),
  ];
  for (const sentence of warned) log.warning(sentence);
  const lines = [
    ...missing.filter((source) => source.missing === 'stop').map(missingStatus),
    ...sparse.map(sparseStatus),
    ...(isConstant
      ? []
      : decisionLines(
          states,
          readings.flatMap(({ read }) => read),
        )),
  ];
  return {
    unread: unread.slice(0, MAX_LISTED).map(entryOf),
    warnings: warned.length === 0 ? {} : { [CODE]: warned.length },
    undecidedStatus: lines.length === 0 ? null : { outcome: 'error', message: lines.join('\n') },
  };
}

/** The columns of all files; one that several files have is counted once. */
function merged(readings: readonly StatusReading[]): UnreadColumn[] {
  const columns = new Map<string, UnreadColumn>();
  for (const column of readings.flatMap(({ unread }) => unread)) {
    const known = columns.get(column.name);
    const { filled, rows, sign } = column;
    if (known === undefined) columns.set(column.name, column);
    else
      columns.set(column.name, {
        ...known,
        filled: known.filled + filled,
        rows: known.rows + rows,
        sign: known.sign ?? sign,
      });
  }
  return [...columns.values()];
}

/** What may be the state of an account first, then what is filled most. */
function inOrder(columns: readonly UnreadColumn[]): UnreadColumn[] {
  const rank = ({ sign }: UnreadColumn): number => (sign === null ? 1 : 0);
  return columns.toSorted((a, b) => rank(a) - rank(b) || b.filled / (b.rows || 1) - a.filled / (a.rows || 1));
}

function unreadSentence(unread: readonly UnreadColumn[]): string {
  const named = unread.slice(0, MAX_LOGGED).map(({ name, filled, rows }) => `"${name}" (${share(filled, rows)})`);
  const more = unread.length - named.length;
  return `No rule reads ${counted(unread.length, 'column or key', 'columns or keys')} of the export; filled: ${named.join(', ')}${more > 0 ? ` and ${count(more)} more, see the report` : ''}.`;
}

function entryOf({ name, filled, rows, sign }: UnreadColumn): UnreadEntry {
  return { name, filled, rows, ...(sign !== null && { accountState: true as const }) };
}
