import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { KeptFile } from '../../src/state/kept-file.ts';
import { createKeys } from '../../src/state/keys.ts';
import type { ResumeFiles } from '../../src/state/resume-files.ts';
import { createResumeStore, type ResumeStore } from '../../src/state/resume-store.ts';
import type { SealOwner } from '../../src/state/sealed-file.ts';
import type { tempFolder } from './temp-folder.ts';

const BINDING = { repository: 'acme/identity', workflow: 'migration', tenant: 'https://acme.example.com' };
export const PROGRESS_KEYS = createKeys('a state key of sixteen', BINDING);
export const PROGRESS_OWNER: SealOwner = { ...BINDING, branch: 'main', sync: '', runId: '1', attempt: 1 };

/** What becomes of an upload; `stored` fails after the file was stored. */
export type UploadEnd = 'kept' | 'failed' | 'stored' | 'thrown';

/** Keeps resume files as the artifacts of a run are kept, in a folder of the test. */
export interface ProgressShelf {
  readonly files: ResumeFiles;
  /** Oldest first; a test may take out, add and exchange. */
  stored: { readonly name: string; readonly path: string }[];
  /** Bytes that were uploaded so far. */
  uploaded: number;
  /** Files that were fetched so far. */
  fetched: number;
  /** What becomes of the next uploads. */
  end: UploadEnd;
}

export function progressShelf(folder: ReturnType<typeof tempFolder>): ProgressShelf {
  let count = 0;
  const shelf: ProgressShelf = {
    ...{ stored: [], uploaded: 0, fetched: 0, end: 'kept' },
    files: {
      keepsPieces: true,
      find: async () => (shelf.stored.length === 0 ? null : shelf.stored.toReversed().map(keptFile)),
      put: async ([path = ''], isFinal, { found, own }) => {
        if (shelf.end === 'thrown') throw new Error('the disk is full');
        shelf.uploaded += readFileSync(path).length;
        const failed = { kind: 'failed', reason: 'HTTP 500' } as const;
        if (shelf.end === 'failed') return failed;
        const name = `${isFinal ? 'final' : 'interim'}-${++count}`;
        const copy = folder.file(`${name}.bin`);
        copyFileSync(path, copy);
        shelf.stored.push({ name, path: copy });
        if (shelf.end === 'stored') return failed;
        const contained = new Set([...own, ...found.map(({ id }) => id)]);
        shelf.stored = shelf.stored.filter((one) => !contained.has(one.name));
        return { kind: 'kept', paths: [path], name };
      },
    },
  };
  const keptFile = ({ name, path }: { readonly name: string; readonly path: string }): KeptFile => ({
    ...{ id: name, name: `${name} of run 1`, storedBy: '1', storedAt: 0, discard: async () => undefined },
    fetch: async () => {
      shelf.fetched++;
      return path;
    },
  });
  return shelf;
}

interface StoreOptions {
  readonly attempt?: number;
  readonly runId?: string;
  readonly now?: () => number;
  /** Gets the warnings. */
  readonly warnings?: string[];
}

/** A resume store whose clock shows `now`. */
export function progressStore(
  ledger: Ledger,
  folder: ReturnType<typeof tempFolder>,
  files: ResumeFiles,
  { attempt = 1, runId = '1', now = () => 0, warnings = [] }: StoreOptions = {},
): ResumeStore {
  return createResumeStore({
    ...{ ledger, folder: folder.path, keys: PROGRESS_KEYS, keySource: 'state-key', files, wallNow: now },
    ...{ owner: { ...PROGRESS_OWNER, attempt, runId }, startedAt: 0, comparesWithState: false },
    warn: (message) => void warnings.push(message),
  });
}

/** A ledger with planned users in the rows from 1 on, closed at the end of the block. */
export function plannedLedger(folder: ReturnType<typeof tempFolder>, users: number): Ledger & Disposable {
  const ledger = new Ledger(join(mkdtempSync(folder.file('ledger-')), 'ledger.db'));
  ledger.add(
    Array.from({ length: users }, (_, n) => {
      const body = JSON.stringify({ email: `user${n + 1}@example.com` });
      return { row: n + 1, file: 0, line: n + 2, outcome: 'planned' as const, body };
    }),
  );
  return Object.assign(ledger, { [Symbol.dispose]: () => ledger.close() });
}

/** Changes the bytes of a stored file. */
export function rewrite(path: string, change: (bytes: Buffer) => Uint8Array): void {
  writeFileSync(path, change(readFileSync(path)));
}
