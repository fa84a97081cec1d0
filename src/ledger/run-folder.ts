import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The ledger's path in the private folder. */
export function ledgerPath(folder: string): string {
  return join(folder, 'ledger.db');
}

/** Removes the private folder, so that no users' data remains. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
