// Checks the registry's signatures of the installed packages, where the registry offers them and can be reached.
import { spawnSync } from 'node:child_process';
import { signatureVerdict } from './signature-verdict.ts';

// Where the network is closed, each try waits for its end, and CI for all of them.
const { stdout, stderr, error } = spawnSync('npm', ['audit', 'signatures', '--json', '--fetch-retries=0'], {
  encoding: 'utf8',
  timeout: 30_000,
  shell: process.platform === 'win32',
});
const { isBroken, text } = signatureVerdict(stdout ?? '', error?.message ?? stderr ?? '');
console.log(text);
process.exitCode = isBroken ? 1 : 0;
