import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 500;

/** How the passwords of the planned users are sent, for the page; empty when none is sent. */
export function passwordTable({ passwords }: ReportHead, words: Words): string {
  const rows = (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => [
    words.count(users),
    code(algorithm, 100),
    code(sentAs, 100),
    text(firstLogin, MAX_CHARACTERS),
    text(sureness, MAX_CHARACTERS),
  ]);
  return tableSection(words.text('passwords.title'), columnsOf(words), rows);
}

/** The same for the job summary. */
export function passwordSection({ passwords }: ReportHead, words: Words): MarkdownSection {
  return {
    name: words.text('part.passwords'),
    head: [`### ${words.text('passwords.title')}`, '', ...tableHead(columnsOf(words))],
    items: (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => {
      const texts = [firstLogin, sureness].map((sentence) => escapeMarkdown(shorten(sentence, MAX_CHARACTERS)));
      return tableLine([words.count(users), markdownCode(algorithm), markdownCode(shorten(sentAs, 100)), ...texts]);
    }),
  };
}

function columnsOf(words: Words): string[] {
  const [sent, login] = [words.text('passwords.sent-as'), words.text('passwords.first-login')];
  return [
    `#${words.text('column.users')}`,
    words.text('passwords.algorithm'),
    sent,
    login,
    words.text('passwords.sure'),
  ];
}
