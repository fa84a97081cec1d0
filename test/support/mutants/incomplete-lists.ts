import { isObject } from '../../../src/text/is-object.ts';
import { type ExportDocument, writeDocument } from './export-document.ts';

/** Exports that hold fewer users than the system has: their documents say so, or the file ends in the middle of a record. */
export function* incompleteLists(
  document: ExportDocument,
  original: string,
): Generator<{ readonly kind: string; readonly variant: string; readonly text: string }> {
  const text = original.trimEnd();
  const lastLine = text.lastIndexOf('\n');
  const inLastLine = lastLine + Math.ceil((text.length - lastLine) / 2);
  // A file of lines that is cut between two of them is a shorter file.
  const isEnd = (at: number): boolean => document.kind === 'ndjson' && /[}\n]/.test(text.slice(at - 1, at));
  for (const at of [Math.floor(text.length / 2), inLastLine, text.length - 3].filter((each) => !isEnd(each)))
    yield { kind: 'file cut', variant: `${text.length - at} before its end`, text: text.slice(0, at) };
  if (document.kind !== 'json') return;
  const { value } = document;
  const page = Array.isArray(value) ? { users: value } : value;
  if (!isObject(page)) return;
  const records = Object.values(page).find(Array.isArray)?.length ?? 0;
  const more: { readonly [key: string]: unknown } = {
    '@odata.nextLink': 'https://api.example.com/users?$skiptoken=X',
    next: 'https://api.example.com/users?page=2',
    nextPageToken: 'CgwIabc',
    PaginationToken: 'CAISabc',
    pagedResultsCookie: 'AAAAAAAAAAI=',
    nextCursorId: 'eyJsaW1pdCI6MX0',
    has_more: true,
    totalResults: records + 40,
    totalCount: records + 40,
    total: records + 40,
    links: { next: 'https://api.example.com/users?page=2' },
  };
  for (const [key, said] of Object.entries(more))
    yield {
      kind: 'page that says more',
      variant: key,
      text: writeDocument({ kind: 'json', value: { ...page, [key]: said } }),
    };
  const isTotal = ([key, said]: [string, unknown]) => /total|count/i.test(key) && said === records;
  const lists = Object.entries(page).filter(([, list]) => Array.isArray(list) && list.length === records);
  if (!Object.entries(page).some(isTotal)) return;
  const shorter = Object.fromEntries(lists.map(([key, list]) => [key, (list as unknown[]).slice(0, -1)]));
  yield {
    kind: 'last record gone',
    variant: '',
    text: writeDocument({ kind: 'json', value: { ...page, ...shorter } }),
  };
}
