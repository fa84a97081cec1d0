import type { FieldRule, Mapping } from '../mapping.ts';

/** The 1-based line of each field's rule in the mapping file, by the name under which problems know the field. */
export type RuleLines = { readonly [field: string]: number };

/** Where the rules of a mapping stand; those of a preset are left out, since they stand in no file of the user's. */
export function ruleLines({ name, fields, ...lists }: Mapping): RuleLines {
  const lines: { [field: string]: number } = {};
  const add = ({ field, at }: FieldRule, prefix: string): void => {
    const line = at.startsWith(`${name}:`) ? Number(at.slice(name.length + 1)) : Number.NaN;
    if (Number.isInteger(line)) lines[`${prefix}${field}`] = line;
  };
  for (const rule of fields) add(rule, '');
  for (const list of ['identities', 'groups', 'consents'] as const) {
    for (const [index, { rules }] of lists[list].entries()) for (const rule of rules) add(rule, `${list}[${index}].`);
  }
  return lines;
}
