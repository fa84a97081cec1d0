/** What people read about a code. */
export interface CodeText {
  /** One sentence: what is wrong. */
  readonly meaning: string;
  /** What to do next. */
  readonly hint: string;
}
export type CodeTexts = { readonly [code: string]: CodeText };
