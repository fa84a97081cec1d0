import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldNames } from '../../src/mapping/cidaas-fields.ts';
import { compileMapping } from '../../src/mapping/compile.ts';
import { parseMapping } from '../../src/mapping/mapping-file.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { readFile, writeFiles } from '../source/read-export.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Example {
  readonly title: string;
  readonly format: string;
  readonly source: string;
  readonly mapping: string | null;
  readonly users: unknown;
}

const page = readFileSync(new URL('../../docs/mapping.md', import.meta.url), 'utf8');

/** An export, a mapping (or none) and the users, in this order, are an example. */
function examples(text: string): Example[] {
  const found: Example[] = [];
  let title = '';
  let open: { format: string; source: string; mapping: string | null } | null = null;
  for (const part of text.matchAll(/^## (.+)$|^```(\w+) (export|mapping|users)\n([\s\S]*?)^```$/gm)) {
    const [, heading, language = '', kind, body = ''] = part;
    if (heading !== undefined) title = heading;
    else if (kind === 'export') open = { format: language, source: body, mapping: null };
    else if (open === null) throw new Error(`${title}: a ${kind} without an export before it`);
    else if (kind === 'mapping') open.mapping = body;
    else {
      found.push({ title, ...open, users: JSON.parse(body) });
      open = null;
    }
  }
  return found;
}

const all = examples(page);

test('the page teaches by at least ten examples', () => {
  expect(all.length).toBeGreaterThanOrEqual(10);
});

test.each(all.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
  using folder = tempFolder();
  const name = `users.${example.format}`;
  writeFiles(folder.path, { [name]: example.source });
  const { file, records } = await readFile(folder.path, name);
  const mapping = example.mapping === null ? null : parseMapping(example.mapping, 'mapping.yml');
  const map = await compileMapping(mapping, file.columns);
  const results = records.map((record) => {
    const mapped = map(record);
    if (mapped.kind === 'skipped') return { skipped: mapped.reason };
    const problems = mapped.kind === 'user' ? validateUser(mapped.user, '2026-01-01').errors : mapped.problems;
    if (problems.length > 0 || mapped.kind === 'invalid') return { invalid: problems.map(({ code }) => code) };
    return mapped.user;
  });
  expect(results).toEqual(example.users);
  expect(map.unseen()).toEqual([]);
});

test('the reference names every field there is', () => {
  const reference = page.slice(page.indexOf('### Every field'));
  for (const field of fieldNames('user')) {
    if (field !== 'identities') expect(reference).toContain(`\`${field}\``);
  }
});
