import type { RequestSummary } from '../apply/request-stats.ts';
import type { Words } from './language/words.ts';

/** How many requests were sent: `371 for 367 batches, including 4 retries`. */
export function requestWords({ batches, sent, retried }: RequestSummary, words: Words): string {
  const purpose = batches === 0 ? '' : words.text('requests.batches', { n: batches });
  const retries = retried === 0 ? '' : words.text('requests.retries', { n: retried });
  return `${words.count(sent)}${purpose}${retries}`;
}
