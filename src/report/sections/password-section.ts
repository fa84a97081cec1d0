import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Passwords';
const MAX_CHARACTERS = 500;

/** How the passwords of the planned users are sent, for the page; empty when none is sent. */
export function passwordTable({ passwords }: ReportHead): string {
  const rows = (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => [
    count(users),
    code(algorithm, 100),
    code(sentAs, 100),
    text(firstLogin, MAX_CHARACTERS),
    text(sureness, MAX_CHARACTERS),
  ]);
  return tableSection(TITLE, ['#Users', 'Algorithm', 'Sent as', 'At the first login', 'How sure'], rows);
}

/** The same for the job summary. */
export function passwordSection({ passwords }: ReportHead): MarkdownSection {
  return {
    name: 'kinds of password',
    head: [
      `### ${TITLE}`,
      '',
      '| Users | Algorithm | Sent as | At the first login | How sure |',
      '| ---: | --- | --- | --- | --- |',
    ],
    items: (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => {
      const texts = [firstLogin, sureness].map((words) => escapeMarkdown(shorten(words, MAX_CHARACTERS)));
      return `| ${count(users)} | ${markdownCode(algorithm)} | ${markdownCode(shorten(sentAs, 100))} | ${texts.join(' | ')} |`;
    }),
  };
}
