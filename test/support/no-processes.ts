import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const STARTERS = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'] as const;

/** The project `unit` is fast because it starts no process: a test that needs one belongs in the project `slow`. */
for (const name of STARTERS) {
  Object.assign(childProcess, {
    [name]: () => {
      throw new Error(`child_process.${name}: tests of the project unit start no process; see vitest.config.ts`);
    },
  });
}
syncBuiltinESMExports();
