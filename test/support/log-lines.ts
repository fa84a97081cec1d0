import type { Log } from '../../src/runtime/log.ts';

/** A log that remembers what was said: `warning: …`. */
export function logLines(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const say = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  const log: Log = {
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    secret: say('secret'),
  };
  return { log, lines };
}
