import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Imported, importUsers } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/first-page-only');
const WAY_OUT =
  'Fetch the other pages too and give all files as one export, or set `allow-partial-export: true` if only these users are meant. Nothing was sent.';

const MAPPING = 'source:\n  records: [items, data.users, "[].items"]\nfields:\n  email: email\n';

/** Imports JSON documents as the pages of one export, with a mapping that finds their records under `items`. */
function importPages(documents: readonly (object | string)[], inputs: { readonly [name: string]: string } = {}) {
  const files = documents.map((document, at) => ({
    name: `page-${at + 1}.json`,
    content: typeof document === 'string' ? document : JSON.stringify(document),
  }));
  return importUsers({ files, mapping: MAPPING, inputs });
}

function users(count: number, from = 0): { readonly email: string; readonly next: string; readonly total: number }[] {
  // Keys of a user that would mean something next to the list.
  return Array.from({ length: count }, (_, at) => ({ email: `u${from + at}@example.com`, next: 'x', total: 99 }));
}

function expectRefused({ report, users: sent }: Imported, sentence: string): void {
  expect(report).toMatchObject({ outcome: 'error', reason: `${sentence} (export.incomplete). ${WAY_OUT}` });
  expect(sent).toEqual([]);
}

function expectAll({ report, users: sent }: Imported, count: number): void {
  expect(report).toMatchObject({ outcome: 'succeeded', reason: null });
  expect(report.warnings).not.toHaveProperty('export.incomplete');
  expect(sent).toHaveLength(count);
}

describe('the files of the case', () => {
  test('a SCIM list with more results than it holds', async () => {
    const files = [join(CASE, 'scim.json')];
    expectRefused(
      await importUsers({ files, inputs: { preset: 'scim' } }),
      'scim.json says that the list has 43 users (totalResults), but the export holds 2',
    );
    const allowed = await importUsers({ files, inputs: { preset: 'scim', 'allow-partial-export': 'true' } });
    expect(allowed.users.map(({ email }) => email)).toEqual(['ada@example.com', 'bea@example.com']);
    expect(allowed.report.warnings).toMatchObject({ 'export.incomplete': 1 });
    expect(allowed.log).toContain(
      'scim.json says that the list has 43 users (totalResults), but the export holds 2. `allow-partial-export` accepts it.',
    );
  });

  test('a page of Microsoft Graph', async () => {
    const options = { files: [join(CASE, 'graph.json')], mapping: 'password: null\n' };
    expectRefused(
      await importUsers({ ...options, inputs: { preset: 'azure-b2c' } }),
      'graph.json says that the list has 243 users (@odata.count), but the export holds 2',
    );
  });
});

