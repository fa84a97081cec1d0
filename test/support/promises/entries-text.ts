import { xmlText } from '../xml-text.ts';
import type { Entry, PresetPromises } from './promise.ts';

/** An export with two users: ada as she is, and ben with these values. */
export function entriesText({ file, ada, ben }: PresetPromises, given: Entry): string {
  const entries = [ada, { ...ada, ...ben, ...given }];
  if (file.endsWith('.csv')) return csv(entries, given);
  if (file.endsWith('.ldif')) return entries.map(ldif).join('\n');
  if (file.endsWith('.xml')) return xmlText('customers', 'customer', entries.map(nested));
  return JSON.stringify(entries.map(nested), null, 1);
}

function csv(entries: readonly Entry[], given: Entry): string {
  const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
  const columns = names.filter((name) => !(name in given && given[name] === undefined));
  const cells = entries.map((entry) => columns.map((name) => String(entry[name] ?? '')));
  return [columns, ...cells]
    .map((line) => `${line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\n`)
    .join('');
}

function ldif(entry: Entry): string {
  const lines = Object.entries(entry).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (each === undefined ? [] : [`${name}: ${each}\n`])),
  );
  return lines.join('');
}

/** `fields.email` becomes `email` in the object `fields`. */
function nested(entry: Entry): object {
  const result: { [name: string]: unknown } = {};
  for (const [path, value] of Object.entries(entry)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let inner = result;
    for (const name of names) {
      inner[name] = { ...(inner[name] as object | undefined) };
      inner = inner[name] as typeof result;
    }
    if (value !== undefined) inner[last] = value;
  }
  return result;
}
