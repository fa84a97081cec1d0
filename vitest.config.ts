import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages that are inlined below name source files which they do not ship.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    reporters: [process.env.CI ? 'dot' : 'default', './test/support/closing-line.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They import JSON and each other without the endings that Node asks for.
    server: { deps: { inline: [/@actions\/(?:languageservice|workflow-parser|expressions)/] } },
  },
});
