import type { RequestSummary } from '../apply/request-stats.ts';
import { count, counted } from '../text/number-text.ts';

/** How many requests were sent: `371 for 367 batches, 4 of them retried`. */
export function requestWords({ batches, sent, retried }: RequestSummary): string {
  const purpose = batches === 0 ? '' : ` for ${counted(batches, 'batch', 'batches')}`;
  const repeats = retried === 0 ? '' : `, ${count(retried)} of them retried`;
  return `${count(sent)}${purpose}${repeats}`;
}
