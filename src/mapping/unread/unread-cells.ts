import { isDataName, stateSign, type UnreadColumn, type UnreadWatch } from './unread-column.ts';
import { UnreadKeys } from './unread-keys.ts';
import { columnsInText, objectInText } from './unread-text.ts';
import { type ReadMark, ValueWords } from './value-words.ts';

interface WatchedColumn {
  readonly index: number;
  readonly name: string;
  readonly words: ValueWords;
  /** Cleared when there are too many different values, so that most columns only count. */
  isOpen: boolean;
  filled: number;
  /** The keys of the JSON texts in its cells. */
  texts: UnreadKeys | null;
}

/** Watches the columns of a CSV file that no rule reads. */
export class UnreadCells implements UnreadWatch<readonly string[]> {
  readonly #columns: readonly WatchedColumn[];
  readonly #read: ReadMark;
  #rows = 0;

  constructor(columns: readonly string[], isRead: (index: number) => boolean, read: ReadMark) {
    this.#read = read;
    this.#columns = columns
      .map(
        (name, index): WatchedColumn => ({
          index,
          name,
          words: new ValueWords(),
          isOpen: true,
          filled: 0,
          texts: null,
        }),
      )
      .filter(({ index, name }) => name !== '' && !isRead(index));
  }

  add(cells: readonly string[]): void {
    this.#rows += 1;
    for (const column of this.#columns) {
      const raw = cells[column.index];
      if (raw === undefined || raw === '') continue;
      const cell = this.#read(raw);
      if (cell === '') continue;
      const object = cell === null ? null : objectInText(cell);
      if (object !== null) {
        column.texts ??= new UnreadKeys(`${column.name}.`, [], [], this.#read);
        column.texts.add(object);
        continue;
      }
      column.filled += 1;
      if (!column.isOpen || cell === null) continue;
      column.words.add(cell);
      column.isOpen = column.words.isOpen;
    }
  }

  list(): UnreadColumn[] {
    const rows = this.#rows;
    return this.#columns.flatMap(({ index, name, words, filled, texts }) => {
      const isData = isDataName(name);
      const shown = isData ? `column ${index + 1}` : name;
      const sign = isData ? null : stateSign({ name, path: name }, words, { filled, rows });
      const column = { name: shown, ref: isData ? null : name, json: null, filled, rows, sign };
      if (texts === null || isData) return [column];
      const inside = columnsInText(texts.list(), name, name, rows);
      return filled > 0 ? [column, ...inside] : inside;
    });
  }
}
