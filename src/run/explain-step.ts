import type { CompiledMapper } from '../mapping/compile/compile.ts';
import type { Explanation } from '../report/explanation.ts';
import { recordCells } from '../report/record-cells.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export, SourceRecord } from '../source/record.ts';
import { identifiersOf } from '../user/identifiers.ts';
import { openInput } from './input-step.ts';
import type { Ports } from './ports.ts';
import { rowExplainer } from './row-explainer.ts';
import { type PreparationPorts, prepareRows } from './row-preparation.ts';
import { textsOfRun } from './sample-step.ts';

/** Which record is meant: its row, or a text that is one of its values or identifiers. */
export type WantedRecord =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Explains the first record that is meant; null when there is none. Records after it are not read.
 *
 * @throws InputError when export or mapping cannot be read.
 */
export async function explainOne(
  settings: Settings,
  ports: PreparationPorts & Pick<Ports, 'readMappingFile'>,
  wanted: WantedRecord,
): Promise<Explanation | null> {
  const { exported, mapping } = await openInput(settings, ports);
  if (exported === null) return null;
  const prepared = await prepareRows(ports, exported, mapping?.mapping ?? null);
  const record = await find(exported, prepared.mappers, wanted, ports.stop);
  if (record === null) return null;
  return rowExplainer(exported, mapping?.mapping ?? null, prepared)(record, await textsOfRun(settings, mapping));
}

async function find(
  exported: Export,
  mappers: readonly CompiledMapper[],
  wanted: WantedRecord,
  stop: AbortSignal,
): Promise<SourceRecord | null> {
  for await (const chunk of exported.records()) {
    stop.throwIfAborted();
    const found =
      wanted.kind === 'row'
        ? chunk.find(({ row }) => row === wanted.row)
        : await findText(chunk, exported, mappers, wanted.text.trim().toLowerCase());
    if (found !== undefined) return found;
  }
  return null;
}

/** Cells first: mapping a record costs more than looking through it. */
async function findText(
  chunk: readonly SourceRecord[],
  { files }: Export,
  mappers: readonly CompiledMapper[],
  text: string,
): Promise<SourceRecord | undefined> {
  const isText = (value: unknown): boolean =>
    (typeof value === 'string' || typeof value === 'number') && String(value).trim().toLowerCase() === text;
  const index = chunk[0]?.file ?? 0;
  const columns = files[index]?.columns ?? null;
  const inCells = chunk.find(({ body, line }) => recordCells(body, columns, line).some(({ value }) => isText(value)));
  if (inCells !== undefined) return inCells;
  const mapper = mappers[index];
  await mapper?.prepare?.(chunk);
  return chunk.find((record) => {
    const mapped = mapper?.(record);
    if (mapped === undefined) return false;
    const identifiers = mapped.kind === 'user' ? identifiersOf(mapped.user) : mapped.identifiers;
    return Object.values(identifiers).some(isText);
  });
}
