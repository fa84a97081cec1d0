import type { Problem } from '../../source/record.ts';

/** A value that is used, and a warning about an assumption in it. The mapping can turn the warning into an error. */
export class WarnedValue {
  readonly value: unknown;
  readonly warning: Problem;

  constructor(value: unknown, warning: Problem) {
    this.value = value;
    this.warning = warning;
  }
}
