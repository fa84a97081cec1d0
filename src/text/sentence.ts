/** The text with a full stop at its end, unless it ends as a sentence already: messages of others come without one. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
