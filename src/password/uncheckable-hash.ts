/** A password cannot be checked against this hash here; it may still be right. */
export class UncheckableHash extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UncheckableHash';
  }
}

/** A secret of the source that the hash needs was not given. */
export class MissingSecret extends UncheckableHash {
  /** `secret` is its name. */
  constructor(secret: string) {
    super(`the secret \`${secret}\` of the source was not given`);
    this.name = 'MissingSecret';
  }
}
