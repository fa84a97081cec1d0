import { findField } from '../user/cidaas-fields.ts';
import { parsePath } from './compile/source-path.ts';
import { mappingRefs } from './file/mapping-refs.ts';
import type { Mapping } from './mapping.ts';
import { recognisePreset } from './presets/recognise-preset.ts';

/**
 * Counts the keys of a JSON object that a record can have: those that the mapping reads; without a mapping, names of cidaas
 * fields, or all keys of a record of a known system.
 */
export function recordFit(mapping: Mapping | null): (keys: readonly string[]) => number {
  if (mapping === null)
    return (keys) => (recognisePreset({ keys }) === null ? keys.filter(isFieldName).length : keys.length);
  const read = new Set([...mappingRefs(mapping)].map((ref) => parsePath(ref)?.[0]));
  return (keys) => keys.filter((key) => read.has(key)).length;
}

function isFieldName(key: string): boolean {
  return findField('user', key) !== undefined;
}
