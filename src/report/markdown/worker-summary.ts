import { escapeMarkdown } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';

/** The job summary of a step with `role: work`. */
export function workerSummary(work: {
  readonly outcome: string;
  readonly message: string;
  readonly users: number;
}): string {
  const { outcome, message, users } = work;
  return `### cidaas-migrate: a worker ${outcome}\n\n${count(users)} users sent. ${escapeMarkdown(message)}\n`;
}
