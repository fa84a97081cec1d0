/** Limits a message that quotes a long input. */
const MAX_CHARACTERS = 2_000;
/** Problems of one error: each line of a long file may have one. */
const MAX_PROBLEMS = 200;

/**
 * The input is wrong (settings, export, mapping) and nothing was sent. Contains all problems, each a complete sentence with
 * the location and what to change.
 */
export class InputError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    const more = problems.length - MAX_PROBLEMS;
    const shown = problems.slice(0, MAX_PROBLEMS).map(truncate);
    if (more > 0) shown.push(`… and ${more} more of these problems.`);
    super(shown.join('\n'), options);
    this.name = 'InputError';
    this.problems = shown;
  }
}

function truncate(problem: string): string {
  return problem.length > MAX_CHARACTERS ? `${problem.slice(0, MAX_CHARACTERS).toWellFormed()}…` : problem;
}

/** Waits for all promises. If several reject with an `InputError`, throws one with the problems of all. */
export async function withAllProblems<T extends readonly Promise<unknown>[] | []>(
  works: T,
): Promise<{ -readonly [index in keyof T]: Awaited<T[index]> }> {
  const ends = await Promise.allSettled(works);
  const errors = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  const broken = errors.find((error) => !(error instanceof InputError));
  if (broken !== undefined) throw broken;
  const problems = errors.flatMap((error) => (error instanceof InputError ? error.problems : []));
  if (errors.length > 0) throw new InputError([...new Set(problems)], { cause: errors[0] });
  return Promise.all(works);
}
