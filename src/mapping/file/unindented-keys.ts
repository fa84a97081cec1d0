import { findField } from '../../user/cidaas-fields.ts';
import type { SchemaProblem } from './schema-problems.ts';

/**
 * Keys that belong to the block above them and are not indented, so that YAML reads them as blocks of their own: keys that no
 * mapping has, after an empty block or with the name of a field. One problem for each block, at the first of its keys.
 *
 * @param known the keys that a mapping may have
 */
export function unindentedKeys(
  value: { readonly [key: string]: unknown },
  known: ReadonlySet<string>,
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  let block = '';
  let lost: string[] = [];
  const close = (): void => {
    const [first] = lost;
    if (first === undefined) return;
    const isOne = lost.length === 1;
    const message = `${lost.map((key) => `"${key}"`).join(', ')} ${isOne ? 'belongs' : 'belong'} to ${block}, but ${isOne ? 'its line is' : 'their lines are'} not indented. Begin ${isOne ? 'it' : 'each of them'} with two spaces`;
    problems.push({ path: [first], message });
    lost = [];
  };
  for (const [key, inner] of Object.entries(value)) {
    if (known.has(key)) {
      close();
      block = inner === null || key === 'fields' ? key : '';
    } else if (value[block] === null) lost.push(key);
    else if (block === 'fields' && findField('user', key) !== undefined) lost.push(key);
  }
  close();
  return problems;
}
