import { count, counted } from '../text/number-text.ts';
import type { ReportRequests } from './report-data.ts';

/** `371 for 367 batches, 4 of them repeated`. */
export function requestWords({ batches, sent, retried }: ReportRequests): string {
  const purpose = batches === 0 ? '' : ` for ${counted(batches, 'batch', 'batches')}`;
  const repeated = retried === 0 ? '' : `, ${count(retried)} of them repeated`;
  return `${count(sent)}${purpose}${repeated}`;
}
