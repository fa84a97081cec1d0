import { rm } from 'node:fs/promises';
import { join } from 'node:path';
/** Where the ledger lies in the private folder. */
export function ledgerPath(folder: string): string {
  return join(folder, 'ledger.db');
}

/** Removes the private folder: nothing of the users stays. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
