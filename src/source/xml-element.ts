/** The key of an element's text when it also has attributes or elements. */
const TEXT = '#text';

/** Attributes about the document instead of its data. */
const NO_DATA = /^(?:xmlns(?::.*)?|xsi:(?:nil|schemaLocation|noNamespaceSchemaLocation))$/;

/** An element that is being read. It becomes a value like those of JSON. */
export class XmlElement {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  readonly #content = new Map<string, unknown>();
  #text = '';

  constructor(name: string, line: number) {
    this.name = name;
    this.line = line;
  }

  /** An attribute's key is its name after an `@`. */
  addAttribute(name: string, value: string): void {
    if (!NO_DATA.test(name)) this.#content.set(`@${name}`, value);
  }

  addText(text: string): void {
    this.#text += text;
  }

  /** Elements of the same name become a list. */
  addElement(name: string, value: unknown): void {
    const known = this.#content.get(name);
    if (Array.isArray(known)) known.push(value);
    else this.#content.set(name, known === undefined ? value : [known, value]);
  }

  /** The text of an element without attributes and elements, otherwise an object. */
  value(): unknown {
    return this.#content.size === 0 ? this.#text : this.object();
  }

  object(): Readonly<Record<string, unknown>> {
    if (this.#text.trim() !== '') this.#content.set(TEXT, this.#text);
    return Object.fromEntries(this.#content);
  }
}