describe('one document', () => {
  const total = 'the list has 43 users';
  test.each<[string, object, string]>([
    ['total', { start: 0, limit: 2, length: 2, total: 43 }, `${total} (total), but the export holds 2`],
    ['totalCount', { totalCount: 43 }, `${total} (totalCount), but the export holds 2`],
    ['totalSize', { totalSize: 43, done: false }, `${total} (totalSize), but the export holds 2`],
    ['a number as text', { details: { totalResult: '43' } }, `${total} (details.totalResult), but the export holds 2`],
    ['meta', { meta: { pagination: { total: 43 } } }, `${total} (meta.pagination.total), but the export holds 2`],
    ['a count', { count: 43, next: null }, `${total} (count), but the export holds 2`],
    [
      'pagination.pages',
      { pagination: { page: 1, pages: 3 } },
      'the list has 3 pages (pagination.pages), but the export holds 1',
    ],
    ['Hydra', { 'hydra:totalItems': 43 }, `${total} (hydra:totalItems), but the export holds 2`],
    ['pages', { current_page: 1, last_page: 3 }, 'the list has 3 pages (last_page), but the export holds 1'],
    [
      'an offset',
      { startIndex: 101, itemsPerPage: 100 },
      '100 users precede its first one (startIndex), but the export does not hold them',
    ],
  ])('%s', async (_name, around, claim) => {
    const document = { ...around, items: users(2) };
    expectRefused(await importPages([document]), `page-1.json says that ${claim}`);
    const below = { items: users(2), ...around };
    expectRefused(await importPages([below]), `page-1.json says that ${claim}`);
  });

  test.each<[string, object]>([
    ['@odata.nextLink', { '@odata.nextLink': 'https://graph.example.com/users?$skiptoken=x' }],
    ['next', { count: 2, next: 'https://api.example.com/users?page=2' }],
    ['nextPage', { nextPage: 2 }],
    ['nextPageToken', { nextPageToken: 'abc' }],
    ['PaginationToken', { PaginationToken: 'CAISlAIIARKLAggDEoQC' }],
    ['nextCursorId', { objectsCount: 2, nextCursorId: 'at1_x' }],
    ['nextRecordsUrl', { nextRecordsUrl: '/services/data/v58.0/query/01g-2000' }],
    [
      'pagedResultsCookie',
      { resultCount: 2, pagedResultsCookie: 'ada', totalPagedResults: -1, remainingPagedResults: -1 },
    ],
    ['remainingPagedResults', { remainingPagedResults: 41 }],
    ['hasMore', { hasMore: true }],
    ['last', { last: false, number: 0 }],
    ['links.next', { links: { self: '/users', next: '/users?page=2' } }],
    ['_links.next.href', { _links: { next: { href: '/users?page=2' } } }],
    [
      'links.rel',
      {
        links: [
          { rel: 'self', href: '/users' },
          { rel: 'next', href: '/users?page=2' },
        ],
      },
    ],
    ['paging.next.after', { paging: { next: { after: '2' } } }],
    ['data.nextToken', { data: { nextToken: 'x', users: users(2) } }],
    ['list_metadata.after', { list_metadata: { before: null, after: 'user_01' } }],
    ['pagination.after_cursor', { pagination: { before_cursor: null, after_cursor: 'abc' } }],
    ['results_metadata.next_cursor', { results_metadata: { next_cursor: 'abc' } }],
    ['next_page.uri', { next_page: { uri: 'https://api.example.com/users?offset=x' } }],
    ['pages.next.starting_after', { pages: { next: { starting_after: 'x' } } }],
    ['hydra:view.hydra:next', { 'hydra:view': { '@id': '/users?page=1', 'hydra:next': '/users?page=2' } }],
    ['LastEvaluatedKey', { Count: 2, LastEvaluatedKey: { id: { S: 'x' } } }],
    ['__next', { __next: 'https://api.example.com/users?$skiptoken=x' }],
    ['nextPageStart', { nextPageStart: 2 }],
    ['offset', { offset: 'itrX/recX' }],
    ['more', { more: true }],
    ['end_of_stream', { end_of_stream: false }],
  ])('a next page by %s', async (key, around) => {
    const document = key.startsWith('data.') ? around : { ...around, items: users(2) };
    expectRefused(
      await importPages([document]),
      `page-1.json says that more users follow (${key}), and no file has the end of the list`,
    );
  });

  test.each<[string, object]>([
    ['a total that is reached, whatever the link', { total: 2, next: 'https://api.example.com/users?page=2' }],
    ['a total that is too small', { total: 0, nextPage: null }],
    ['an empty link', { next: null, nextLink: '', links: { next: null }, paging: {} }],
    ['a cookie without remaining results', { pagedResultsCookie: 'ada', remainingPagedResults: 0 }],
    ['a size that was asked for', { count: 100, start: 0, limit: 100 }],
    ['keys elsewhere', { settings: { total: 43, next: 'x' }, groups: [{ total: 43, next: 'x' }], nextBilling: '2027' }],
    ['done', { done: true, totalSize: 2 }],
    ['cursors of this page', { paging: { cursors: { before: 'x', after: 'y' } }, list_metadata: { after: null } }],
    ['no key of a next page', { LastEvaluatedKey: null, next_page: null, offset: null }],
    ['the cursor of an end', { pageInfo: { hasNextPage: false, endCursor: 'x' } }],
  ])('complete: %s', async (_name, around) => {
    expectAll(await importPages([{ ...around, items: users(2) }]), 2);
    expectAll(await importPages([JSON.stringify({ items: users(2), ...around }, null, 2)]), 2);
  });
});

