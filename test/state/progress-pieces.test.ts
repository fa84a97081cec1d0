import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { mulberry32 } from '../../src/runtime/random.ts';
import { NotFetched } from '../../src/state/kept-file.ts';
import { readSeal, writeSealed } from '../../src/state/sealed-file.ts';
import { stateFolder } from '../../src/state/state-folder.ts';
import {
  PROGRESS_KEYS,
  PROGRESS_OWNER,
  type ProgressShelf,
  plannedLedger,
  progressShelf,
  progressStore,
  rewrite,
  type UploadEnd,
} from '../support/progress-shelf.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Folder = ReturnType<typeof tempFolder>;
type Outcome = 'created' | 'updated' | 'failed' | 'unknown';
const NEVER = new AbortController().signal;
const subOf = (row: number): string => `sub-${row}`;

function settle(ledger: Ledger, rows: readonly number[], outcome: Outcome = 'created'): void {
  ledger.settle(rows.map((row) => ({ row, outcome, ...(outcome === 'failed' ? {} : { sub: subOf(row) }) })));
}

/** The rows that a next attempt does not send again, with their outcome and sub. */
async function restored(shelf: ProgressShelf, folder: Folder, users: number, warnings: string[] = []) {
  using next = plannedLedger(folder, users);
  const loaded = await progressStore(next, folder, shelf.files, { attempt: 2, warnings }).load(NEVER);
  const rows = [...next.rows(['created', 'updated'])].map(({ row, outcome, sub }) => [row, outcome, sub]);
  return { rows, refused: loaded?.refused ?? 0 };
}

/** A run of `pieces` uploads that settles two users before each, and leaves one planned. */
async function interrupted(folder: Folder, pieces: number) {
  const shelf = progressShelf(folder);
  const ledger = plannedLedger(folder, 2 * pieces + 1);
  let now = 0;
  const store = progressStore(ledger, folder, shelf.files, { now: () => now++ });
  for (let n = 0; n < pieces; n++) {
    settle(ledger, [2 * n + 1, 2 * n + 2]);
    await store.saveInterim();
  }
  return { shelf, ledger, store, users: 2 * pieces + 1 };
}

