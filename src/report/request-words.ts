import type { RequestSummary } from '../apply/request-stats.ts';
import { count, counted } from '../text/number-text.ts';

/** How many requests were sent: `371 for 367 batches, including 4 retries`. */
export function requestWords({ batches, sent, retried }: RequestSummary): string {
  const purpose = batches === 0 ? '' : ` for ${counted(batches, 'batch', 'batches')}`;
  const retries = retried === 0 ? '' : `, including ${counted(retried, 'retry', 'retries')}`;
  return `${count(sent)}${purpose}${retries}`;
}
