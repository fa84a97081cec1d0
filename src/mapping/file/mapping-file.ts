import { InputError } from '../../runtime/input-error.ts';
import type { Join, Mapping, MappingText, WrittenMapping } from '../mapping.ts';
import { type JoinParts, type MappingParts, mergeParts } from './mapping-parts.ts';
import { readParts } from './parts-reader.ts';
import { completePassword, secretProblem } from './password-rule.ts';
import { cellsOf, layoutOf } from './source-rule.ts';

/**
 * Reads a mapping file. With a preset, the file changes parts of it, field by field.
 *
 * @throws InputError with every problem, each as `mapping.yml:12: …`, in the order of the lines.
 */
export function parseMapping(text: string, name: string, preset: MappingText | null = null): Mapping {
  const own = readParts(text, name, preset !== null);
  const prepared = preset === null ? null : readParts(preset.text, preset.name, false);
  const parts = prepared === null ? own : mergeParts(prepared, own);
  const problems = unfinishedJoins(parts, prepared);
  const mapping = complete(parts, { name, text, preset });
  problems.push(...contradictions(mapping));
  if (problems.length > 0) throw new InputError(problems);
  return mapping;
}

function complete(parts: MappingParts, written: WrittenMapping): Mapping {
  const joins = [...parts.joins].flatMap(([join, joinParts]) => completeJoin(join, joinParts));
  return {
    name: written.name,
    layout: layoutOf(parts.source),
    cells: cellsOf(parts.source),
    joins,
    unusedJoins: [...parts.joins.keys()].filter((join) => !joins.some((each) => each.name === join)),
    duplicates: parts.duplicates ?? 'first',
    severities: parts.severities,
    allowAdminGroups: parts.allowAdminGroups ?? false,
    emailVerified: parts.emailVerified ?? null,
    unverifiedEmail: parts.unverifiedEmail ?? 'VERIFIED',
    mfaSetUp: parts.mfaSetUp ?? null,
    phoneRegion: parts.phoneRegion ?? null,
    password: parts.password ? completePassword(parts.password) : null,
    unproven: parts.password?.unproven ?? 'canary',
    skip: parts.skip ?? [],
    fields: [...parts.fields.values()].filter((rule) => rule !== null),
    identities: parts.identities ?? [],
    groups: parts.groups ?? [],
    consents: parts.consents ?? [],
    ignore: parts.ignore,
    statusSources: parts.statusSources ?? [],
    createOnly: parts.createOnly ?? null,
    ruleLines: parts.ruleLines,
    written,
  };
}

function completeJoin(name: string, join: JoinParts | null): Join[] {
  if (join?.files === undefined || join.key === undefined || join.equals === undefined) return [];
  const { at, files, source = {}, key, equals, many = false } = join;
  return [{ name, at, files, layout: layoutOf(source), cells: cellsOf(source), key, equals, many }];
}

/** Only the join of a preset may be incomplete: it leaves the names of the files to the mapping. */
function unfinishedJoins({ joins }: MappingParts, prepared: MappingParts | null): string[] {
  return [...joins].flatMap(([name, join]) => {
    if (join === null || join === prepared?.joins.get(name)) return [];
    const missing = [
      join.files === undefined ? 'file' : '',
      join.key === undefined ? 'key' : '',
      join.equals === undefined ? 'equals' : '',
    ].filter((key) => key !== '');
    return missing.length === 0 ? [] : [`${join.at}: join.${name}: needs ${missing.join(' and ')}.`];
  });
}

function contradictions({ name, fields, identities, consents, password }: Mapping): string[] {
  const byHand = password === null ? undefined : fields.find(({ field }) => field.startsWith('password_hash_info.'));
  if (byHand !== undefined)
    return [`${byHand.at}: fields.${byHand.field}: is filled by \`password\` too: remove one of the two.`];
  const consentsField = consents.length === 0 ? undefined : fields.find(({ field }) => field === 'consents');
  if (consentsField !== undefined)
    return [`${consentsField.at}: fields.consents: is filled by the block \`consents\` too: remove one of the two.`];
  const secret = password === null ? null : secretProblem(password);
  if (secret !== null) return [secret];
  if (fields.length > 0 || identities.length > 0) return [];
  return [`${name}:1: a mapping must fill at least one field: add \`fields\` or \`identities\`.`];
}
