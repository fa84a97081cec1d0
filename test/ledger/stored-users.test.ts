import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
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
