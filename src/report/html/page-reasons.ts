import type { LedgerRow } from '../../plan/row.ts';
import { escapeControlChars, escapeHtml, shorten } from '../../text/escape.ts';
import type { FailureGroup } from '../failure-tally.ts';
import type { ExplainedRow } from '../language/explained-row.ts';
import type { Words } from '../language/words.ts';
import type { SourceLinks } from '../source-links.ts';
import { englishMark } from './page-message.ts';
import { place, placedText, sourceLink } from './page-place.ts';
import { MAX_CODE_CHARACTERS } from './page-row.ts';
import { code, tableSection, text } from './page-table.ts';

/** The failures by code and field, largest group first; each code links to its rows, each field to its rule. */
export function reasons(
  groups: readonly FailureGroup[],
  shown: (row: LedgerRow) => ExplainedRow,
  links: SourceLinks,
  words: Words,
): string {
  const most = groups[0]?.count ?? 1;
  const rows = groups.map((group) => {
    const first = shown(group.first);
    return [
      reason(group, first, links),
      `<span class="outcome ${group.outcome}">${words.text(`outcome.${group.outcome}`)}</span>`,
      `${words.count(group.count)}${bar(group, most)}`,
      place(first, links),
      `<div class="hint"${first.meaning === null ? englishMark(words) : ''}>${placedText(first.hint ?? '', links, 500)}</div>`,
    ];
  });
  const columns = [
    words.text('column.code'),
    words.text('column.outcome'),
    `#${words.text('column.rows')}`,
    words.text('column.first'),
    words.text('column.to-do'),
  ];
  return tableSection(words.text('reasons.title'), columns, rows, { className: 'reasons' });
}

function reason(
  { code: name, field, outcome, first }: FailureGroup,
  { meaning }: ExplainedRow,
  { rules }: SourceLinks,
): string {
  const shown = code(name, MAX_CODE_CHARACTERS);
  const rule = field !== null && Object.hasOwn(rules, field) ? (rules[field] ?? null) : null;
  const about = field === null ? '' : ` ${sourceLink(rule, code(field, MAX_CODE_CHARACTERS))}`;
  // A group of several codes has none to filter by.
  if (first.code !== name) return shown + about;
  const address = `#outcome=${outcome}&code=${encodeURIComponent(escapeControlChars(shorten(name, MAX_CODE_CHARACTERS)))}`;
  const explained = meaning === null ? '' : `<div class="detail">${text(meaning, 500)}</div>`;
  return `<a href="${escapeHtml(address)}">${shown}</a>${about}${explained}`;
}

function bar({ count: rows, outcome }: FailureGroup, most: number): string {
  const width = Math.max(1, (rows / most) * 100).toFixed(1);
  return `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="${outcome}" width="${width}" height="4"/></svg>`;
}
