import { describe, expect, test } from 'vitest';
import { type CompiledField, compileFields } from '../../../src/mapping/compile/compile-field.ts';
import { Expressions } from '../../../src/mapping/compile/expressions.ts';
import { FieldError } from '../../../src/mapping/compile/field-error.ts';
import { loadLibraries } from '../../../src/mapping/compile/libraries.ts';
import { Overruns } from '../../../src/mapping/compile/overruns.ts';
import { RecordFindings } from '../../../src/mapping/compile/record-findings.ts';
import { NO_REGION, regionReader } from '../../../src/mapping/compile/record-region.ts';
import { columnReader } from '../../../src/mapping/compile/source-reader.ts';
import { WorkMeter } from '../../../src/mapping/compile/work-meter.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import type { RecordBody } from '../../../src/source/record.ts';

/** The compiled rule of the only field of a mapping, for files with the columns `a` and `b`. */
async function compiled(field: string, rule: string): Promise<CompiledField> {
  const { fields, cells } = parseMapping(
    `source: { columns: optional }\nfields:\n  ${field}: ${rule}\n`,
    'mapping.yml',
  );
  const reader = columnReader(['a', 'b'], cells);
  const libraries = await loadLibraries(fields, fields);
  const { problems } = reader;
  const phone = { region: null, readRegion: regionReader(libraries.phones), regionOf: NO_REGION };
  const overruns = new Overruns(() => 0);
  const meter = new WorkMeter(overruns);
  const findings = new RecordFindings();
  const expressions = new Expressions({ jsonata: null, evaluator: undefined, problems, findings, overruns });
  const wayOut = { statusWayOut: '', isStatusMissing: false };
  const context = { reader, libraries, expressions, problems, meter, now: 0, phone, ...wayOut };
  const [made] = compileFields(fields, 'user', '', context);
  if (made === undefined || problems.length > 0) throw new Error(problems.join('\n'));
  return made;
}

const record = (a: string, b = ''): RecordBody => ({ kind: 'cells', cells: [a, b] });

/** What a value is after each step of a rule; the steps behind `split` see the first item. */
function trace({ rules: [rule] }: CompiledField, body: RecordBody): unknown[] {
  let value = rule?.read(body);
  const seen: unknown[] = ['from', value];
  for (const { name, on, run } of rule?.steps ?? []) {
    value = run(on === 'item' && Array.isArray(value) ? value[0] : value, body);
    seen.push(name, value);
  }
  return seen;
}

describe('the steps of a rule are data, in the order in which they run', () => {
  test.each([
    ['email', 'a', ' x@example.com ', ['from', ' x@example.com ', 'type', 'x@example.com']],
    [
      'nickname',
      '{ from: a, json: n, replace: { x: y }, case: upper }',
      '{"n":"x"}',
      ['from', '{"n":"x"}', 'json', 'x', 'replace', 'y', 'trim', 'y', 'case', 'Y', 'type', 'Y'],
    ],
    [
      'mobile_number',
      '{ from: a, phone: DE }',
      ' +49 171 2345678',
      ['from', ' +49 171 2345678', 'trim', '+49 171 2345678', 'phone', '+491712345678'],
    ],
    [
      'customFields.l',
      "{ from: a, split: ';', case: lower, table: { x: y } }",
      'X;Z',
      ['from', 'X;Z', 'split', ['X', 'Z'], 'trim', 'X', 'case', 'x', 'table', ['y']],
    ],
    ['roles', '{ value: [USER] }', 'x', ['from', ['USER']]],
  ])('%s: %s', async (field, rule, cell, expected) => {
    expect(trace(await compiled(field, rule), record(cell))).toEqual(expected);
  });

  test('the first step that fails ends them', async () => {
    const field = await compiled('nickname', '{ from: a, json: n, replace: { x: y }, case: upper }');
    const value = field.make(record('{'));
    expect(value).toBeInstanceOf(FieldError);
    expect((value as FieldError).problem).toMatchObject({ code: 'json.invalid', field: 'nickname' });
    expect((value as FieldError).reason).toBe('must be JSON, but the text is not valid JSON');
  });

  test('every alternative has its own condition, source and steps; an absent column has none', async () => {
    const field = await compiled(
      'userStatus',
      '[{ from: gone, table: { x: DELETED } }, { value: DECLINED, when: { from: b, is: 1 } }, { from: a, table: { on: VERIFIED } }]',
    );
    expect(field.rules.map(({ applies, steps }) => [applies === null, steps.map(({ name }) => name)])).toEqual([
      [true, []],
      [false, []],
      [true, ['trim', 'table']],
    ]);
    expect(field.make(record('on', '1'))).toBe('DECLINED');
    expect(field.make(record('on', '0'))).toBe('VERIFIED');
  });
});
