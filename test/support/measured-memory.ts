import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lets a run write down, at its end, the most memory that it ever held, in megabytes; a heap of `heapMb` ends it before. */
export function measuredMemory(
  folder: string,
  heapMb: number,
): { readonly env: { readonly [name: string]: string }; readonly read: () => Promise<number> } {
  const file = join(folder, 'memory');
  const script = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS / 1024)));`;
  return {
    env: { NODE_OPTIONS: `--max-old-space-size=${heapMb} --import=data:text/javascript,${encodeURIComponent(script)}` },
    read: async () => Number(await readFile(file, 'utf8')),
  };
}
