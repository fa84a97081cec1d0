/**
 * The input is wrong (settings, export, mapping): nothing was sent. Carries every problem found, not just the first,
 * each a full sentence that names the place and says what to change.
 */
export class InputError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.name = 'InputError';
    this.problems = problems;
  }
}
