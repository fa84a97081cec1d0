import { withoutInvisible } from '../../text/invisible.ts';

/**
 * The text as the words of a mapping are compared with it: without characters that nobody sees, and without the `.0` that data
 * tools append to a whole number.
 */
export function comparedText(text: string): string {
  const shown = withoutInvisible(text).trim();
  return WHOLE_NUMBER.test(shown) ? shown.slice(0, shown.indexOf('.')) : shown;
}

const WHOLE_NUMBER = /^-?\d+\.0+$/;
