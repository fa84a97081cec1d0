/** The lists of rows on the page. */
export const LIST_NAMES = ['failures', 'warnings', 'successes'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** The file that has all rows of a list. */
export const LIST_FILES: { readonly [name in ListName]: string } = {
  failures: 'failures.csv',
  warnings: 'warnings.csv',
  successes: 'report.json',
};
