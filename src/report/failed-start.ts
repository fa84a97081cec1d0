import { escapeMarkdown } from './escape.ts';

/** The summary of a run that could not start: every problem, so that one correction is enough. */
export function failedStart(problems: readonly string[]): string {
  return [
    '## 💥 cidaas migration: error',
    '',
    'Nothing was sent.',
    '',
    ...problems.map((problem) => `- ${escapeMarkdown(problem)}`),
    '',
  ].join('\n');
}
