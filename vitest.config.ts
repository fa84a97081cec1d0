import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongFilesFirst from './test/support/long-files-first.ts';

/** What takes longest, and changes least: a job of its own in CI, `npm run test:long`. */
const LONG = [
  'test/mapping/presets/mutants.slow.test.ts',
  'test/password/vectors.slow.test.ts',
  'test/scenarios/fuzz.test.ts',
  'test/scenarios/memory-growth.test.ts',
  'test/scenarios/tutorial.test.ts',
];

/** Tests that start processes (the bundle, a browser, a step that a runner starts), or that compute for seconds. */
const SLOW = [
  'test/scenarios/**/*.test.ts',
  'test/**/*.slow.test.ts',
  'test/report/html/report-html.browser.test.ts',
  'test/publish/publish-report.test.ts',
  'test/tenant/https.test.ts',
];

export default defineConfig({
  // Packages that are inlined below name source files which they do not ship.
  logLevel: 'error',
  test: {
    reporters: ['./test/support/opening-lines.ts', process.env.CI ? 'dot' : 'default', './test/support/closing-line.ts'],
    sequence: { sequencer: LongFilesFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The source keeps no state in its modules: one worker loads it once for all of its files.
    isolate: false,
    // Where a test plays a step in this process, what the step prints is caught at the stream.
    disableConsoleIntercept: true,
    // The workers mostly wait: for processes, for servers, for clocks. Vitest's own number is one less than the cores.
    maxWorkers: availableParallelism() + 1,
    // They import JSON and each other without the endings that Node asks for.
    server: { deps: { inline: [/@actions\/(?:languageservice|workflow-parser|expressions)/] } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...SLOW, ...LONG], setupFiles: ['./test/support/no-processes.ts', './test/support/quick-scrypt.ts'], sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'long', include: LONG, setupFiles: './test/support/scrypt-once.ts', testTimeout: 180_000, sequence: { groupOrder: 2 } } },
      { extends: true, // Whole workflows with many processes: a machine that does other work takes three times as long.
        test: { name: 'slow', include: SLOW, exclude: LONG, setupFiles: './test/support/scrypt-once.ts', globalSetup: './test/support/shared-postgres.ts', testTimeout: 180_000, sequence: { groupOrder: 1 } } },
    ],
  },
});
