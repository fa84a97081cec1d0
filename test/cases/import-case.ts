import { join } from 'node:path';
import { type Imported, type ImportOptions, importUsers } from '../support/import-users.ts';

/** Imports the files of a case in `fixtures/cases`. */
export function importCase(
  name: string,
  files: readonly string[],
  options: Omit<ImportOptions, 'files'> = {},
): Promise<Imported> {
  const folder = join(import.meta.dirname, '../fixtures/cases', name);
  return importUsers({ ...options, files: files.map((file) => join(folder, file)) });
}
