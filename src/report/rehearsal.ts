import type { ReportHead } from './report-data.ts';

/** Whether a run only rehearsed: its users went to the built-in sandbox. */
export function isRehearsal({ mode, tenant }: Pick<ReportHead, 'mode' | 'tenant'>): boolean {
  return mode === 'apply' && tenant === 'sandbox';
}

/** The title of page, summary and comment. */
export function reportTitle(head: Pick<ReportHead, 'mode' | 'tenant'>): string {
  if (isRehearsal(head)) return 'cidaas migration rehearsal';
  return head.mode === 'apply' ? 'cidaas migration' : `cidaas migration ${head.mode}`;
}

export const REHEARSAL_NOTE =
  'This was a rehearsal against the built-in sandbox: no user was sent to a tenant, and nothing changed there.';
