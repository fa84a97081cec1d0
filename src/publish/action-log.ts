import * as core from '@actions/core';
import type { Annotation, AnnotationLevel } from '../report/annotations.ts';
import type { RepositoryLine } from '../report/repository-files.ts';
import type { Log } from '../runtime/log.ts';
import { foreignLine, type OutputGuard } from '../runtime/output-guard.ts';
import { escapeControlChars, logLine } from '../text/escape.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';

/** A log whose notices, warnings and errors GitHub also shows on the page of the run. */
export interface ActionLog extends Log {
  annotate(annotation: Annotation): void;
  /** Shows messages from now on next to the line that `find` returns for them; null: only on the run's page. */
  findLinesWith(find: (message: string) => RepositoryLine | null): void;
}

/** GitHub shows at most this many of each level per step; further ones are written as plain log lines. */
const MAX_ANNOTATIONS = 10;

/** The log of the action, written with the runner's workflow commands. It also shows what libraries write past `guard`. */
export function actionLog(guard: OutputGuard): ActionLog {
  const show = { error: core.error, warning: core.warning, notice: core.notice };
  const shown = { error: 0, warning: 0, notice: 0 };
  let lineOf: (message: string) => RepositoryLine | null = () => null;
  const emit = (level: AnnotationLevel, message: string, title?: string, at = lineOf(message)): void => {
    const position = at === null ? {} : { file: at.file, startLine: at.line };
    // core escapes line ends and percent signs; other control characters are escaped here.
    guard.own(() => {
      if (shown[level]++ < MAX_ANNOTATIONS)
        show[level](escapeControlChars(message), { ...(title !== undefined && { title }), ...position });
      else core.info(logLine(`${level}: ${message}`));
    });
  };
  const info = (message: string): void => guard.own(() => core.info(logLine(message)));
  guard.deliverTo((written) => {
    const { kind, text } = foreignLine(written);
    if (kind === 'info' && text !== '') info(text);
    if (kind === 'debug') guard.own(() => core.debug(logLine(text)));
  });
  return {
    info,
    notice: (message) => emit('notice', message),
    warning: (message) => emit('warning', message),
    error: (message) => emit('error', message),
    annotate: ({ level, title, message, line }) => emit(level, message, title, line ?? null),
    findLinesWith: (find) => {
      lineOf = find;
    },
    secret: (value) => {
      if (value.length >= MIN_SECRET_LENGTH) guard.own(() => core.setSecret(value));
    },
  };
}
