import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { openExport } from '../../../src/source/open-export.ts';
import { openSandbox } from '../../sandbox/tenant-client.ts';
import { tempFolder } from '../temp-folder.ts';
import type { ExpectedOutcome } from './export-trap.ts';
import { type ExportOptions, generateExport, generateRows } from './generate-export.ts';

const MAPPING = 'examples/demo/mapping.yml';

/** What the sandbox says of a row that nobody has checked before. */
const STATES: Readonly<Record<ExpectedOutcome, string>> = {
  created: 'CREATED',
  failed: 'FAILED',
  invalid: 'FAILED',
  duplicate: 'UPDATED',
  skipped: 'skipped',
};

test.each<[string, number, Partial<ExportOptions>]>([
  ['shop.csv', 3_000, { encoding: 'windows-1252' }],
  // In other forms the first rows, which hold every trap.
  ['shop.tsv', 600, { encoding: 'utf-16le', delimiter: '\t' }],
  ['shop.ndjson', 600, { format: 'ndjson' }],
  ['shop.json', 600, { format: 'json', encoding: 'utf-8-bom' }],
])(
  '%s: every row ends as the generator says, through the demo mapping and the sandbox',
  async (name, size, options) => {
    const rows = { seed: 11, users: size };
    using folder = tempFolder();
    await using open = await openSandbox();
    await writeFile(folder.file(name), [...generateExport({ ...rows, ...options })]);
    const format = options.format ?? 'csv';
    const settings = { format, encoding: 'auto', delimiter: 'auto', exportKey: null } as const;
    const exported = await openExport({ cwd: folder.path, patterns: name, ...settings });
    const mapping = parseMapping(await readFile(MAPPING, 'utf8'), MAPPING);
    const map = await compileMapping(mapping, exported.files[0]?.columns ?? null);

    const expected = [...generateRows(rows)];
    let count = 0;
    for await (const chunk of exported.records()) {
      const users: unknown[] = [];
      const wanted: string[] = [];
      for (const record of chunk) {
        const outcome = expected[record.row - 1]?.outcome;
        const mapped = map(record);
        count++;
        if (outcome === undefined || mapped.kind !== 'user') {
          expect(mapped.kind).toBe(outcome);
          continue;
        }
        users.push(mapped.user);
        wanted.push(STATES[outcome]);
      }
      for (let from = 0; from < users.length; from += 1000) {
        const answer = await open.bulk(...users.slice(from, from + 1000));
        const states = answer.body?.process_states?.map((entry) => entry.process_state);
        expect(states).toEqual(wanted.slice(from, from + 1000));
      }
    }
    expect(count).toBe(rows.users);
    expect(open.sandbox.userCount).toBe(expected.filter((row) => row.outcome === 'created').length);
  },
);
