import { describe, expect, test } from 'vitest';
import { fieldOf, mapCells, mapObject, outcome } from '../map-record.ts';

describe('dates', () => {
  test.each([
    ['date: dd.MM.yyyy', '07.11.1979', '1979-11-07'],
    ['date: dd.MM.yyyy', ' 07.11.1979 ', '1979-11-07'],
    ['date: dd.MM.yyyy', '7.11.1979', ['date.invalid birthdate']],
    ['date: d.M.yyyy', '7.1.1979', '1979-01-07'],
    ['date: ddMMyyyy', '01012012', '2012-01-01'],
    ['date: dd.MM.yyyy', '29.02.2000', '2000-02-29'],
    ['date: dd.MM.yyyy', '29.02.1900', ['date.invalid birthdate']],
    ['date: dd.MM.yyyy', '00.00.0000', undefined],
    ['date: dd.MM.yyyy', '07.11.79', ['date.invalid birthdate']],
    ['date: dd-MMM-yyyy', '11-FEB-2020', '2020-02-11'],
    ['date: [dd/MM/yyyy, MM/dd/yyyy]', '25/06/2012', '2012-06-25'],
    ['date: [dd/MM/yyyy, MM/dd/yyyy]', '06/06/2012', '2012-06-06'],
    ['date: [dd/MM/yyyy, MM/dd/yyyy]', '05/06/2012', ['date.ambiguous birthdate']],
    ['date: [iso, dd.MM.yyyy]', '1979-11-07', '1979-11-07'],
    ['', '1979-11-07', '1979-11-07'],
    ['', '1979-11-07T00:00:00.000Z', '1979-11-07'],
    ['', '1979-11-06T23:00:00.000Z', ['date.invalid birthdate']],
    ['', '1979-02-30', ['date.invalid birthdate']],
    ['', '07.11.1979', ['date.invalid birthdate']],
    ['', '0000-01-01', ['date.invalid birthdate']],
  ])('%s reads %s', async (rule, cell, expected) => {
    expect(await fieldOf('birthdate', rule, cell)).toEqual(expected);
  });

  test('in three columns', async () => {
    const mapping = "fields:\n  birthdate: { concat: [y, m, d], separator: '-', date: yyyy-M-d }\n";
    expect(outcome(await mapCells(mapping, { y: '1980', m: '2', d: '9' }))).toEqual({ birthdate: '1980-02-09' });
    expect(outcome(await mapCells(mapping, { y: '1980', m: '', d: '9' }))).toEqual(['date.invalid birthdate']);
    expect(outcome(await mapCells(mapping, { y: '', m: '', d: ' ' }))).toEqual({});
  });
});

