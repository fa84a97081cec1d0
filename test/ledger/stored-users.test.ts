import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { heapInUse } from '../support/heap-in-use.ts';
import { someUsers } from '../support/in-process.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Every third row has no user. */
const rows = someUsers(1_500).map((user, at) => {
  const place = { row: at + 1, file: 0, line: at + 2, identifiers: { sub: user.sub, email: user.email } };
  if (at % 3 === 2) return { ...place, outcome: 'skipped' as const };
  return { ...place, outcome: 'planned' as const, body: JSON.stringify(user) };
});

it('each user is read alone, in any order, also by a later process', () => {
  using folder = tempFolder();
  {
    using ledger = openLedger(folder.file('l.db'));
    for (let from = 0; from < rows.length; from += 700) ledger.add(rows.slice(from, from + 700));
    ledger.users.replaceBody(4, '{"sub":"replaced"}');
  }
  using ledger = openLedger(folder.file('l.db'));
  for (const at of [1_498, 0, 699, 700, 256, 255, 1_200, 1, 3, 2]) {
    const given = rows[at];
    const body = given?.outcome === 'planned' ? given.body : null;
    expect(ledger.users.body(at + 1)).toBe(at === 3 ? '{"sub":"replaced"}' : body);
    expect(ledger.users.identifiers(at + 1)).toEqual(body === null ? {} : given?.identifiers);
  }
  expect(ledger.users.body(2_000)).toBeNull();
  expect([...ledger.rows(['skipped', 'planned'])].map(({ identifiers }) => identifiers)).toEqual(
    rows.map(({ identifiers }) => identifiers),
  );
});

it('a planned user takes a fraction of its text', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  const planned = rows.filter(({ outcome }) => outcome === 'planned');
  ledger.add(planned);
  const text = planned.reduce((sum, row) => sum + ('body' in row ? row.body.length : 0), 0);
  expect(statSync(folder.file('l.db')).size).toBeLessThan(text / 2);
});

it('a text that is kept does not keep the users that were compressed with it', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  const large = JSON.stringify({ note: 'x'.repeat(500_000) });
  const chunks = 60;
  for (let at = 0; at < chunks; at++)
    ledger.add(
      ['{"sub":"a user of a few characters"}', large].map((body, second) => {
        const row = 2 * at + second + 1;
        return { row, file: 0, line: row, outcome: 'planned' as const, body };
      }),
    );
  const before = heapInUse();
  const kept = Array.from({ length: chunks }, (_, at) => ledger.users.body(2 * at + 1));
  const bytes = heapInUse() - before;
  expect(new Set(kept)).toEqual(new Set(['{"sub":"a user of a few characters"}']));
  expect(bytes).toBeLessThan((chunks * large.length) / 4);
});
