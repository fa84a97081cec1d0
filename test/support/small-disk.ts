import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

/** A disk of the test's own that can be filled: there is no other honest way to make one full. */
export interface SmallDisk extends Disposable {
  readonly path: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Gives free what `fill` took. */
  clear(): void;
}

/** Whether this machine lets a test mount one; a plain user may not. */
export const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0 && mayMount();

export function smallDisk(megabytes: number): SmallDisk {
  const folder = tempFolder();
  const path = folder.file('disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'pipe' });
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill: () => fillUp(filler),
    clear: () => rmSync(filler, { force: true }),
    [Symbol.dispose]: () => {
      execFileSync('umount', ['-l', path]);
      folder[Symbol.dispose]();
    },
  };
}

function fillUp(filler: string): void {
  const file = openSync(filler, 'a');
  try {
    for (let size = 1 << 20; size > 0; ) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch {
        size >>= 1;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** A container's root often may not. */
function mayMount(): boolean {
  try {
    using disk = smallDisk(1);
    return existsSync(disk.path);
  } catch {
    return false;
  }
}
