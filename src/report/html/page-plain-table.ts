import { escapeHtml } from '../../text/escape.ts';
import { outcomeText } from '../language/outcome-text.ts';
import type { Words } from '../language/words.ts';
import type { SourceLinks } from '../source-links.ts';
import type { ListName } from './list-name.ts';
import { englishMark } from './page-message.ts';
import { place, placedText } from './page-place.ts';
import type { PageRow } from './page-rows.ts';
import { TABLE_END, tableRow, tableStart } from './page-table.ts';

/** What a table needs to know besides its rows. */
export interface PlainTable {
  readonly name: ListName;
  /** How many rows there are; the table has the first of them. */
  readonly all: number;
  readonly rehearsed: boolean;
  readonly links: SourceLinks;
  readonly words: Words;
}

/** The first rows of a list as a table that needs no script. */
export function* plainTable(
  rows: readonly PageRow[],
  { name, all, rehearsed, links, words }: PlainTable,
): Generator<string> {
  const part = words.text(`list.${name}.of`, { selected: rows.length, n: all });
  const more = [words.text('plain.first', { part }), words.text('plain.script'), words.text(`list.${name}.all`)];
  const columns = [
    `#${words.text('list.row')}`,
    words.text('list.where'),
    words.text('list.outcome'),
    ...(name === 'successes' ? [] : [words.text('list.code'), words.text('list.message')]),
    words.text('list.user'),
  ];
  const caption = all > rows.length ? more.join(' ') : '';
  yield tableStart(words.text(`list.${name}.title`), columns, { heading: false, caption });
  for (const row of rows) {
    yield tableRow(columns, [
      String(row.row),
      place(row, links),
      `<span class="outcome ${row.outcome}">${outcomeText(row.outcome, rehearsed, words)}</span>`,
      ...(name === 'successes' ? [] : [inCode(row.code), explanation(row, links, words)]),
      [row.email, row.username, row.mobile_number, row.sub]
        .filter((id) => id !== null)
        .map(inCode)
        .join('<br>'),
    ]);
  }
  yield TABLE_END;
}

/** Only the meaning of a code and its hint are translated. */
function explanation({ meaning, message, hint }: PageRow, links: SourceLinks, words: Words): string {
  const placed = (part: string): string => placedText(part, links, part.length);
  const english = englishMark(words);
  const wrong = [
    ...(meaning === null ? [] : [placed(meaning)]),
    ...(message === null ? [] : [english === '' ? placed(message) : `<span${english}>${placed(message)}</span>`]),
  ].join('<br>');
  return hint === null ? wrong : `${wrong}<div class="hint"${meaning === null ? english : ''}>${placed(hint)}</div>`;
}

function inCode(value: string | null): string {
  return value === null ? '' : `<code>${escapeHtml(value)}</code>`;
}
