/** In UTF-16 code units: of all macros, and of a text in which they are replaced. */
const MAX_LENGTH = 1024 * 1024;

/** The macros of a script: `$name=value` on a line of its own, `$name` where it is used. Others, such as `$2a$`, are text. */
export class ImpexMacros {
  readonly #values = new Map<string, string>();
  #length = 0;
  #isTooLong = false;

  /** Whether a macro, or a text with macros, became too long; it is cut off then. */
  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /** Whether the line defines a macro. */
  define(line: string): boolean {
    const [, name, value = ''] = /^\s*\$([A-Za-z_][\w-]*)\s*=(.*)$/s.exec(line) ?? [];
    if (name === undefined) return false;
    const expanded = this.expand(value.trim());
    this.#length += expanded.length;
    if (this.#length > MAX_LENGTH) this.#isTooLong = true;
    else this.#values.set(name, expanded);
    return true;
  }

  expand(text: string): string {
    if (this.#values.size === 0 || !text.includes('$')) return text;
    let length = text.length;
    return text.replace(/\$([A-Za-z_][\w-]*)/g, (whole, name: string) => {
      const value = this.#values.get(name);
      if (value === undefined || this.#isTooLong) return whole;
      length += value.length;
      if (length > MAX_LENGTH) this.#isTooLong = true;
      return value;
    });
  }
}
