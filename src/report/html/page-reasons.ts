import { escapeControlChars, escapeHtml, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import type { FailureGroup } from '../failure-tally.ts';
import type { IdentifierLevel } from '../report-data.ts';
import { shownRow } from '../shown-row.ts';
import { MAX_CODE_CHARACTERS } from './page-row.ts';
import { code, tableSection, text } from './page-table.ts';

/** The failures by code and field, largest group first; each code links to its rows. */
export function reasons(groups: readonly FailureGroup[], level: IdentifierLevel, fileNames: readonly string[]): string {
  const most = groups[0]?.count ?? 1;
  const rows = groups.map((group) => {
    const first = shownRow(group.first, level, fileNames);
    return [
      reason(group),
      `<span class="outcome ${group.outcome}">${group.outcome}</span>`,
      `${count(group.count)}${bar(group, most)}`,
      code(`${shorten(first.file, 200)}:${first.line}`, 250),
      `<div class="hint">${text(first.hint ?? '', 500)}</div>`,
    ];
  });
  const columns = ['Code', 'Outcome', '#Rows', 'First', 'What to do'];
  return tableSection('Failures by reason', columns, rows, { className: 'reasons' });
}

function reason({ code: name, field, outcome, first }: FailureGroup): string {
  const shown = code(name, MAX_CODE_CHARACTERS);
  const about = field === null ? '' : ` ${code(field, MAX_CODE_CHARACTERS)}`;
  // A group of several codes has none to filter by.
  if (first.code !== name) return shown + about;
  const address = `#outcome=${outcome}&code=${encodeURIComponent(escapeControlChars(shorten(name, MAX_CODE_CHARACTERS)))}`;
  return `<a href="${escapeHtml(address)}">${shown}</a>${about}`;
}

function bar({ count: rows, outcome }: FailureGroup, most: number): string {
  const width = Math.max(1, (rows / most) * 100).toFixed(1);
  return `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="${outcome}" width="${width}" height="4"/></svg>`;
}
