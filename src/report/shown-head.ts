import { maskIdentifiers } from './mask.ts';
import type { IdentifierLevel, ReportHead } from './report-data.ts';

/** The head as a report may show it: the subs of missing users are masked, or left out at `none`. */
export function shownHead(head: ReportHead, level: IdentifierLevel): ReportHead {
  const { delta } = head;
  if (delta === null) return head;
  const subs = delta.missing.subs.map((sub) => maskIdentifiers({ sub }, level).sub).filter((sub) => sub !== undefined);
  return { ...head, delta: { ...delta, missing: { ...delta.missing, subs } } };
}
