import { INPUTS, type InputName } from '../../src/settings/inputs.ts';

/** Reads these inputs, and defaults for those that an entry would fill itself. */
export function inputsOf(given: { readonly [name: string]: string }): (name: InputName) => string {
  for (const name of Object.keys(given)) if (!Object.hasOwn(INPUTS, name)) throw new Error(`there is no input ${name}`);
  return (name) => given[name] ?? '';
}
