/** The anchor that GitHub gives to a heading. The site uses the same, so that a link to a heading works on both. */
export function headingSlug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/ /g, '-');
}
