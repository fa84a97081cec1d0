import * as core from '@actions/core';
import { logLine, visible } from '../report/escape.ts';
import type { Log } from './log.ts';

/** The log of the action, through the runner's commands. */
export function actionLog(): Log {
  return {
    info: (message) => core.info(logLine(message)),
    // core escapes line ends and per cent signs of commands; the rest of what steers a terminal is ours to show.
    notice: (message) => core.notice(visible(message)),
    warning: (message) => core.warning(visible(message)),
    error: (message) => core.error(visible(message)),
    group: (title, work) => core.group(logLine(title), work),
    secret: (value) => {
      if (value !== '') core.setSecret(value);
    },
  };
}
