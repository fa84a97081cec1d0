import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import type { Mapped } from '../../src/mapping/mapped.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { looksLikeHash } from '../../src/user/hash-shape.ts';
import { recordOf } from './map-record.ts';

/** A rule of every kind, each over a column of its own. */
const RULES = [
  'sub: { from: c0, uuid5: 6ba7b810-9dad-11d1-80b4-00c04fd430c8 }',
  'email: { from: c1, case: lower }',
  'username: { from: c2, trim: false }',
  'mobile_number: { from: c3, phone: DE }',
  'birthdate: { from: c4, date: [dd.MM.yyyy, MM.dd.yyyy] }',
  "createdTime: { from: c5, instant: ['yyyy-MM-dd HH:mm', iso], zone: Europe/Berlin }",
  'lastLoggedInTime: { from: c6, instant: [epoch-seconds, epoch-milliseconds] }',
  'userStatus: { from: c7, table: { a: VERIFIED, b: null }, else: DECLINED }',
  "roles: { from: c8, split: ',', case: upper, table: { A: X }, else: null }",
  'customFields.g: { from: c9, replace: { a: b } }',
  'mfa_enabled: c10',
  'customFields.n: { from: c11, type: number }',
  'customFields.j: { from: c12, type: json }',
  'customFields.l: { from: c13, type: list }',
  'customFields.c: c14',
  'nickname: { first: [c15, c16] }',
  "address.formatted: { concat: [c15, c16], separator: '' }",
  'consents: c17',
  'password_hash_info.passwordHash: { from: c18, when: { from: c17, matches: x } }',
  'locale: { from: c19, table: { a: de } }',
];
const COLUMNS = Array.from({ length: 20 }, (_, index) => `c${index}`);
const MAPPING = parseMapping(`fields:\n${RULES.map((rule) => `  ${rule}\n`).join('')}`, 'mapping.yml');

const mapCsv = await compileMapping(MAPPING, COLUMNS);
const mapJson = await compileMapping(MAPPING, null);
const mapPlainJson = await compileMapping(null, null);

/** Arbitrary text, and text that comes near to what the rules look for. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.-:+ TZ/,[]{}"ea'), maxLength: 25 }),
  fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    'null',
    '""',
    '[]',
    '[""]',
    'a',
    'x',
    '31.02.2000',
    '01.02.2000',
    '[{"groupId":""}]',
    '$2b$10$',
  ),
);
const cells = fc.array(cell, { minLength: 0, maxLength: 22 });

function noEmptyValue(value: unknown, path = ''): void {
  // What JSON the author of the export put into a field of type json is taken as it is.
  if (path === '.customFields.j') return;
  if (value === '' || value === null || value === undefined) throw new Error(`${path} is empty`);
  if (Array.isArray(value) && value.length === 0) throw new Error(`${path} is an empty list`);
  if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) noEmptyValue(inner, `${path}.${key}`);
}

function messagesOf(mapped: Mapped): string {
  if (mapped.kind === 'skipped') return '';
  if (mapped.kind === 'invalid') return JSON.stringify(mapped.problems);
  const { errors, warnings } = validateUser(mapped.user, '2026-01-01');
  return JSON.stringify([errors, warnings]);
}

test('any cells whatever give a user without empty values, or problems', () => {
  fc.assert(
    fc.property(cells, (texts) => {
      const mapped = mapCsv(recordOf({ kind: 'cells', cells: texts }));
      if (mapped.kind === 'user') noEmptyValue(mapped.user);
      else expect(mapped.kind).toBe('invalid');
    }),
    { numRuns: 3000, seed: 20260101 },
  );
});

test('an empty cell, however blank, leaves out every field', () => {
  const blank = fc.string({ unit: fc.constantFrom(' ', '\t', '\u00a0', '\u2003', '\ufeff', '\n'), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(blank, { minLength: 20, maxLength: 20 }), (texts) => {
      expect(mapCsv(recordOf({ kind: 'cells', cells: texts }))).toEqual({
        kind: 'user',
        user: {},
        warnings: [],
        password: null,
        status: { status: 'VERIFIED', reason: 'no userStatus: the user can log in' },
      });
    }),
    { seed: 20260101 },
  );
});

test('any JSON record whatever is mapped without an exception, with and without a mapping', () => {
  const record = fc.dictionary(
    fc.oneof(fc.constantFrom(...COLUMNS, 'email', 'identities', 'address', 'groups'), fc.string()),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(record, (object) => {
      for (const map of [mapJson, mapPlainJson]) {
        const mapped = map(recordOf({ kind: 'object', object }));
        if (mapped.kind === 'user') validateUser(mapped.user, '2026-01-01');
      }
    }),
    { numRuns: 3000, seed: 20260101 },
  );
});

test('no problem ever holds what stood in a cell', () => {
  const secret = 'Zq7Canary';
  const around = fc.tuple(cell, cell).map(([before, after]) => `${before}${secret}${after}`);
  fc.assert(
    fc.property(fc.array(around, { minLength: 20, maxLength: 20 }), (texts) => {
      expect(messagesOf(mapCsv(recordOf({ kind: 'cells', cells: texts })))).not.toContain(secret);
      const object = Object.fromEntries(COLUMNS.map((column, index) => [column, { [secret + index]: texts[index] }]));
      expect(messagesOf(mapJson(recordOf({ kind: 'object', object })))).not.toContain(secret);
      const own = {
        email: texts[0],
        birthdate: texts[1],
        identities: [{ email: texts[2], [`${texts[3]}@`]: 1 }],
        roles: [texts[4]],
      };
      expect(messagesOf(mapPlainJson(recordOf({ kind: 'object', object: own })))).not.toContain(secret);
    }),
    { seed: 20260101 },
  );
});

test('identifiers of a row are never hashes', () => {
  const hash = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 }),
    fc
      .string({ unit: fc.constantFrom(...'abcXYZ019./'), minLength: 53, maxLength: 53 })
      .map((rest) => `$2b$10$${rest}`),
  );
  fc.assert(
    fc.property(hash, hash, (email, username) => {
      const mapped = mapCsv(recordOf({ kind: 'cells', cells: ['', email, username, '', 'no date'] }));
      expect(mapped).toMatchObject({ kind: 'invalid', identifiers: {} });
      const sound = mapCsv(recordOf({ kind: 'cells', cells: ['', email, username] }));
      const { errors } = sound.kind === 'user' ? validateUser(sound.user, '2026-01-01') : { errors: [] };
      expect(errors.map(({ code }) => code)).toEqual(['identifier.secret', 'identifier.secret']);
      expect(looksLikeHash(email)).toBe(true);
    }),
    { seed: 20260101 },
  );
});

test('the same record always gives the same user', () => {
  fc.assert(
    fc.property(cells, (texts) => {
      const once = JSON.stringify(mapCsv(recordOf({ kind: 'cells', cells: texts })));
      expect(JSON.stringify(mapCsv(recordOf({ kind: 'cells', cells: texts })))).toBe(once);
    }),
    { seed: 20260101 },
  );
});
