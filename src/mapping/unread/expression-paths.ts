import { isPlainObject } from '../../password/json-object.ts';

/**
 * The keys that an expression reads from the record, by its syntax tree: `profile.status` is `['profile', 'status']`. What it
 * reads in another way (wildcards, variables) is not found.
 */
export function expressionPaths(tree: unknown): string[][] {
  if (Array.isArray(tree)) return tree.flatMap(expressionPaths);
  if (!isPlainObject(tree)) return [];
  if (tree.type === 'path' && Array.isArray(tree.steps)) return pathOf(tree.steps as unknown[]);
  const looked = lookedUp(tree);
  return [...(looked === null ? [] : [[looked]]), ...Object.values(tree).flatMap(expressionPaths)];
}

/** Names up to the first step that is something else; what follows is relative to it. */
function pathOf(steps: readonly unknown[]): string[][] {
  const [first, ...others] = steps;
  const isRecord = isStep(first, 'variable') && (first.value === '' || first.value === '$');
  const names: string[] = [];
  for (const step of isRecord ? others : steps) {
    if (!isStep(step, 'name')) break;
    names.push(step.value);
  }
  return [...(names.length === 0 ? [] : [names]), ...(isStep(first, 'name') ? [] : expressionPaths(first))];
}

/** `$lookup($, "key")`. */
function lookedUp({ type, procedure, arguments: given }: { readonly [key: string]: unknown }): string | null {
  if (type !== 'function' || !isPlainObject(procedure) || procedure.value !== 'lookup' || !Array.isArray(given))
    return null;
  const [record, key] = given as unknown[];
  return isStep(record, 'variable') && record.value === '' && isStep(key, 'string') ? key.value : null;
}

function isStep(node: unknown, type: string): node is { readonly value: string } {
  return isPlainObject(node) && node.type === type && typeof node.value === 'string';
}
