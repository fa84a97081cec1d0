import { escapeMarkdown } from '../../text/escape.ts';
import type { Words } from '../language/words.ts';

/**
 * The summary of a run without a report: all problems at once.
 *
 * @param couldStart false when the inputs were wrong, so that nothing was sent
 */
export function failedStart(problems: readonly string[], couldStart: boolean, words: Words): string {
  return [
    `## 💥 ${words.text('start.title')}`,
    '',
    words.text(couldStart ? 'start.unexpected' : 'start.nothing-sent'),
    '',
    ...problems.map((problem) => `- ${escapeMarkdown(problem)}`),
    '',
  ].join('\n');
}
