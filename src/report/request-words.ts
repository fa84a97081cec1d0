import type { RequestSummary } from '../apply/request-stats.ts';
import type { Words } from './language/words.ts';

/** How many requests `concurrency: auto` found that the tenant takes; null without it. */
export function concurrencyWords({ concurrency }: RequestSummary, words: Words): string | null {
  if (concurrency === undefined) return null;
  const { usual, highest, max } = concurrency;
  return words.text('concurrency.found', { usual, highest, max });
}

/** How many requests were sent: `371 for 367 batches, including 4 retries`. */
export function requestWords({ batches, sent, retried }: RequestSummary, words: Words): string {
  const purpose = batches === 0 ? '' : words.text('requests.batches', { n: batches });
  const retries = retried === 0 ? '' : words.text('requests.retries', { n: retried });
  return `${words.count(sent)}${purpose}${retries}`;
}
