import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResumeStore } from './memory.ts';

/** The command's place for what the next run needs: a private folder, one resume file in it. */
export function stateFolder(dir: string): ResumeStore & { readonly forget: () => Promise<void> } {
  const path = join(dir, 'resume.bin');
  return {
    async fetch() {
      const isThere = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      return isThere ? { path, name: path, runId: '' } : null;
    },
    async put(written) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const part = `${path}.part`;
      await copyFile(written, part);
      await rename(part, path);
      return true;
    },
    /** Nothing is left to continue. */
    forget: () => rm(path, { force: true }),
  };
}
