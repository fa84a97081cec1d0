import type { Clock } from '../runtime/clock.ts';
import { type ConsoleLog, consoleLog } from '../runtime/log.ts';
import type { LogStream } from '../runtime/log-stream.ts';
import { foreignLine, type OutputGuard } from '../runtime/output-guard.ts';
import { hasColours, paintFor } from '../runtime/terminal-style.ts';
import type { Env } from './step-environment.ts';

/** Where the command writes to. */
export interface Shell {
  readonly out: LogStream;
  readonly err: LogStream;
  /** Facts go to `out`, or to `err` with `--json`; all else goes to `err`. */
  readonly log: ConsoleLog;
  /** Everything goes to `err`: for commands whose result is on `out`. */
  readonly errLog: ConsoleLog;
  readonly hasColours: boolean;
  readonly wishes: OutputWishes;
}

/** What the command line wants printed. */
export interface OutputWishes {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
}

/** Reads the flags about output before all others, since problems of those are printed as these say. */
export function outputWishes(args: readonly string[]): OutputWishes {
  return {
    isJson: args.includes('--json'),
    isQuiet: args.includes('--quiet'),
    isVerbose: args.includes('--verbose'),
  };
}

/** Lines of libraries become lines of the log: a workflow may run the command, and its runner reads the output. */
export function openShell(guard: OutputGuard, env: Env, wishes: OutputWishes, { wallNow }: Clock): Shell {
  const out = guard.ownStream(process.stdout);
  const err = guard.ownStream(process.stderr);
  const { isJson, isQuiet, isVerbose } = wishes;
  const stamp = isVerbose ? () => new Date(wallNow()).toISOString().slice(11, 23) : null;
  const options = { paintOut: paintFor(out, env), paintErr: paintFor(err, env), isQuiet, stamp };
  const errLog = consoleLog(err, err, options);
  const log = isJson ? errLog : consoleLog(out, err, options);
  guard.deliverTo((written) => {
    const { kind, text } = foreignLine(written);
    if (text === '') return;
    if (kind === 'info') log.notice(text);
    if (kind === 'debug' && isVerbose) log.info(text);
  });
  return { out, err, log, errLog, hasColours: hasColours(out, env), wishes };
}
