import type { Mapping } from '../mapping/mapping.ts';
import { type JoinStore, loadJoin } from '../plan/load-joins.ts';
import { fileLine } from '../report/log-lines.ts';
import { InputError, withAllProblems } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { ExportFile } from '../source/record.ts';
import { counted } from '../text/number-text.ts';
import type { Ports } from './ports.ts';

/** The files that a mapping joins to the export, read. */
export interface Joined {
  /** Null when the mapping joins nothing. */
  readonly store: JoinStore | null;
  readonly files: readonly ExportFile[];
}

/** Puts the records of all joined files where the mapping will find them. */
export async function loadJoins(ports: Ports, mapping: Mapping | null): Promise<Joined> {
  if (mapping === null || mapping.joins.length === 0) return { store: null, files: [] };
  const store = ports.joinStore(ports.ledger);
  const within = { now: ports.clock.now(), signal: ports.stop };
  const opened = await withAllProblems(
    mapping.joins.map(async (join) => ({ join, exported: await ports.openJoin(join) })),
  );
  const files: ExportFile[] = [];
  for (const { join, exported } of opened) {
    for (const file of exported.files) ports.log.info(`${fileLine(file)}, joined as ${join.name}`);
    await loadJoin(join, exported, store, within);
    files.push(...exported.files);
  }
  return { store, files };
}

/**
 * How many joined records belong to no record of the export, as warnings. Asked when the whole export was mapped.
 *
 * @throws InputError when the mapping takes that for an error.
 */
export function countUnmatched(
  mapping: Mapping | null,
  { store }: Joined,
  log: Log,
): { readonly [code: string]: number } {
  const code = 'join.unmatched';
  const severity = mapping?.severities.get(code)?.severity ?? 'warn';
  if (store === null || mapping === null || severity === 'off') return {};
  const told = mapping.joins.flatMap(({ name, files }) => {
    const count = store.unmatched(name);
    return count === 0 ? [] : [{ count, files: files.join(', '), name }];
  });
  const sentences = told.map(
    ({ count, files, name }) =>
      `join ${name}: ${counted(count, 'record')} of ${files} matched no record of the export.`,
  );
  if (severity === 'error' && told.length > 0) throw new InputError(sentences);
  for (const sentence of sentences) log.warning(sentence);
  const total = told.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? {} : { [code]: total };
}
