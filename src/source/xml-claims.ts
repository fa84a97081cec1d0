import { ClaimReader, isLinkList, isPageContainer, type PageClaims } from './page-claims.ts';

/** Longer texts say nothing about pages. */
const MAX_TEXT = 1_000;

interface Level {
  /** Null: it does not describe the list of records. */
  readonly keys: readonly string[] | null;
  text: string;
}

/**
 * Reads what an XML document says about its list of records: in attributes of the elements around it, and in the elements next to it
 * that have names of pages.
 */
export class XmlClaims {
  readonly #claims = new ClaimReader();
  /** The elements that are open and not on the way to the records. */
  readonly #levels: Level[] = [];

  /** An element that is not on the path of the records, `distance` elements away from it. */
  open(name: string, distance: number): void {
    const parent = this.#levels.at(-1);
    const keys = parent === undefined ? [] : parent.keys;
    const isDescribed = keys !== null && (distance === 0 || describesPages(keys));
    this.#levels.push({ keys: isDescribed ? [...keys, name] : null, text: '' });
  }

  addAttribute(name: string, value: string): void {
    const level = this.#levels.at(-1);
    if (level === undefined) this.#read([name], value);
    else if (level.keys !== null && describesPages(level.keys)) this.#read([...level.keys, name], value);
  }

  addText(text: string): void {
    const level = this.#levels.at(-1);
    if (level !== undefined && level.text.length < MAX_TEXT) level.text += text;
  }

  /** Closes the innermost element, which may be one on the path. */
  close(): void {
    const level = this.#levels.pop();
    if (level === undefined || level.keys === null) return;
    const text = level.text.trim();
    if (text !== '' && text.length < MAX_TEXT) this.#read(level.keys, text);
  }

  take(): PageClaims {
    return this.#claims.take();
  }

  /** XML has no types: the words of xsd:boolean are read as such. */
  #read(keys: readonly string[], text: string): void {
    this.#claims.read(keys, text === 'true' ? true : text === 'false' ? false : text);
  }
}

function describesPages(keys: readonly string[]): boolean {
  const name = keys.at(-1) ?? '';
  return isPageContainer(name) || isLinkList(name);
}
