import type { Words } from './language/words.ts';
import type { ReportHead } from './report-data.ts';

/** Whether a run only rehearsed: its users went to the built-in sandbox. */
export function isRehearsal({ mode, tenant }: Pick<ReportHead, 'mode' | 'tenant'>): boolean {
  return mode === 'apply' && tenant === 'sandbox';
}

/** The title of page, summary and comment. */
export function reportTitle(head: Pick<ReportHead, 'mode' | 'tenant'>, words: Words): string {
  return words.text(isRehearsal(head) ? 'title.rehearsal' : `title.${head.mode}`);
}
