import * as core from '@actions/core';
import type { Annotation, AnnotationLevel } from '../report/annotations.ts';
import type { Place } from '../report/places.ts';
import type { Log } from '../runtime/log.ts';
import { escapeControlChars, logLine } from '../text/escape.ts';

/** A log whose notices, warnings and errors GitHub also shows on the run's page. */
export interface ActionLog extends Log {
  annotate(annotation: Annotation): void;
  /** From now on, what begins with a place in the repository is shown there. */
  lookUpPlaces(find: (message: string) => Place | null): void;
}

/** GitHub shows no more of a kind for a step; what comes after them is a plain line of the log. */
const SHOWN = 10;

/** The log of the action, through the runner's commands. */
export function actionLog(): ActionLog {
  const show = { error: core.error, warning: core.warning, notice: core.notice };
  const shown = { error: 0, warning: 0, notice: 0 };
  let placeOf: (message: string) => Place | null = () => null;
  const say = (level: AnnotationLevel, message: string, title?: string, place = placeOf(message)): void => {
    const where = place === null ? {} : { file: place.file, startLine: place.line };
    // core escapes line ends and per cent signs of commands; the rest of what steers a terminal is ours to show.
    if (shown[level]++ < SHOWN)
      show[level](escapeControlChars(message), { ...(title !== undefined && { title }), ...where });
    else core.info(logLine(`${level}: ${message}`));
  };
  return {
    info: (message) => core.info(logLine(message)),
    notice: (message) => say('notice', message),
    warning: (message) => say('warning', message),
    error: (message) => say('error', message),
    annotate: ({ level, title, message, place }) => say(level, message, title, place ?? null),
    lookUpPlaces: (find) => {
      placeOf = find;
    },
    secret: (value) => {
      if (value !== '') core.setSecret(value);
    },
  };
}
