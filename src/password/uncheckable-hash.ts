/** A password cannot be checked against this hash here; says nothing about whether it is right. */
export class UncheckableHash extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UncheckableHash';
  }
}
