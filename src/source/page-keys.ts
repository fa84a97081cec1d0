import type { ParsedTokenInfo, TokenType } from '@streamparser/json';
import { ClaimReader, isLinkList, isPageContainer, isPageKey, type PageClaims } from './page-claims.ts';

interface Level {
  /** Whether the path of the records leads through here. */
  readonly onPath: boolean;
  readonly isObject: boolean;
  /** The key whose value follows, or `[]` for an element of a list. */
  step: string;
}

/** Reads the keys of a JSON document around its list of records. Keys inside records are never looked at. */
export class PageKeys {
  readonly #path: readonly string[];
  readonly #types: typeof TokenType;
  readonly #onDocument: (claims: PageClaims) => void;
  readonly #levels: Level[] = [];
  readonly #claims = new ClaimReader();
  /** Depth in a value that is not looked at: the records, or a list or an object that does not describe them. */
  #skipped = 0;
  #keyIsNext = false;

  /**
   * @param path of the records: keys, and `[]` for every element of a list.
   * @param onDocument takes the claims of each document: the whole text, or each element if it is a list of documents.
   */
  constructor(path: readonly string[], types: typeof TokenType, onDocument: (claims: PageClaims) => void) {
    this.#path = path;
    this.#types = types;
    this.#onDocument = onDocument;
  }

  read({ token, value }: ParsedTokenInfo): void {
    const types = this.#types;
    switch (token) {
      case types.LEFT_BRACE:
      case types.LEFT_BRACKET:
        this.#open(token === types.LEFT_BRACE);
        return;
      case types.RIGHT_BRACE:
      case types.RIGHT_BRACKET:
        this.#close();
        return;
      case types.COMMA:
        this.#keyIsNext = this.#levels.at(-1)?.isObject ?? false;
        return;
      case types.COLON:
        return;
      default:
        if (this.#skipped === 0) this.#scalar(token === types.STRING, value);
    }
  }

  #open(isObject: boolean): void {
    const depth = this.#levels.length;
    const parent = this.#levels.at(-1);
    const onPath = parent === undefined || (parent.onPath && parent.step === this.#path[depth - 1]);
    // A list on the way other than the outermost has lists of records that are counted together.
    const isDescribed = onPath ? depth < this.#path.length - 1 && (isObject || depth === 0) : this.#describes(isObject);
    if (this.#skipped > 0 || !isDescribed) {
      // The key of the last record instead of a token: an object that is there only when more follow.
      if (this.#skipped === 0 && isObject && isPageKey(parent?.step)) this.#claims.read(this.#keys(), true);
      this.#skipped += 1;
      return;
    }
    this.#levels.push({ onPath, isObject, step: isObject ? '' : '[]' });
    this.#keyIsNext = isObject;
  }

  /** Whether an object can describe the list of records, or a list can hold the links to its pages. */
  #describes(isObject: boolean): boolean {
    const parent = this.#levels.at(-1);
    if (parent === undefined) return false;
    if (parent.isObject) return isObject ? isPageContainer(parent.step) : isLinkList(parent.step);
    return isObject && !parent.onPath;
  }

  #close(): void {
    this.#keyIsNext = false;
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#levels.pop();
    if (this.#levels.length === (this.#path[0] === '[]' ? 1 : 0) && this.#path.length > 1)
      this.#onDocument(this.#claims.take());
  }

  #scalar(isText: boolean, value: unknown): void {
    const level = this.#levels.at(-1);
    if (level === undefined || !level.isObject) return;
    if (isText && this.#keyIsNext) {
      level.step = String(value);
      this.#keyIsNext = false;
    } else {
      this.#claims.read(this.#keys(), value);
    }
  }

  /** The keys from the document to the value that is read. */
  #keys(): string[] {
    return this.#levels.filter(({ isObject }) => isObject).map(({ step }) => step);
  }
}
