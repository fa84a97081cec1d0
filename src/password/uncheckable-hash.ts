/** A password cannot be checked against this hash here; it may still be right. */
export class UncheckableHash extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UncheckableHash';
  }
}
