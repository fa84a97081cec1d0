import type { Overruns } from '../mapping/compile/overruns.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type JoinStore, loadJoin } from '../plan/load-joins.ts';
import { fileLine } from '../report/log-lines.ts';
import { InputError, withAllProblems } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { ExportFile } from '../source/record.ts';
import { counted } from '../text/number-text.ts';
import type { Ports } from './ports.ts';

/** The files that a mapping joins to the export, loaded. */
export interface LoadedJoins {
  /** Null when the mapping joins nothing. */
  readonly store: JoinStore | null;
  readonly files: readonly ExportFile[];
  /** Why the files hold fewer records than exist: sentences without their periods. */
  readonly incomplete: readonly string[];
}

/** Loads the records of all joined files into a store in which the mapping looks them up. */
export async function loadJoins(ports: Ports, mapping: Mapping | null, overruns: Overruns): Promise<LoadedJoins> {
  if (mapping === null || mapping.joins.length === 0) return { store: null, files: [], incomplete: [] };
  const store = ports.joinStore(ports.ledger);
  const within = { now: ports.clock.wallNow(), overruns, signal: ports.stop };
  const opened = await withAllProblems(
    mapping.joins.map(async (join) => ({ join, exported: await ports.openJoin(join) })),
  );
  const files: ExportFile[] = [];
  const incomplete: string[] = [];
  for (const { join, exported } of opened) {
    for (const file of exported.files) ports.log.info(`${fileLine(file)}, joined as ${join.name}`);
    const missing = await loadJoin(join, exported, store, within);
    if (missing !== null) incomplete.push(missing);
    files.push(...exported.files);
  }
  return { store, files, incomplete };
}

/**
 * Counts the joined records that no record of the export used, as warnings. Call it after the whole export was mapped.
 *
 * @throws InputError when the mapping makes that an error.
 */
export function countUnmatched(
  mapping: Mapping | null,
  { store }: LoadedJoins,
  log: Log,
): { readonly [code: string]: number } {
  const code = 'join.unmatched';
  const severity = mapping?.severities.get(code)?.severity ?? 'warn';
  if (store === null || mapping === null || severity === 'off') return {};
  const unmatched = mapping.joins.flatMap(({ name, files }) => {
    const count = store.unmatched(name);
    return count === 0 ? [] : [{ count, files: files.join(', '), name }];
  });
  const sentences = unmatched.map(
    ({ count, files, name }) =>
      `join ${name}: ${counted(count, 'record')} of ${files} matched no record of the export.`,
  );
  if (severity === 'error' && unmatched.length > 0) throw new InputError(sentences);
  for (const sentence of sentences) log.warning(sentence);
  const total = unmatched.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? {} : { [code]: total };
}
