import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The ledger's path in the private folder. */
export function ledgerPath(folder: string): string {
  return join(folder, 'ledger.db');
}

/** Removes the private folder, so that no users' data remains. */
export async function removeFolder(folder: string): Promise<void> {
  // A download that was no longer waited for may still write into it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
