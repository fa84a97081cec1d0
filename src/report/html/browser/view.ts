import { LIST_NAMES, type ListName } from '../list-name.ts';

/** What the table of a list can be sorted by. */
export const SORT_COLUMNS = ['row', 'where', 'outcome', 'code', 'message', 'user'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const PAGE_SIZES = [25, 50, 100, 250] as const;

/** Which rows of a list are shown, and how. */
export interface View {
  readonly list: ListName;
  /** The text in the search field. */
  readonly text: string;
  /** Empty: all. */
  readonly outcomes: readonly string[];
  /** Null: all. */
  readonly code: string | null;
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** 1 is the first. */
  readonly page: number;
  readonly size: number;
}

export const FIRST_VIEW: View = {
  list: 'failures',
  text: '',
  outcomes: [],
  code: null,
  sort: 'row',
  descending: false,
  page: 1,
  size: 50,
};

/** What the filters of a list are at first. */
export const NO_FILTERS = { text: FIRST_VIEW.text, outcomes: FIRST_VIEW.outcomes, code: FIRST_VIEW.code, page: 1 };

/** The view in an address after its `#`; missing and invalid values are those of the first view. */
export function readView(hash: string): View {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const sort = named.get('sort') ?? '';
  const column = SORT_COLUMNS.find((name) => name === sort.replace(/^-/, ''));
  const size = PAGE_SIZES.find((rows) => String(rows) === named.get('size'));
  const page = Number(named.get('page'));
  const list = named.get('list') ?? '';
  return {
    list: LIST_NAMES.find((name) => name === list) ?? FIRST_VIEW.list,
    text: named.get('q') ?? FIRST_VIEW.text,
    outcomes: (named.get('outcome') ?? '').split(',').filter((outcome) => outcome !== ''),
    code: named.get('code'),
    sort: column ?? FIRST_VIEW.sort,
    descending: column !== undefined && sort.startsWith('-'),
    page: Number.isSafeInteger(page) && page > 0 ? page : FIRST_VIEW.page,
    size: size ?? FIRST_VIEW.size,
  };
}

/** The view as the part of an address from `#` on; `#` alone for the first view. */
export function writeView({ list, text, outcomes, code, sort, descending, page, size }: View): string {
  const named = new URLSearchParams();
  if (list !== FIRST_VIEW.list) named.set('list', list);
  if (text !== '') named.set('q', text);
  if (outcomes.length > 0) named.set('outcome', outcomes.join(','));
  if (code !== null) named.set('code', code);
  if (sort !== FIRST_VIEW.sort || descending) named.set('sort', `${descending ? '-' : ''}${sort}`);
  if (page !== FIRST_VIEW.page) named.set('page', String(page));
  if (size !== FIRST_VIEW.size) named.set('size', String(size));
  return `#${named}`;
}
