import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { planSink } from '../../src/ledger/plan-sink.ts';
import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { type DigestInput, differingParts, planDigest } from '../../src/plan/digest.ts';
import { planExport } from '../../src/plan/plan-export.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { tempFolder } from '../support/temp-folder.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const inputs: fc.Arbitrary<DigestInput> = fc.record({
  tenant: fc.option(fc.webUrl()),
  exportHashes: fc.array(hex, { minLength: 1, maxLength: 3 }),
  mappingHashes: fc.array(hex, { maxLength: 2 }),
  options: fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 }),
  users: hex,
});

test('the same values give the same digest, another value changes its part and no other', () => {
  const parts = [
    ['tenant', 'tenant'],
    ['exportHashes', 'export'],
    ['mappingHashes', 'mapping'],
    ['options', 'options'],
    ['users', 'users'],
  ] as const;
  fc.assert(
    fc.property(inputs, inputs, fc.constantFrom(...parts), (one, other, [name, part]) => {
      const again = { ...one, options: Object.fromEntries(Object.entries(one.options).toReversed()) };
      expect(planDigest(again)).toBe(planDigest(one));
      fc.pre(JSON.stringify(one[name]) !== JSON.stringify(other[name]));
      expect(differingParts(planDigest(one), planDigest({ ...one, [name]: other[name] }))).toEqual([part]);
    }),
    { numRuns: 500, seed: 3 },
  );
});

const user = (n: number, nickname: string): CidaasUser => ({
  sub: `sub-${n}`,
  email: `user${n}@example.com`,
  nickname,
});
const exports = fc.array(fc.string({ unit: fc.constantFrom('a', 'Ü', ' x', '"', '\n', '😀'), maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
});
type Form = 'ndjson' | 'json' | 'many files';

/** The users' part of the digest, by the way that an export takes. */
async function usersPart(users: readonly CidaasUser[], form: Form): Promise<string> {
  using folder = tempFolder();
  const lines = users.map((one) => `${JSON.stringify(one)}\n`);
  if (form === 'many files')
    lines.forEach((line, at) => {
      writeFileSync(folder.file(`part-${String(at).padStart(3, '0')}.ndjson`), line);
    });
  else writeFileSync(folder.file(`users.${form}`), form === 'json' ? JSON.stringify(users) : lines.join(''));
  const settings = { format: 'auto', encoding: 'auto', delimiter: 'auto', exportKey: null } as const;
  const exported = await openExport({ cwd: folder.path, patterns: '*', ...settings });
  const mapper = await compileMapping(null, null);
  const ledger = new Ledger(folder.file('ledger.db'));
  try {
    const planned = await planExport({
      exported,
      mappers: exported.files.map(() => mapper),
      validate: (one) => validateUser(one, '2026-03-01'),
      sink: planSink(ledger),
      fingerprint: null,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    return planned.users;
  } finally {
    ledger.close();
  }
}

test('the users’ part is that of the planned users in their order, however they are written, and of nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(exports, fc.constantFrom<Form>('json', 'many files'), fc.nat(), async (names, form, pick) => {
      const users = names.map((name, at) => user(at, name));
      const digest = await usersPart(users, 'ndjson');
      expect(await usersPart(users, form)).toBe(digest);
      const invalid = { ...user(99, 'left out'), email: 'no address' };
      expect(await usersPart([...users, invalid], 'ndjson')).toBe(digest);
      const changed = users.map((one, at) =>
        at === pick % users.length ? { ...one, nickname: `${one.nickname}!` } : one,
      );
      expect(await usersPart(changed, 'ndjson')).not.toBe(digest);
      if (users.length === 1) return;
      expect(await usersPart(users.slice(1), 'ndjson')).not.toBe(digest);
      expect(await usersPart(users.toReversed(), 'ndjson')).not.toBe(digest);
    }),
    { numRuns: 12, seed: 3 },
  );
});
