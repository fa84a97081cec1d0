import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, test } from 'vitest';
import { detectExport } from '../../src/init/init-export.ts';
import { PRESETS } from '../../src/mapping/presets/preset-name.ts';
import { PRESET_FIXTURES } from '../support/mutants/preset-exports.ts';

/** Files that are joined to an export, and one in which nobody can be recognised. */
const NO_EXPORT = /hashes|Logins|auth-identities|without-credentials|partial-export/;

/** The first file of each ending; test/mapping/presets/presets.test.ts has all. */
const FIXTURES = PRESETS.flatMap((preset) =>
  readdirSync(`${PRESET_FIXTURES}/${preset}`)
    .filter((file) => !NO_EXPORT.test(file))
    .filter((file, at, files) => files.findIndex((each) => extname(each) === extname(file)) === at)
    .map((file) => [preset, file] as const),
);

test.each(FIXTURES)('init recognises %s in %s', async (preset, file) => {
  const { recognised } = await detectExport({
    ...{ patterns: file, cwd: `${PRESET_FIXTURES}/${preset}`, exportKey: null },
    ...{ format: 'auto', encoding: 'auto', delimiter: 'auto' },
  });
  expect(recognised?.preset).toBe(preset);
});