describe('several pages', () => {
  test('together they hold what each of them promises', async () => {
    const page = (from: number, count: number) => ({ total: 5, startIndex: from + 1, items: users(count, from) });
    expectAll(await importPages([page(0, 2), page(2, 2), page(4, 1)]), 5);
    // A user was added while they were fetched; a hundred users make the difference small.
    const large = (from: number, count: number, total: number) => ({ total, items: users(count, from) });
    expectAll(await importPages([large(0, 60, 100), large(60, 41, 101)]), 101);
  });

  test('one of them is absent', async () => {
    const page = (from: number, count: number) => ({ total: 5, items: users(count, from) });
    const claim = 'says that the list has 5 users (total), but the export holds';
    expectRefused(await importPages([page(0, 2), page(4, 1)]), `page-2.json ${claim} 3`);
    expectRefused(await importPages([page(0, 3), page(0, 3)]), `page-1.json ${claim} 3`);
  });

  test('a complete list does not make up for another', async () => {
    const whole = { total: 40, items: users(40) };
    expectRefused(
      await importPages([{ total: 20, items: users(2, 40) }, whole]),
      'page-1.json says that the list has 20 users (total), but the export holds 2',
    );
    expectAll(await importPages([{ total: 2, items: users(2, 40) }, whole]), 42);
  });

  test('without a total, one page must be the last one', async () => {
    const page = (from: number, next: string | null) => ({ next, items: users(2, from) });
    expectAll(await importPages([page(0, '?page=2'), page(2, '?page=3'), page(4, null)]), 6);
    expectAll(await importPages([page(0, '?page=2'), { items: users(2, 2) }]), 4);
    expectRefused(
      await importPages([page(0, '?page=2'), page(2, '?page=3')]),
      'page-2.json says that more users follow (next), and no file has the end of the list',
    );
  });

  test('pages that follow one another in one file, as lines or as a list', async () => {
    const pages = [
      { next: '?page=2', items: users(2) },
      { next: '?page=3', items: users(2, 2) },
    ];
    const claim = 'page-1.json says that more users follow (next), and no file has the end of the list';
    const lines = (documents: readonly object[]) =>
      documents.map((document) => `${JSON.stringify(document)}\n`).join('');
    expectRefused(await importPages([lines(pages)]), claim);
    expectRefused(await importPages([JSON.stringify(pages)]), claim);
    const last = { next: null, items: users(1, 4) };
    expectAll(await importPages([lines([...pages, last])]), 5);
    expectAll(await importPages([JSON.stringify([...pages, last])]), 5);
  });

  test('a cut line among them is an error', async () => {
    const { report } = await importPages([`${JSON.stringify({ items: users(2) })}\n{"items": [{"email": "x@example`]);
    expect(report).toMatchObject({
      outcome: 'error',
      reason: 'page-1.json:2: the file ends before its JSON does. It is truncated: create or transfer it again.',
    });
  });
});

test('a joined file is read for the same claims', async () => {
  const files = [
    { name: 'users.json', content: JSON.stringify([{ id: '1', email: 'ada@example.com' }]) },
    { name: 'names.json', content: JSON.stringify({ total: 43, items: [{ id: '1', name: 'Ada' }] }) },
  ];
  const join = 'join:\n  names: { file: names.json, key: id, equals: id, source: { records: items } }\n';
  const mapping = `${join}fields:\n  sub: id\n  email: email\n  given_name: names.name\n`;
  expectRefused(
    await importUsers({ files, mapping }),
    'names.json says that the list has 43 users (total), but the export holds 1',
  );
  const allowed = await importUsers({ files, mapping, inputs: { 'allow-partial-export': 'true' } });
  expect(allowed.users).toMatchObject([{ sub: '1', given_name: 'Ada' }]);
});

describe('a search of a directory that was ended at a limit', () => {
  const entry = 'dn: uid=ada,dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: ada\nmail: ada@example.com\n\n';
  const other = entry.replaceAll('ada', 'bea');
  const end = (result: string) => `# search result\nsearch: 2\nresult: ${result}\n\n# numEntries: 1\n`;
  const importEntries = (contents: readonly string[]) =>
    importUsers({
      files: contents.map((content, at) => ({ name: `users-${at + 1}.ldif`, content })),
      inputs: { preset: 'ldif' },
      mapping: 'fields: { userStatus: { value: VERIFIED } }\npassword: null\n',
    });

  test.each(['4 Size limit exceeded', '3 Time limit exceeded', '11 Administrative limit exceeded', '4'])(
    'result %s',
    async (result) => {
      expectRefused(
        await importEntries([`${entry}${end(result)}`, `${other}${end('0 Success')}`]),
        `users-1.ldif says that the server stopped before the end of the list (result: ${result})`,
      );
    },
  );

  test('complete, or with an attribute of that name', async () => {
    expectAll(await importEntries([`${entry}${end('0 Success')}`, other]), 2);
    expectAll(await importEntries([entry.replace('uid: ada\n', 'uid: ada\nresult: 4\n')]), 1);
  });
});
