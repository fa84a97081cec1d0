import { escapeMarkdown } from '../../text/escape.ts';

/**
 * The summary of a run without a report: all problems at once.
 *
 * @param couldStart false when the inputs were wrong, so that nothing was sent
 */
export function failedStart(problems: readonly string[], couldStart: boolean): string {
  return [
    '## 💥 cidaas migration: error',
    '',
    couldStart ? 'The run failed unexpectedly. The log has the details.' : 'Nothing was sent.',
    '',
    ...problems.map((problem) => `- ${escapeMarkdown(problem)}`),
    '',
  ].join('\n');
}
