import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Log } from '../runtime/log.ts';

/** What a process cannot share with a later one that gets its number. */
interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, in the words of the operating system. */
  readonly startedAt: string;
}

/** What the operating system knows of a running process. */
interface RunningProcess extends ProcessIdentity {
  readonly userId: number;
  /** Its command line: arguments on Linux, the whole line as one text on macOS. */
  readonly command: readonly string[];
}

/** How long a main step that is still running may take to end after SIGTERM, which in a container may be its first signal. */
const MAX_WAIT_MS = 60_000;
const POLL_MS = 250;

/** Identifies this process for the post step; empty where the operating system does not say when a process was started. */
export function ownIdentity(): string {
  const own = findProcess(process.pid);
  return own === null ? '' : JSON.stringify({ pid: own.pid, startedAt: own.startedAt } satisfies ProcessIdentity);
}

/**
 * Waits for the main step, and kills it when it does not end: only one process may write to the ledger. Touches only a process
 * of this user that was started when the main step was, and that runs its script. On Windows that cannot be known without
 * another program, so nothing is ended there: its runner ends all processes of a step.
 *
 * @param identity of `ownIdentity`, from the main step. Later steps could have set it.
 */
export async function waitForMainStep(identity: string, log: Pick<Log, 'warning'>, stop: AbortSignal): Promise<void> {
  const main = parseIdentity(identity);
  if (main === null) return;
  for (let waited = 0; isMainStep(main); waited += POLL_MS) {
    if (waited >= MAX_WAIT_MS || stop.aborted) {
      log.warning(
        `The main step (process ${main.pid}) was still running ${waited / 1_000} s after SIGTERM, so it is killed now.`,
      );
      signal(main, 'SIGKILL');
      return;
    }
    if (waited === 0) signal(main, 'SIGTERM');
    await setTimeout(POLL_MS);
  }
}

function parseIdentity(text: string): ProcessIdentity | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    const isValid = Number.isSafeInteger(pid) && Number(pid) > 1 && typeof startedAt === 'string' && startedAt !== '';
    return isValid ? { pid: Number(pid), startedAt } : null;
  } catch {
    return null;
  }
}

function isMainStep({ pid, startedAt }: ProcessIdentity): boolean {
  const found = findProcess(pid);
  if (found === null || pid === process.pid) return false;
  return found.startedAt === startedAt && found.userId === process.getuid?.() && runsMainScript(found.command);
}

/** The scripts of both steps are in one folder. The state of the main step does not say this, so nobody can change it. */
function runsMainScript(command: readonly string[]): boolean {
  const main = join(dirname(resolve(process.argv[1] ?? '')), 'index.js');
  return command.some((argument) => argument === main || argument.endsWith(` ${main}`));
}

function signal(main: ProcessIdentity, name: NodeJS.Signals): void {
  // Looked at again: it may have ended meanwhile, and its number may be that of another process.
  if (!isMainStep(main)) return;
  try {
    process.kill(main.pid, name);
  } catch {
    // It has just ended.
  }
}

/** Null when there is no such process, when it has ended and only waits to be collected, and on Windows. */
function findProcess(pid: number): RunningProcess | null {
  try {
    switch (process.platform) {
      case 'linux':
        return linuxProcess(pid);
      case 'darwin':
        return macProcess(pid);
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Source: proc_pid_stat(5). The name of the program, in parentheses, may itself contain some. */
function linuxProcess(pid: number): RunningProcess | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (/^[ZXx]$/.test(state)) return null;
  // The 22nd field of all: clock ticks since the machine was started.
  const ticks = fields[18] ?? '';
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return { pid, startedAt: `${boot} ${ticks}`, userId: statSync(`/proc/${pid}`).uid, command };
}

function macProcess(pid: number): RunningProcess | null {
  const line = execFileSync('/bin/ps', ['-ww', '-o', 'uid=,stat=,lstart=,command=', '-p', String(pid)], {
    ...{ encoding: 'utf8', timeout: 5_000, env: { LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'ignore'] },
  });
  // ` 501 S    Mon Nov 30 12:00:00 2026     /usr/bin/node /actions/index.js`
  const [, uid, state = '', startedAt, command] =
    /^\s*(\d+)\s+(\S+)\s+(\S+ \S+\s+\d+ [\d:]+ \d+)\s+(.*)$/m.exec(line) ?? [];
  if (uid === undefined || startedAt === undefined || state.startsWith('Z')) return null;
  return { pid, startedAt, userId: Number(uid), command: [(command ?? '').trimEnd()] };
}
