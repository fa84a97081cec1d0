// Fails when the committed dist/ is not what src/ builds: what runs must be what was reviewed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const fresh = mkdtempSync(join(root, '.dist-'));
try {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), fresh], { stdio: 'inherit' });
  const names = new Set([...filesIn(join(root, 'dist')), ...filesIn(fresh)]);
  const different = [...names].filter((name) => contentOf(join(root, 'dist', name)) !== contentOf(join(fresh, name)));
  if (different.length > 0) {
    console.error(`dist/ is not what src/ builds: ${different.join(', ')}. Run \`npm run build\` and commit dist/.`);
    process.exitCode = 1;
  } else console.log(`dist/ is what src/ builds (${names.size} files)`);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