describe('progress in pieces', () => {
  const USERS = 24;
  const event = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('settle' as const),
        row: fc.integer({ min: 1, max: USERS }),
        outcome: fc.constantFrom<Outcome>('created', 'updated', 'failed', 'unknown'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('send' as const), row: fc.integer({ min: 1, max: USERS }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('upload' as const),
        end: fc.constantFrom<UploadEnd>('kept', 'kept', 'failed', 'stored', 'thrown'),
      }),
    },
  );

  test('after a kill at any upload, whatever became of it, a next attempt restores exactly what is stored', async () => {
    using folder = tempFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 40 }), async (events) => {
        const shelf = progressShelf(folder);
        using ledger = plannedLedger(folder, USERS);
        // The clock of the runner is set back all the time.
        let now = 1_000;
        const store = progressStore(ledger, folder, shelf.files, { now: () => now-- });
        const settled = new Map<number, Outcome>();
        let expected = new Map<number, Outcome>();
        for (const one of events) {
          if (one.kind === 'send') ledger.markSending(ledger.waiting(one.row, one.row));
          if (one.kind === 'settle' && !settled.has(one.row)) {
            settle(ledger, [one.row], one.outcome);
            settled.set(one.row, one.outcome);
          }
          if (one.kind !== 'upload') continue;
          shelf.end = one.end;
          const before = shelf.stored.at(-1)?.name;
          await store.saveInterim().catch(() => undefined);
          if (shelf.stored.at(-1)?.name !== before) expected = new Map(settled);
          const { rows, refused } = await restored(shelf, folder, USERS);
          const known = [...expected].filter(([, outcome]) => outcome === 'created' || outcome === 'updated');
          expect(rows).toEqual(known.sort(([a], [b]) => a - b).map(([row, outcome]) => [row, outcome, subOf(row)]));
          expect(refused).toBe([...expected.values()].filter((outcome) => outcome === 'failed').length);
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test('36 uploads and the file of the end have each user twice: at most 2.2 times the bytes of that file', async () => {
    using folder = tempFolder();
    const [uploads, users] = [36, 7_200];
    const shelf = progressShelf(folder);
    using ledger = plannedLedger(folder, users);
    const store = progressStore(ledger, folder, shelf.files);
    const random = mulberry32(7);
    const byte = () => Math.floor(random() * 256);
    for (let n = 0; n < uploads; n++) {
      const rows = Array.from({ length: users / uploads }, (_, at) => (n * users) / uploads + at + 1);
      const sub = () => Buffer.from(Array.from({ length: 16 }, byte)).toString('hex');
      ledger.settle(rows.map((row) => ({ row, outcome: 'created', sub: sub() })));
      await store.saveInterim();
    }
    expect(shelf.stored).toHaveLength(uploads);
    await store.save(null);
    expect(shelf.stored.map(({ name }) => name)).toEqual([`final-${uploads + 1}`]);
    const final = readFileSync(shelf.stored[0]?.path ?? '').length;
    expect(shelf.uploaded / final).toBeLessThan(2.2);
    expect(shelf.uploaded / final).toBeGreaterThan(1.9);
  });

  test('nothing is uploaded while nothing is settled, and what is being sent is only counted', async () => {
    using folder = tempFolder();
    const { shelf, ledger, store } = await interrupted(folder, 2);
    using _ = ledger;
    ledger.markSending(ledger.waiting(5, 5));
    await store.saveInterim();
    expect(shelf.stored).toHaveLength(2);
    settle(ledger, [5], 'unknown');
    await store.saveInterim();
    expect(shelf.stored).toHaveLength(2);
  });

  test('the 41st is whole, and the 40 before it are deleted', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 40);
    ledger.close();
    expect(shelf.stored).toHaveLength(40);
    expect((await restored(shelf, folder, users)).rows).toHaveLength(80);
    const more = await interrupted(folder, 42);
    using _ = more.ledger;
    expect(more.shelf.stored.map(({ name }) => name)).toEqual(['interim-41', 'interim-42']);
    const [whole, piece] = more.shelf.stored.map(({ path }) => path);
    expect((await readSeal(whole ?? '')).previous).toBeUndefined();
    expect((await readSeal(piece ?? '')).previous).toBe((await readSeal(whole ?? '')).salt);
    expect((await restored(more.shelf, folder, more.users)).rows).toHaveLength(84);
  });

  test('the first one of a later attempt is whole and replaces them, unless the export lacks a user of theirs', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 5);
    ledger.close();
    const pieces = [...shelf.stored];
    using smaller = plannedLedger(folder, 9);
    const lacking = progressStore(smaller, folder, shelf.files, { attempt: 2 });
    await lacking.load(NEVER);
    await lacking.saveInterim();
    expect(shelf.stored).toHaveLength(6);
    shelf.stored = pieces;
    using next = plannedLedger(folder, users);
    const store = progressStore(next, folder, shelf.files, { attempt: 2 });
    await store.load(NEVER);
    await store.saveInterim();
    expect(shelf.stored.map(({ name }) => name)).toEqual(['interim-7']);
    settle(next, [11]);
    await store.saveInterim();
    expect((await restored(shelf, folder, users)).rows).toHaveLength(11);
  });

  test('a process that ends the run for one that was killed stores the whole file, later than the pieces, and deletes them', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 3);
    using _ = ledger;
    settle(ledger, [7]);
    const pieces = [...shelf.stored];
    // Its clock is behind.
    await progressStore(ledger, folder, shelf.files, { now: () => -60_000 }).save(null);
    expect(shelf.stored.map(({ name }) => name)).toEqual(['final-4']);
    shelf.stored.unshift(...pieces);
    expect((await restored(shelf, folder, users)).rows).toHaveLength(7);
  });

  test('the folder of the command has one whole file', async () => {
    using folder = tempFolder();
    using ledger = plannedLedger(folder, 6);
    const files = stateFolder(folder.file('kept')).resume;
    const store = progressStore(ledger, folder, files, { runId: '' });
    for (const rows of [[1, 2], [3], [4, 5]]) {
      settle(ledger, rows);
      await store.saveInterim();
    }
    using next = plannedLedger(folder, 6);
    expect(await progressStore(next, folder, files, { runId: '' }).load(NEVER)).toMatchObject({ rows: 5 });
  });

  test('each file is fetched once, in whatever order they were uploaded at most twice', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 10);
    ledger.close();
    await restored(shelf, folder, users);
    expect(shelf.fetched).toBe(10);
    shelf.stored.reverse();
    expect((await restored(shelf, folder, users)).rows).toHaveLength(20);
    expect(shelf.fetched).toBeLessThanOrEqual(30);
  });
});

