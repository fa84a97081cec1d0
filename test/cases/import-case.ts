import { join } from 'node:path';
import { type Imported, type ImportOptions, importUsers } from '../support/import-users.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');

/** Imports a file of a case with a preset. */
export function importCase(
  file: string,
  preset: string,
  mapping?: string,
  inputs: ImportOptions['inputs'] = {},
): Promise<Imported> {
  return importUsers({
    files: [join(CASES, file)],
    inputs: { preset, ...inputs },
    ...(mapping !== undefined && { mapping }),
  });
}

/** Imports text that is written in the test, with a preset or, with an empty one, a mapping alone. */
export function importText(name: string, content: string, preset: string, mapping?: string): Promise<Imported> {
  return importUsers({
    files: [{ name, content }],
    inputs: preset === '' ? {} : { preset },
    ...(mapping !== undefined && { mapping }),
  });
}
