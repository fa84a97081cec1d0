/** A header of ImpEx: the type of the rows after it, and their columns. */
export interface ImpexHeader {
  /** `INSERT_UPDATE`, `INSERT`, `UPDATE` or `REMOVE`. */
  readonly mode: string;
  readonly type: string;
  readonly columns: readonly ImpexColumn[];
}

interface ImpexColumn {
  /** Name of the attribute, with `_` and the language of a translated one; '' for a column without a name. */
  readonly name: string;
  /** The value of an empty cell. */
  readonly whenEmpty: string;
}

const FIRST_CELL = /^(INSERT_UPDATE|INSERT|UPDATE|REMOVE)\s+([A-Za-z]\w{0,99})\s*(?:\[[^\]]*\])?$/i;

/** The first line of a script that is neither empty, a comment nor a macro. */
const FIRST_LINE = /^(?:INSERT_UPDATE|INSERT|UPDATE|REMOVE)\s+[A-Za-z]\w*\s*(?:\[[^\]]*\])?\s*;/i;

/** Whether a text begins like ImpEx: with a header, after comments and macros. */
export function beginsLikeImpex(text: string): boolean {
  for (const line of text.slice(0, 65_536).split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || /^(?:"?#|\$)/.test(trimmed)) continue;
    return FIRST_LINE.test(trimmed);
  }
  return false;
}

/** Reads the cells of a header; null for those of another line. */
export function impexHeader(cells: readonly string[]): ImpexHeader | null {
  const [first = '', ...others] = cells.map((cell) => cell.trim());
  const [, mode, type] = FIRST_CELL.exec(first) ?? [];
  if (mode === undefined || type === undefined) return null;
  const columns = others.map(columnOf);
  while (columns.at(-1)?.name === '') columns.pop();
  return { mode: mode.toUpperCase(), type, columns };
}

/**
 * `groups(uid)[mode=append]` is the attribute groups, `name[lang=de]` is name_de. An attribute with a special translator begins
 * with `@`.
 */
function columnOf(text: string): ImpexColumn {
  const name = /^@?([^([]*)/.exec(text)?.[1]?.trim() ?? '';
  const language = modifier(text, 'lang');
  return { name: language === '' ? name : `${name}_${language}`, whenEmpty: modifier(text, 'default') };
}

function modifier(text: string, name: string): string {
  const [, quoted, plain = ''] = new RegExp(`[[,]\\s*${name}\\s*=\\s*(?:'([^']*)'|([^,\\]]*))`).exec(text) ?? [];
  return quoted ?? plain.trim();
}
