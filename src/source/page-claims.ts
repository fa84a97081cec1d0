/** What a JSON or XML document says, around its list of records, about the whole list of which it is a page. */
export interface PageClaims {
  /** Number of records in the whole list. */
  readonly total: Claim<number> | null;
  /** Number of records that the whole list has at least: of all, or of this page alone. */
  readonly atLeast: Claim<number> | null;
  /** Number of records that precede this page. */
  readonly offset: Claim<number> | null;
  /** Number of pages of the whole list. */
  readonly pages: Claim<number> | null;
  /** Whether more pages follow. */
  readonly more: Claim<boolean> | null;
}

/** A claim with the key that makes it, as a path: `paging.next`. */
export interface Claim<T> {
  readonly value: T;
  readonly key: string;
}

/** The claims of a page in one file of an export. */
export interface Page extends PageClaims {
  /** Index into the files of the export. */
  readonly file: number;
  /** Records of this page. */
  readonly rows: number;
  /** What the server said when it ended the list at a limit; null when it did not. */
  readonly limit: string | null;
}

export const NO_CLAIMS: PageClaims = { total: null, atLeast: null, offset: null, pages: null, more: null };

/** Objects around a list that describe its pages, by normalised name. */
const CONTAINERS = new Set([
  ...['paging', 'pagination', 'paginationinfo', 'page', 'pages', 'pageinfo', 'pager', 'nextpage', 'view', 'hydraview'],
  ...['meta', 'metadata', 'responsemetadata', 'searchmetadata', 'listmetadata', 'resultmetadata', 'resultsmetadata'],
  ...['links', 'link', 'next', 'details', 'info', 'listinfo', 'resultinfo', 'searchinfo', 'summary', 'total'],
  ...['cursor', 'cursors'],
]);

/** Of these, `after` is the cursor of the next page. Others, such as `cursors`, have it on the last page too. */
const PAGE_OBJECTS = new Set(['paging', 'pagination', 'page', 'meta', 'metadata', 'listmetadata']);

const TOTALS = new Set([
  ...['total', 'totalresults', 'totalresult', 'totalcount', 'totalsize', 'totalrecords', 'totalrecordcount'],
  ...['totalitems', 'totalitemcount', 'totalelements', 'totalusers', 'totalhits', 'totalrows', 'totalobjects'],
  ...['totalpagedresults', 'numfound', 'nbhits', 'odatacount', 'hydratotalitems'],
]);

/** Some systems call the total so, others the number of records in the page, which says nothing about further pages. */
const COUNTS = new Set(['count', 'resultcount', 'resultscount', 'objectscount', 'recordcount', 'usercount']);

const OFFSETS = new Set(['offset', 'start', 'skip', 'startrow', 'startat']);
/** Counted from 1. */
const STARTS = new Set(['startindex']);

const PAGES = new Set(['totalpages', 'totalpagecount', 'pagecount', 'lastpage', 'pages', 'numpages', 'nbpages']);

/** A link, a token or a page number of what follows, with the prefixes of OData and Hydra. */
const NEXT =
  /^(?:odata|hydra)?next$|^(?:odata|hydra)?next(?:after|batch|continuation|cursor|href|id|index|key|link|marker|offset|page|pagination|paging|record|result|row|set|skip|start|token|uri|url)/;
/** The same under names of their own. */
const TOKENS = new Set([
  ...['paginationtoken', 'continuationtoken', 'continuation', 'pagedresultscookie', 'aftercursor', 'lastevaluatedkey'],
]);
/** What an object with one of these names holds, when it says where the next page is. */
const NEXT_OBJECTS = new Set(['next', 'nextpage']);
const PLACES = new Set([
  ...['href', 'url', 'uri', 'link', 'path', 'after', 'startingafter', 'cursor', 'token', 'offset', 'page'],
]);

