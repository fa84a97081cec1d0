import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs npm or npx as a person without a network does: with an empty cache of their own and a registry that does not answer.
 *
 * @throws Error with the output if it fails.
 */
export async function runNpm(program: 'npm' | 'npx', args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await run(program, args, {
    cwd,
    env: {
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      HOME: cwd,
      npm_config_cache: `${cwd}/.npm-cache`,
      npm_config_registry: 'http://127.0.0.1:1',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    maxBuffer: 16 << 20,
  });
  return stdout;
}
