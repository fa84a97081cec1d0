import { join } from 'node:path';
import { type Imported, importUsers } from './import-users.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/presets');

/** Imports fixtures of a preset; the first file is the export, the others lie beside it for joins. */
export function importPreset(preset: string, files: readonly string[], mapping?: string): Promise<Imported> {
  return importUsers({
    files: files.map((name) => join(FIXTURES, preset, name)),
    inputs: { preset, export: files[0] ?? '' },
    ...(mapping !== undefined && { mapping }),
  });
}

/** `bcrypt $2b$` of the vectors, as cidaas takes it. */
export const BCRYPT = {
  algorithmTypeId: 'BCRYPT_10',
  passwordHash: '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K',
};