/** `true` says that more follows. */
const MORE = new Set([
  ...['more', 'hasmore', 'hasmoreitems', 'hasmorepages', 'hasmorerecords', 'hasmoreresults', 'hasnext', 'hasnextpage'],
  ...['morerecords', 'moreresults', 'moreavailable', 'istruncated', 'truncated', 'incompleteresults'],
]);
/** `false` says that more follows. */
const DONE = new Set(['done', 'last', 'lastpage', 'islast', 'islastpage', 'endoflist', 'endofstream']);
/** A number of records that follow. */
const REMAINING = new Set(['remainingpagedresults', 'remaining']);

/** `@odata.nextLink`, `next_link` and `nextLink` are one name. */
function pageKeyName(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** Whether an object with this key can describe pages. */
export function isPageContainer(key: string): boolean {
  return CONTAINERS.has(pageKeyName(key));
}

/** Whether an object with this key is the key of a record at which the next page begins, as DynamoDB gives it. */
export function isPageKey(key: string | undefined): boolean {
  return key !== undefined && pageKeyName(key) === 'lastevaluatedkey';
}

/** Whether a list with this key holds links: `{ "rel": "next", "href": … }`. */
export function isLinkList(key: string): boolean {
  return ['links', 'link'].includes(pageKeyName(key));
}

/** Gathers the claims of one document. */
export class ClaimReader {
  #total: Claim<number> | null = null;
  #count: Claim<number> | null = null;
  #offset: Claim<number> | null = null;
  #pages: Claim<number> | null = null;
  #link: Claim<boolean> | null = null;
  #more: Claim<boolean> | null = null;
  #hasPageNumber = false;

  /** `path`: keys from the document to a value that is neither an object nor a list. */
  read(path: readonly string[], value: unknown): void {
    const key = path.join('.');
    const name = pageKeyName(path.at(-1) ?? '');
    const parent = path.length < 2 ? '' : pageKeyName(path.at(-2) ?? '');
    const number = wholeNumber(value);
    if (number !== null && number >= 0) {
      // `total.value` is that of Elasticsearch.
      if (TOTALS.has(name) || (parent === 'total' && name === 'value')) this.#total = larger(this.#total, number, key);
      else if (COUNTS.has(name)) this.#count = larger(this.#count, number, key);
      else if (OFFSETS.has(name)) this.#offset = { value: number, key };
      else if (STARTS.has(name)) this.#offset = { value: Math.max(0, number - 1), key };
      else if (PAGES.has(name)) this.#pages = { value: number, key };
      else if (REMAINING.has(name)) this.#more = { value: number > 0, key };
      this.#hasPageNumber ||= ['page', 'pagenumber', 'currentpage', 'from'].includes(name);
    }
    if (typeof value === 'boolean' && MORE.has(name)) this.#more = { value, key };
    if (typeof value === 'boolean' && DONE.has(name)) this.#more = { value: !value, key };
    if (name === 'rel' && value === 'next') this.#link = { value: true, key };
    const isNext =
      NEXT.test(name) ||
      TOKENS.has(name) ||
      (NEXT_OBJECTS.has(parent) && PLACES.has(name)) ||
      (PAGE_OBJECTS.has(parent) && name === 'after') ||
      // A token under this name is the offset of the next page, not of this one.
      (name === 'offset' && number === null);
    const isLink = value === true || (number !== null ? number > 0 : typeof value === 'string' && value.trim() !== '');
    if (isNext && isLink) this.#link = { value: true, key };
  }

  /** The claims so far, and begins anew. An explicit flag counts more than a link, which some systems give on the last page too. */
  take(): PageClaims {
    // Next to an offset or a page number, `count` may be the page size that was asked for.
    const isSize = this.#offset !== null || this.#hasPageNumber;
    const claims: PageClaims = {
      total: this.#total,
      atLeast: isSize ? null : this.#count,
      offset: this.#offset,
      pages: this.#pages,
      more: this.#more ?? this.#link,
    };
    this.#total = this.#count = this.#offset = this.#pages = null;
    this.#link = this.#more = null;
    this.#hasPageNumber = false;
    return claims;
  }
}

/** Of a number, or of a text of digits: some systems write 64-bit numbers so. */
function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

function larger(claim: Claim<number> | null, value: number, key: string): Claim<number> {
  return claim !== null && claim.value >= value ? claim : { value, key };
}
