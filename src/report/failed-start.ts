import { escapeMarkdown } from '../text/escape.ts';

/**
 * The summary of a run without a report: every problem, so that one correction is enough. A run that broke may have sent
 * users before.
 */
export function failedStart(problems: readonly string[], couldStart: boolean): string {
  return [
    '## 💥 cidaas migration: error',
    '',
    couldStart ? 'The run broke; the log says where.' : 'Nothing was sent.',
    '',
    ...problems.map((problem) => `- ${escapeMarkdown(problem)}`),
    '',
  ].join('\n');
}
