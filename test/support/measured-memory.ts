import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a run needed, written down at its end. */
export interface MeasuredRun {
  readonly env: { readonly [name: string]: string };
  /** The most memory that it ever held, in megabytes. */
  readonly read: () => Promise<number>;
  /** The seconds of processor time, of all its threads. */
  readonly cpuSeconds: () => Promise<number>;
}

/** Lets a run write down what it needed; a heap of `heapMb` ends it before. */
export function measuredMemory(folder: string, heapMb: number): MeasuredRun {
  const file = join(folder, 'memory');
  const script = `import { writeFileSync } from 'node:fs'; process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); writeFileSync(${JSON.stringify(file)}, [maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6].join()); });`;
  const written = async (at: number) => Number((await readFile(file, 'utf8')).split(',')[at]);
  return {
    env: { NODE_OPTIONS: `--max-old-space-size=${heapMb} --import=data:text/javascript,${encodeURIComponent(script)}` },
    read: () => written(0),
    cpuSeconds: () => written(1),
  };
}
