import type { Share } from '../../plan/arrivals.ts';
import { markdownCode, shorten } from '../../text/escape.ts';
import { code, tableSection } from '../html/page-table.ts';
import { shareText } from '../language/share.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_NAMES = 100;

/** What the users bring, for the page; empty when no user is planned. */
export function arrivalsTable({ arrivals }: ReportHead, words: Words): string {
  if (arrivals === undefined) return '';
  const rows = shares(arrivals, words).map(([what, { name, users }]) => [
    what,
    code(name, 200),
    words.count(users),
    shareText(users, arrivals.users, words),
  ]);
  return tableSection(words.text('arrivals.title'), columnsOf(words), rows, {
    caption: words.text('arrivals.caption', { users: arrivals.users }),
  });
}

/** The same for the job summary. */
export function arrivalsSection({ arrivals }: ReportHead, words: Words): MarkdownSection {
  const all = arrivals === undefined ? [] : shares(arrivals, words);
  return {
    name: words.text('part.arrivals'),
    head: [`### ${words.text('arrivals.title')}`, '', ...tableHead(columnsOf(words))],
    items: all.map(([what, { name, users }]) => {
      const share = shareText(users, arrivals?.users ?? 0, words);
      return tableLine([what, markdownCode(shorten(name, 200)), words.count(users), share]);
    }),
  };
}

function columnsOf(words: Words): string[] {
  const [users, share] = [words.text('column.users'), words.text('column.share')];
  return [words.text('column.what'), words.text('column.name'), `#${users}`, `#${share}`];
}

function shares(
  { statuses, passwords, fields, groups, roles, consents }: NonNullable<ReportHead['arrivals']>,
  words: Words,
): (readonly [what: string, share: Share])[] {
  const kinds = [
    [words.text('arrivals.status'), statuses],
    [words.text('arrivals.password'), passwords],
    [words.text('arrivals.field'), fields],
    [words.text('arrivals.group'), groups],
    [words.text('arrivals.role'), roles],
    [words.text('arrivals.consent'), consents],
  ] as const;
  return kinds.flatMap(([what, list]) => list.slice(0, MAX_NAMES).map((one) => [what, one] as const));
}
