/** Where a name was meant, an input may hold a megabyte; nobody reads a sentence of more. */
const MAX_CHARACTERS = 2_000;

/**
 * The input is wrong (settings, export, mapping): nothing was sent. Carries every problem found, not just the first,
 * each a full sentence that names the place and says what to change.
 */
export class InputError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    const shown = problems.map(truncate);
    super(shown.join('\n'), options);
    this.name = 'InputError';
    this.problems = shown;
  }
}

function truncate(problem: string): string {
  return problem.length > MAX_CHARACTERS ? `${problem.slice(0, MAX_CHARACTERS).toWellFormed()}…` : problem;
}

/** Waits for all of them. When inputs are wrong for several, one error names the problems of all. */
export async function withAllProblems<T extends readonly unknown[]>(
  works: readonly [...{ [index in keyof T]: Promise<T[index]> }],
): Promise<T> {
  const ends = await Promise.allSettled(works);
  const errors = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  const broken = errors.find((error) => !(error instanceof InputError));
  if (broken !== undefined) throw broken;
  const problems = errors.flatMap((error) => (error instanceof InputError ? error.problems : []));
  if (errors.length > 0) throw new InputError([...new Set(problems)], { cause: errors[0] });
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : undefined)) as unknown as T;
}
