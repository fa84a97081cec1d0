import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { DECLARED_ALGORITHMS, type HashParts } from '../../src/password/hash-parts.ts';
import { type HashVector, hashVectors } from '../password/hash-vectors.ts';
import { ndjson, openScenario } from '../support/in-process.ts';

/** What a mapping says once for all of its rows; algorithm, salt and iterations may stand in each. */
function settingsOf({ input }: HashVector): object {
  if (typeof input === 'string') return {};
  const { saltEncoding, saltPosition, secret, passwordEncoding, firebase } = input as HashParts & {
    [key: string]: unknown;
  };
  const { blockSize, memCost, separator } = firebase ?? {};
  const parameters = firebase && {
    ...{ rounds: blockSize, mem_cost: memCost },
    base64_salt_separator: Buffer.from(separator ?? '').toString('base64'),
  };
  return JSON.parse(JSON.stringify({ saltEncoding, saltPosition, secret, passwordEncoding, firebase: parameters }));
}

function rowOf({ input, route }: HashVector, at: number): object {
  const parts = typeof input === 'string' ? { value: input } : input;
  const { value, algorithm = 'auto', salt, iterations } = parts as HashParts & { [key: string]: unknown };
  return { sub: `v-${at}`, email: `vector${at}@example.com`, hash: value, algorithm, salt, iterations, route };
}

/** Vectors that one mapping reads, and no more of them than a canary may have lines. */
const groups = Map.groupBy(
  hashVectors().map((vector, at) => ({ vector, at })),
  ({ vector, at }) => `${Math.floor(at / 60)} ${JSON.stringify(settingsOf(vector))}`,
);
const names = ['auto', ...DECLARED_ALGORITHMS];
const secrets = new Map(hashVectors().flatMap(({ secrets: { named = [] } }) => [...named]));
const secretLines = [...secrets].map(([name, value]) => `${name}=base64:${Buffer.from(value).toString('base64')}`);

test.each([...groups])('known passwords match what is sent for them: %s', async (group, vectors) => {
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(vectors.map(({ vector, at }) => rowOf(vector, at))));
  const password = {
    from: 'hash',
    salt: 'salt',
    iterations: 'iterations',
    algorithm: { from: 'algorithm', table: Object.fromEntries(names.map((name) => [name, name])) },
    verifier: 'CUSTOM_LEGACY',
    ...JSON.parse(group.slice(group.indexOf('{'))),
  };
  const fields = { sub: 'sub', email: 'email', userStatus: { value: 'VERIFIED' } };
  await scenario.write('mapping.yml', stringify({ fields, password, rules: { 'path.unseen': 'off' } }));
  const canary = vectors.map(({ vector, at }) => `vector${at}@example.com,"${vector.password.replaceAll('"', '""')}"`);
  const result = await scenario.run({
    export: 'users.ndjson',
    mapping: 'mapping.yml',
    'password-canary': canary.join('\n'),
    'password-secrets': secretLines.join('\n'),
  });

  expect(result.report.failures).toEqual([]);
  expect(result.report.canary?.findings.map(({ outcome }) => outcome)).toEqual(
    vectors.map(({ vector }) => (vector.uncheckable ? 'uncheckable' : 'matches')),
  );
  for (const { vector, at } of vectors) {
    const sent = scenario.sandbox.users().get(`v-${at}`)?.password_hash_info;
    expect([vector.name, sent?.algorithmTypeId === 'CUSTOM_LEGACY']).toEqual([vector.name, vector.route === 'custom']);
    expect(result.everything).not.toContain(sent?.passwordHash);
  }
  for (const value of secrets.values()) expect(result.everything).not.toContain(Buffer.from(value).toString('utf8'));
  for (const { vector } of vectors) {
    const { password: known } = vector;
    if (known.length > 8) expect(result.everything).not.toContain(known);
  }
});

test('ids of the tenant replace those of the documentation, and the canary reads what is sent under them', async () => {
  await using scenario = await openScenario();
  const hashes = {
    'pbkdf2_sha256$600000$seasalt$OAXyhAQ/4ZDA9V5RMExt3C1OwQdUpLZ99vm1McFlLRA=': 'PBKDF2_SHA256',
    '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K': 'CUSTOM_BCRYPT',
    '$argon2id$v=19$m=7168,t=5,p=1$LRScGShC7shkdoU5B1UgUQ$xKjWvB9+0sSP6wTqI1JoEI7w+iA0x9VDhPgmrOHRG80': 'ARGON2ID',
  };
  const rows = Object.keys(hashes).map((hash, at) => ({ sub: `s-${at}`, email: `u${at}@example.com`, hash }));
  await scenario.write('users.ndjson', ndjson(rows));
  const ids = { 'pbkdf2-sha256': 'PBKDF2_SHA256', bcrypt: 'CUSTOM_BCRYPT', argon2id: 'ARGON2ID' };
  const fields = { sub: 'sub', email: 'email', userStatus: { value: 'VERIFIED' } };
  await scenario.write('mapping.yml', stringify({ fields, password: { from: 'hash', ids } }));
  const result = await scenario.runBundle({
    export: 'users.ndjson',
    mapping: 'mapping.yml',
    'password-canary': 'u0@example.com,lètmein\nu1@example.com,hello\nu2@example.com,secret',
  });
  expect(result.report.failures).toEqual([]);
  expect(result.report.canary?.findings.map(({ outcome }) => outcome)).toEqual(['matches', 'matches', 'matches']);
  const stored = [...scenario.sandbox.users().values()].map((user) => user.password_hash_info?.algorithmTypeId);
  expect(stored).toEqual(Object.values(hashes));
  expect(result.stdout).toContain('As configured in the mapping: log in as one such user before the import.');
});