describe('points in time', () => {
  const berlin = "instant: 'yyyy-MM-dd HH:mm', zone: Europe/Berlin";
  test.each([
    ['', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05.000Z'],
    ['', '2020-01-02T03:04:05.678901+01:00', '2020-01-02T02:04:05.678Z'],
    ['', '2024-01-15 10:30:00.000000+00', '2024-01-15T10:30:00.000Z'],
    ['', '2025-05-08 09:35:22.556125 +0000', '2025-05-08T09:35:22.556Z'],
    ['', '2020-01-02T03:04-0530', '2020-01-02T08:34:00.000Z'],
    ['', '2020-01-02T03:04:05', ['instant.invalid createdTime']],
    ['', '2020-01-02', ['instant.invalid createdTime']],
    ['', '2020-02-30T00:00:00Z', ['instant.invalid createdTime']],
    ['', '2020-01-02T24:00:00Z', ['instant.invalid createdTime']],
    ['', '2020-01-02T23:59:60Z', ['instant.invalid createdTime']],
    ['', '0000-00-00 00:00:00', undefined],
    ['', '0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['instant: iso, zone: Europe/Berlin', '2020-01-02 03:04:05', '2020-01-02T02:04:05.000Z'],
    ['instant: iso, zone: Europe/Berlin', '2020-07-02', '2020-07-01T22:00:00.000Z'],
    ['instant: iso, zone: Europe/Berlin', '2020-07-02T00:00:00Z', '2020-07-02T00:00:00.000Z'],
    ['instant: epoch-seconds', '1700000000', '2023-11-14T22:13:20.000Z'],
    ['instant: epoch-seconds', '1700000000.5', '2023-11-14T22:13:20.500Z'],
    ['instant: epoch-milliseconds', '1700000000123', '2023-11-14T22:13:20.123Z'],
    ['instant: epoch-seconds', '1700000000123000', ['instant.invalid createdTime']],
    ['instant: epoch-seconds', '0x10', ['instant.invalid createdTime']],
    [berlin, '2020-01-02 03:04', '2020-01-02T02:04:00.000Z'],
    [berlin, '2020-07-02 03:04', '2020-07-02T01:04:00.000Z'],
    // Summer time begins: 02:30 never comes and means 03:30.
    [berlin, '2020-03-29 01:59', '2020-03-29T00:59:00.000Z'],
    [berlin, '2020-03-29 02:30', '2020-03-29T01:30:00.000Z'],
    [berlin, '2020-03-29 03:30', '2020-03-29T01:30:00.000Z'],
    // Summer time ends: 02:30 comes twice and means the first time.
    [berlin, '2020-10-25 01:30', '2020-10-24T23:30:00.000Z'],
    [berlin, '2020-10-25 02:30', '2020-10-25T00:30:00.000Z'],
    [berlin, '2020-10-25 03:00', '2020-10-25T02:00:00.000Z'],
    ["instant: 'yyyy-MM-dd HH:mm', zone: America/St_Johns", '2020-11-01 01:30', '2020-11-01T04:00:00.000Z'],
    ["instant: 'dd/MM/yyyy HH:mm ZZ', zone: Europe/Berlin", '02/01/2020 03:04 +05:00', '2020-01-01T22:04:00.000Z'],
    ["instant: 'M/d/yyyy h:mm:ss a', zone: UTC", '8/19/2021 1:25:31 PM', '2021-08-19T13:25:31.000Z'],
    ["instant: ['dd/MM/yyyy', 'MM/dd/yyyy'], zone: UTC", '05/06/2012', ['date.ambiguous createdTime']],
    ["instant: ['dd/MM/yyyy', 'MM/dd/yyyy'], zone: UTC", '25/06/2012', '2012-06-25T00:00:00.000Z'],
  ])('%s reads %s', async (rule, cell, expected) => {
    expect(await fieldOf('createdTime', rule, cell)).toEqual(expected);
  });

  test('the zone of the machine plays no part', async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Auckland';
      expect(await fieldOf('createdTime', berlin, '2020-01-02 03:04')).toBe('2020-01-02T02:04:00.000Z');
      expect(await fieldOf('birthdate', 'date: dd.MM.yyyy', '02.01.1980')).toBe('1980-01-02');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('JSON numbers are epochs too', async () => {
    const mapping = 'fields:\n  createdTime: { from: t, instant: epoch-milliseconds }\n';
    expect(outcome(await mapObject(mapping, { t: 1700000000123 }))).toEqual({
      createdTime: '2023-11-14T22:13:20.123Z',
    });
  });
});

describe('phone numbers', () => {
  test.each([
    ['0171 2345678', '+491712345678'],
    ['0171/23 45 678', '+491712345678'],
    ['+49 (0)171 2345678', '+491712345678'],
    ['0043 664 1234567', '+436641234567'],
    ['+1 202-456-1111', '+12024561111'],
    ['110', ['phone.invalid mobile_number']],
    ['keine', ['phone.invalid mobile_number']],
    ['0221 1234567 ext. 12', ['phone.invalid mobile_number']],
    ['0171 2345678 oder 0172 2345678', ['phone.invalid mobile_number']],
  ])('%s', async (cell, expected) => {
    expect(await fieldOf('mobile_number', 'phone: DE', cell)).toEqual(expected);
  });

  test('without a country they stay as they are', async () => {
    expect(await fieldOf('phone_number', '', ' 0171/1 ')).toBe('0171/1');
  });
});

describe('stable ids', () => {
  // The example of RFC 9562, appendix A.4.
  const dns = 'uuid5: 6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  test.each([
    [dns, 'www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    [dns, ' www.example.com ', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    [`${dns}, case: lower`, 'WWW.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    [`${dns}, trim: false`, ' www.example.com ', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
  ])('%s of "%s"', async (rule, cell, expected) => {
    expect(await fieldOf('sub', rule, cell)).toBe(expected);
  });

  test('a number and its text are the same id', async () => {
    const mapping = `fields:\n  sub: { from: id, ${dns} }\n`;
    expect(outcome(await mapObject(mapping, { id: 4711 }))).toEqual(outcome(await mapObject(mapping, { id: '4711' })));
  });
});

describe('text', () => {
  test.each([
    ['', ' Ada ', 'Ada'],
    ['trim: false', ' Ada ', ' Ada '],
    ['trim: false', '   ', undefined],
    ['case: upper', 'straße', 'STRASSE'],
    ['case: lower', 'ÄDA', 'äda'],
    ['', '\u00a0\ufeff ', undefined],
    ['empty: clear', ' ', null],
    ['default: Anon', ' ', 'Anon'],
    ['table: { Ada: Lovelace }', ' Ada', 'Lovelace'],
    ['table: { Ada: Lovelace }', 'ada', ['value.unknown given_name']],
    ['table: { ada: Lovelace }, case: lower', 'ADA', 'Lovelace'],
    ['table: { Ada: Lovelace }, else: Nobody', 'Eve', 'Nobody'],
    ['table: { Ada: Lovelace }, else: null', 'Eve', undefined],
    ['table: { Ada: null }, default: x', 'Ada', undefined],
    ['table: { Ada: Lovelace }, default: Ada', '', 'Ada'],
    ['table: { 007: Bond, 7: Seven }', '007', 'Bond'],
    ['table: { __proto__: x }, else: y', 'constructor', 'y'],
  ])('%s of "%s"', async (rule, cell, expected) => {
    expect(await fieldOf('given_name', rule, cell)).toEqual(expected);
  });

  test.each([
    [5, '5'],
    [1.5, '1.5'],
    [true, 'true'],
    [null, undefined],
    ['', undefined],
    [[], undefined],
    [['Ada'], ['type.invalid given_name']],
    [{ a: 1 }, ['type.invalid given_name']],
    [12345678901234567000, ['number.imprecise given_name']],
    // What JSON.parse makes of 1e999.
    [Number.POSITIVE_INFINITY, ['number.imprecise given_name']],
  ])('the JSON value %j', async (value, expected) => {
    const mapped = await mapObject('fields:\n  given_name: x\n', { x: value });
    expect(mapped.kind === 'user' ? mapped.user.given_name : outcome(mapped)).toEqual(expected);
  });

  test('the first of several, and several together', async () => {
    const first = 'fields:\n  given_name: { first: [a, b, c] }\n';
    expect(outcome(await mapCells(first, { a: ' ', b: 'B', c: 'C' }))).toEqual({ given_name: 'B' });
    expect(outcome(await mapCells(first, { a: '', b: '', c: '' }))).toEqual({});
    const concat = "fields:\n  given_name: { concat: [a, b, c], separator: '', default: D }\n";
    expect(outcome(await mapCells(concat, { a: ' A ', b: '', c: 'C' }))).toEqual({ given_name: 'AC' });
    expect(outcome(await mapCells(concat, { a: ' ', b: '', c: '' }))).toEqual({ given_name: 'D' });
    expect(outcome(await mapObject(concat, { a: 1, b: [2] }))).toEqual(['type.invalid given_name']);
  });
});

describe('types', () => {
  test.each([
    ['mfa_enabled', '', 'JA', true],
    ['mfa_enabled', '', 'False', false],
    ['mfa_enabled', '', 'on', ['boolean.invalid mfa_enabled']],
    ['mfa_enabled', '', '', undefined],
    ['mfa_enabled', 'table: { on: true, off: no }', 'off', false],
    ['customFields.n', 'type: number', ' -12.50 ', -12.5],
    ['customFields.n', 'type: number', '0', 0],
    ['customFields.n', 'type: number', '1.234,56', ['number.invalid customFields.n']],
    ['customFields.n', 'type: number', '1e999', ['number.invalid customFields.n']],
    ['customFields.n', 'type: number', '12345678901234567890', ['number.imprecise customFields.n']],
    ['customFields.n', '', '0012', '0012'],
    ['customFields.n', 'type: string', 'true', 'true'],
    ['customFields.n', 'type: boolean', 'nein', false],
    ['customFields.n', 'type: json', '{"a": [1]}', { a: [1] }],
    ['customFields.n', 'type: json', '{"a": [1e999]}', ['number.imprecise customFields.n']],
    ['customFields.n', 'type: json', '{"a": 12345678901234567890}', { a: '12345678901234567890' }],
    ['customFields.n', 'type: json', '['.repeat(200) + ']'.repeat(200), ['json.invalid customFields.n']],
    ['customFields.n', 'type: json', 'null', undefined],
    ['customFields.n', 'type: json', '""', undefined],
    ['customFields.n', 'type: json', '{a: 1}', ['json.invalid customFields.n']],
    ['customFields.n', 'type: list', 'a', ['a']],
    ['customFields.n', 'type: list', '["a", 1, ""]', ['a', '1']],
    ['customFields.n', 'type: list', '["a"', ['json.invalid customFields.n']],
    ['customFields.n', 'date: dd.MM.yyyy', '01.02.2003', '2003-02-01'],
    ['customFields.l', "split: ','", ' a, b,,c ', ['a', 'b', 'c']],
    ['customFields.l', "split: ','", ' , ,', undefined],
    ['roles', "split: ',', table: { a: b }, default: [x]", ' , ,', ['x']],
    ['roles', "split: ',', table: { a: b }, empty: clear", ',', null],
    ['customFields.l', "split: ',', case: upper", 'a,b', ['A', 'B']],
    ['roles', "split: ',', table: { a: [X, Y], b: null }", 'a,b,a', ['X', 'Y', 'X', 'Y']],
    ['roles', "split: ',', table: { a: null }", 'a', undefined],
    ['roles', "split: ',', table: { a: X }", 'a,z', ['value.unknown roles']],
    ['customFields.l', 'list: php', 'a:2:{i:0;s:9:"ROLE_USER";i:1;i:5;}', ['ROLE_USER', '5']],
    ['customFields.l', 'list: php', 'a:0:{}', undefined],
    ['customFields.l', 'list: php', ' ', undefined],
    ['customFields.l', 'list: php', 'a:1:{i:0;a:1:{i:0;i:5;}}', ['5']],
    ['roles', 'list: php, table: { ROLE_USER: USER, ROLE_X: null }', 'a:1:{i:3;s:9:"ROLE_USER";}', ['USER']],
    ['roles', 'list: php, table: { 5: USER }, default: [NONE]', 'a:0:{}', ['NONE']],
    ['roles', 'list: php, table: { a: X }', 'a:1:{i:0;s:1:"b";}', ['value.unknown roles']],
  ])('%s, %s, of "%s"', async (field, rule, cell, expected) => {
    expect(await fieldOf(field, rule, cell)).toEqual(expected);
  });

  test('custom fields keep the types of a JSON record', async () => {
    const mapping =
      'fields:\n  customFields.a: a\n  customFields.b: b\n  customFields.c: { from: c, type: list }\n  customFields.d: d\n';
    expect(outcome(await mapObject(mapping, { a: 1, b: { x: [true] }, c: [1, 'x'], d: 12345678901234567000 }))).toEqual(
      ['number.imprecise customFields.d'],
    );
    const nested = await mapObject(mapping, { a: 1, b: { x: [Number.POSITIVE_INFINITY] }, c: [1, 'x'], d: 1 });
    expect(outcome(nested)).toEqual(['number.imprecise customFields.b']);
    expect(outcome(await mapObject(mapping, { a: 0, b: { x: [true] }, c: [1, 'x'], d: false }))).toEqual({
      customFields: { a: 0, b: { x: [true] }, c: ['1', 'x'], d: false },
    });
  });

  test('consents that stand in the export ready-made', async () => {
    const mapping = 'fields:\n  sub: id\n  consents: { from: given }\n';
    const given = [{ fieldKey: 'news', state: 'ACCEPTED' }];
    expect(outcome(await mapObject(mapping, { id: 's', given }))).toEqual({ sub: 's', consents: given });
    expect(outcome(await mapObject(mapping, { id: 's', given: [{ fieldKey: 'news', _id: 'x' }] }))).toEqual([
      'field.unknown consents[0]',
    ]);
  });
});
