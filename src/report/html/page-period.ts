import type { Words } from '../language/words.ts';
import { text } from './page-table.ts';

/** `2026-03-01 02:00:00 to 02:13:20 UTC`; the script of the page adds the local time. */
export function period(from: string, to: string, words: Words): string {
  const [first, last] = [new Date(from), new Date(to)];
  const isSameDay = from.slice(0, 10) === to.slice(0, 10);
  const end = words.language === 'en' ? english(to, isSameDay) : localized(last, isSameDay, words, to);
  const start = words.language === 'en' ? english(from, false) : localized(first, false, words, from);
  return words.text('page.period', { from: time(from, start), to: time(to, end) });
}

function time(iso: string, shown: string): string {
  return `<time datetime="${text(iso, 50)}">${text(shown, 50)}</time>`;
}

function english(iso: string, timeOnly: boolean): string {
  return timeOnly ? iso.slice(11, 19) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

function localized(at: Date, timeOnly: boolean, { language }: Words, iso: string): string {
  if (Number.isNaN(at.getTime())) return iso;
  const style = timeOnly
    ? { timeStyle: 'medium' as const }
    : { dateStyle: 'medium' as const, timeStyle: 'medium' as const };
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(at);
}
