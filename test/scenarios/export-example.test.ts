import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  expectDiscreet,
  type Given,
  LEGACY_DATABASE_PASSWORD,
  MAPPING,
  onlyAction,
  openWorld,
  resultsOf,
  type World,
} from '../support/example-world.ts';
import { csvText } from '../support/export-text.ts';
import { someUsers } from '../support/scenario.ts';

const AGE = fileURLToPath(new URL('../support/age-command.ts', import.meta.url));
const users = someUsers(40);
const files = () => ({ 'migration/mapping.yml': MAPPING, 'migration/export-users.sql': 'SELECT * FROM users;\n' });

/** A runner with age, and with a psql that prints the users, and then fails if the database breaks. */
async function openLegacySystem(breaks = false) {
  const world = await openWorld('export');
  const csv = join(world.programs, '..', 'legacy-export.csv');
  await writeFile(csv, csvText(users));
  const program = (name: string, script: string) =>
    writeFile(join(world.programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await program('age', `exec '${process.execPath}' '${AGE}' "$@"`);
  await program(
    'psql',
    `[ "$PGHOST $PGUSER $PGPASSWORD" = 'db.example.com reader ${LEGACY_DATABASE_PASSWORD}' ] || exit 2
     case "$*" in *'ON_ERROR_STOP=1 --csv --file migration/export-users.sql') cat '${csv}' ;; *) exit 3 ;; esac
     ${breaks ? 'exit 1' : ''}`,
  );
  const vars = { LEGACY_DATABASE_HOST: 'db.example.com', LEGACY_DATABASE_USER: 'reader', LEGACY_EXPORT_FILE: csv };
  return { world, csv, run: (given: Given = {}) => world.run({ ...given, vars: { ...vars, ...given.vars } }, files) };
}

/** What is on the machine of the job that holds a user. */
async function filesWithUsers({ programs }: World): Promise<string[]> {
  const folder = join(programs, '..');
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1')] as const));
  return texts
    .filter(([path, text]) => path.endsWith('.age') || text.includes('user1@example.com'))
    .map(([path]) => path.slice(folder.length + 1));
}

describe('examples/export.yml', () => {
  it('encrypts what the database gives, and go-live.yml plans the artifact of this run', async () => {
    const { world, run } = await openLegacySystem();
    await using _ = world;
    const exported = await run({ runId: '5000' });
    expect(resultsOf(exported)).toEqual({ export: 'success' });
    expect(world.service.artifacts.map(({ name, runId }) => [name, runId])).toEqual([['users', '5000']]);
    expect(world.service.artifacts[0]?.bytes.includes('user1@example.com')).toBe(false);
    expect(await filesWithUsers(world)).toEqual(['legacy-export.csv']);
    expectDiscreet(exported);

    const inputs = { step: 'plan', 'export-run': '5000' };
    const plan = await world.run({ example: 'go-live.yml', inputs }, files);
    expect(onlyAction(plan.plan).outputs).toMatchObject({ outcome: 'succeeded', rows: '40', planned: '40' });
  });

  it('uploads nothing when the database breaks off, and leaves nothing', async () => {
    const { world, run } = await openLegacySystem(true);
    await using _ = world;
    expect(resultsOf(await run())).toEqual({ export: 'failure' });
    expect(world.service.artifacts).toEqual([]);
    expect(await filesWithUsers(world)).toEqual(['legacy-export.csv']);
  });

  it('deletes a file after its upload, unless it is to be kept', async () => {
    const { world, csv, run } = await openLegacySystem();
    await using _ = world;
    expect(resultsOf(await run({ inputs: { source: 'file', 'remove-file': 'false' } }))).toEqual({ export: 'success' });
    expect(existsSync(csv)).toBe(true);
    expect(resultsOf(await run({ inputs: { source: 'file' } }))).toEqual({ export: 'success' });
    expect(world.service.artifacts).toHaveLength(2);
    expect(await filesWithUsers(world)).toEqual([]);
  });

  it('names a file that is left because it could not be encrypted', async () => {
    const { world, csv, run } = await openLegacySystem();
    await using _ = world;
    const jobs = await run({ inputs: { source: 'file' }, vars: { CIDAAS_EXPORT_RECIPIENT: 'age1wrong' } });
    expect(resultsOf(jobs)).toEqual({ export: 'failure' });
    expect(world.service.artifacts).toEqual([]);
    expect(jobs.export?.actions.at(-1)?.stdout).toContain(`::error::Users are still on this runner. Delete: ${csv}`);
  });
});