describe('a run whose pieces', () => {
  const piece = (shelf: ProgressShelf, n: number) => {
    const found = shelf.stored[n];
    if (found === undefined) throw new Error(`there is no piece ${n}`);
    return found;
  };
  const withHeader = (bytes: Buffer, change: (header: object) => object): Buffer => {
    const start = bytes.indexOf(0x0a) + 1;
    const end = bytes.indexOf(0x0a, start);
    const header = JSON.parse(bytes.subarray(start, end).toString()) as object;
    return Buffer.concat([bytes.subarray(0, start), Buffer.from(JSON.stringify(change(header))), bytes.subarray(end)]);
  };
  const GONE =
    'interim-3 of run 1 cannot be used to continue: the file that it continues was deleted, has expired or cannot be used. Nothing was sent.';
  const CHANGED = 'interim-2 of run 1 cannot be used to continue: it was damaged or changed. Nothing was sent.';

  test.each<[what: string, damage: (shelf: ProgressShelf, folder: Folder) => unknown, says: string]>([
    ['are not all there', (shelf) => shelf.stored.splice(1, 1), GONE],
    [
      'were changed in one bit',
      (shelf) => rewrite(piece(shelf, 1).path, (bytes) => bytes.with(-20, (bytes.at(-20) ?? 0) ^ 1)),
      CHANGED,
    ],
    ['were cut', (shelf) => rewrite(piece(shelf, 1).path, (bytes) => bytes.subarray(0, -1)), CHANGED],
    ['are none of ours', (shelf) => rewrite(piece(shelf, 1).path, () => Buffer.from('not sealed at all')), GONE],
    [
      'were exchanged for another one with its header',
      (shelf) => {
        const { salt } = JSON.parse(readFileSync(piece(shelf, 1).path).toString('latin1').split('\n')[1] ?? '');
        rewrite(piece(shelf, 1).path, () =>
          withHeader(readFileSync(piece(shelf, 0).path), (header) => ({ ...header, salt })),
        );
      },
      CHANGED,
    ],
    [
      'name each other in a circle',
      async (shelf) => {
        const { salt } = await readSeal(piece(shelf, 1).path);
        rewrite(piece(shelf, 0).path, (bytes) => withHeader(bytes, (header) => ({ ...header, previous: salt })));
      },
      'interim-1 of run 1 cannot be used to continue: the file that it continues',
    ],
    [
      'were replaced by one of another attempt with the same key',
      async (shelf, folder) => {
        const { salt: _, ...seal } = await readSeal(piece(shelf, 1).path);
        await writeSealed(folder.file('foreign.bin'), { ...seal, attempt: 0 }, PROGRESS_KEYS, [
          '[1,"x","created",null,null]\n',
        ]);
        rewrite(piece(shelf, 1).path, () => readFileSync(folder.file('foreign.bin')));
      },
      GONE,
    ],
    [
      'are of another workflow',
      async (shelf) =>
        rewrite(piece(shelf, 1).path, (bytes) => withHeader(bytes, (header) => ({ ...header, workflow: 'other' }))),
      GONE,
    ],
  ])('%s is neither continued nor taken back', async (_, damage, says) => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 3);
    ledger.close();
    await damage(shelf, folder);
    using next = plannedLedger(folder, users);
    const store = progressStore(next, folder, shelf.files, { attempt: 2 });
    await expect(store.load(NEVER)).rejects.toThrow(says);
    await expect(store.load(NEVER)).rejects.toThrow('`resume: none` starts over');
    expect(next.totals()).toMatchObject({ planned: users, created: 0 });
    await expect(store.created()).rejects.toThrow('Nothing was deleted');
  });

  test('cannot be fetched is not continued', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 3);
    ledger.close();
    const find = async () => {
      const found = (await shelf.files.find()) ?? [];
      const fetch = () => Promise.reject(new NotFetched('GitHub does not answer.'));
      return found.map((file) => (file.id === 'interim-2' ? { ...file, fetch } : file));
    };
    using next = plannedLedger(folder, users);
    const store = progressStore(next, folder, { ...shelf.files, find }, { attempt: 2 });
    await expect(store.load(NEVER)).rejects.toThrow('cannot be fetched. GitHub does not answer. Nothing was sent.');
  });

  test('were uploaded in another order is continued', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 4);
    ledger.close();
    const [a, b, c, d] = shelf.stored;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('a piece is missing');
    for (const order of [
      [d, c, b, a],
      [b, d, a, c],
      [c, a, d, b],
    ]) {
      shelf.stored = order;
      expect((await restored(shelf, folder, users)).rows).toHaveLength(8);
    }
  });

  test('are stored again after a later attempt that started over is continued from that attempt', async () => {
    using folder = tempFolder();
    const { shelf, ledger, users } = await interrupted(folder, 3);
    ledger.close();
    using next = plannedLedger(folder, users);
    // Its clock is behind that of the first attempt.
    const store = progressStore(next, folder, shelf.files, { attempt: 2, now: () => -1_000 });
    const earlier = [...shelf.stored];
    for (const row of [7, 2]) {
      settle(next, [row]);
      await store.saveInterim();
    }
    shelf.stored.push(...earlier);
    const warnings: string[] = [];
    expect((await restored(shelf, folder, users, warnings)).rows.map(([row]) => row)).toEqual([2, 7]);
    expect(warnings).toEqual([]);
  });

  test('are taken back names the users of all of them, and counts those that are uncertain in the last one', async () => {
    using folder = tempFolder();
    const shelf = progressShelf(folder);
    using ledger = plannedLedger(folder, 9);
    const store = progressStore(ledger, folder, shelf.files);
    ledger.markSending(ledger.waiting(1, 4));
    settle(ledger, [1, 2]);
    await store.saveInterim();
    settle(ledger, [3], 'updated');
    settle(ledger, [4]);
    ledger.markSending(ledger.waiting(5, 7));
    settle(ledger, [5], 'unknown');
    await store.saveInterim();
    using undo = plannedLedger(folder, 0);
    const run = await progressStore(undo, folder, shelf.files, { attempt: 2 }).created();
    const entries: unknown[] = [];
    for await (const { outcome, sub } of run?.entries ?? []) entries.push([outcome, sub]);
    expect(entries).toEqual([
      ['created', 'sub-1'],
      ['created', 'sub-2'],
      ['updated', 'sub-3'],
      ['created', 'sub-4'],
    ]);
    expect(run?.uncertain).toBe(3);
    expect(run?.from).toBe('interim-2 of run 1');
  });

  test('are all of one owner, which their seals say', async () => {
    using folder = tempFolder();
    const { shelf, ledger } = await interrupted(folder, 2);
    ledger.close();
    for (const { path } of shelf.stored) expect(await readSeal(path)).toMatchObject(PROGRESS_OWNER);
  });
});
