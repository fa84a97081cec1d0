import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import type { Mapped } from '../../src/mapping/mapped.ts';
import type { RecordBody } from '../../src/source/record.ts';

/** What becomes of one CSV record, given as column → cell. `mapping` null: the columns bear cidaas's names. */
export async function mapCells(mapping: string | null, cells: Record<string, string>): Promise<Mapped> {
  const parsed = mapping === null ? null : parseMapping(mapping, 'mapping.yml');
  const map = await compileMapping(parsed, Object.keys(cells));
  return map(recordOf({ kind: 'cells', cells: Object.values(cells) }));
}

/** What becomes of one JSON record. */
export async function mapObject(mapping: string | null, object: Record<string, unknown>): Promise<Mapped> {
  const map = await compileMapping(mapping === null ? null : parseMapping(mapping, 'mapping.yml'), null);
  return map(recordOf({ kind: 'object', object }));
}

export function recordOf(body: RecordBody) {
  return { row: 1, file: 0, line: 2, body };
}

/** The user, or the codes and fields of the problems (`email.invalid email`), or the reason for skipping. */
export function outcome(mapped: Mapped): unknown {
  switch (mapped.kind) {
    case 'user':
      return mapped.user;
    case 'invalid':
      return mapped.problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
    case 'skipped':
      return `skipped: ${mapped.reason}`;
  }
}

/** What one field of `fields:` makes of one cell, or the codes of its problems. `rule` goes behind `from: cell`. */
export async function fieldOf(field: string, rule: string, cell: string): Promise<unknown> {
  const mapped = await mapCells(`fields:\n  ${field}: { from: cell${rule === '' ? '' : `, ${rule}`} }`, { cell });
  if (mapped.kind !== 'user') return outcome(mapped);
  return field
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], mapped.user);
}
