import type { Share } from '../../plan/arrivals.ts';
import { markdownCode, shorten } from '../../text/escape.ts';
import { count, share } from '../../text/number-text.ts';
import { code, tableSection } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'What arrives in cidaas';
const MAX_NAMES = 100;

/** What the users bring, for the page; empty when no user is planned. */
export function arrivalsTable({ arrivals }: ReportHead): string {
  if (arrivals === undefined) return '';
  const rows = shares(arrivals).map(([what, { name, users }]) => [
    what,
    code(name, 200),
    count(users),
    share(users, arrivals.users),
  ]);
  return tableSection(TITLE, ['What', 'Name', '#Users', '#Share'], rows, {
    caption: `Of ${count(arrivals.users)} users.`,
  });
}

/** The same for the job summary. */
export function arrivalsSection({ arrivals }: ReportHead): MarkdownSection {
  const all = arrivals === undefined ? [] : shares(arrivals);
  return {
    name: 'kinds of data',
    head: [`### ${TITLE}`, '', '| What | Name | Users | Share |', '| --- | --- | ---: | ---: |'],
    items: all.map(
      ([what, { name, users }]) =>
        `| ${what} | ${markdownCode(shorten(name, 200))} | ${count(users)} | ${share(users, arrivals?.users ?? 0)} |`,
    ),
  };
}

function shares(arrivals: NonNullable<ReportHead['arrivals']>): (readonly [what: string, share: Share])[] {
  const { statuses, passwords, fields, groups, roles, consents } = arrivals;
  const kinds = { status: statuses, password: passwords, field: fields, group: groups, role: roles, consent: consents };
  return Object.entries(kinds).flatMap(([what, list]) => list.slice(0, MAX_NAMES).map((one) => [what, one] as const));
}
