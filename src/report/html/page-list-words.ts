/** The lists of rows on the page. */
export type ListName = 'failures' | 'warnings';

/** What the page says about a list. */
export interface ListWords {
  readonly title: string;
  readonly noun: string;
  /** Where all of its rows are. */
  readonly all: string;
  /** What is counted to see which rows a list leaves out. */
  readonly kind: 'outcome' | 'code';
}

export const LIST_WORDS: { readonly [name in ListName]: ListWords } = {
  failures: {
    title: 'Failures',
    noun: 'failure',
    all: 'failures.csv and report.json list all failures.',
    kind: 'outcome',
  },
  warnings: { title: 'Warnings', noun: 'warning', all: 'warnings.csv lists all warnings.', kind: 'code' },
};
