/**
 * How the sandbox answers where the public documents leave a question open. Each field is one open question; whoever
 * claims to work with cidaas has to work with every answer to it.
 */
export interface Behaviour {
  /** The key of an entry of `process_states` that holds CREATED, UPDATED or FAILED. */
  readonly stateKey: 'process_state' | 'processState' | 'state' | 'status';
  /** Order of the entries of `process_states`. */
  readonly entryOrder: 'request' | 'reversed' | 'shuffled';
  /** `identifier` of an entry: an object of all identifiers sent, of the e-mail alone, a bare string, or left out. */
  readonly identifier: 'object' | 'email-only' | 'string' | 'absent';
  /** Where a FAILED entry bears its code. */
  readonly failedCode: 'number' | 'string' | 'in-message' | 'absent';
  /**
   * A user that cannot be stored: one FAILED entry; or the whole batch is refused and nothing stored; or the users before
   * it are stored and then the batch is refused.
   */
  readonly badUser: 'failed' | 'refuses-batch' | 'stops-batch';
  /** Status of a refused batch. */
  readonly refusalStatus: 400 | 417 | 507;
  /** Type of `error.code` in the body of an error. */
  readonly errorCode: 'number' | 'string';
  /** A token without the scope: 403, or the 401 of the access guard. */
  readonly missingScopeStatus: 401 | 403;
  /** Wrong client id or secret at the token endpoint. */
  readonly invalidClientStatus: 400 | 401;
  /** Whether access tokens bear the claim `scopes`. */
  readonly scopesClaim: 'present' | 'absent';
  /** What an update does with a list or object that it sends. */
  readonly roles: 'merge' | 'replace';
  readonly groups: 'merge' | 'replace';
  readonly consents: 'merge' | 'replace';
  readonly customFields: 'merge' | 'replace';
  readonly address: 'merge' | 'replace';
  /** A field that an update does not name. */
  readonly absentField: 'kept' | 'cleared';
  readonly nullField: 'clears' | 'ignored';
  /** A password hash for an account that has one: overwritten is `migrationMode` on, the others are guesses for off. */
  readonly resentHash: 'overwrites' | 'ignored' | 'fails';
  /** A value of the wrong type or format for its field. */
  readonly wrongType: 'failed' | 'skipped';
}

/** The documented answer where there is one, else the likeliest. */
export function defaultBehaviour(): Behaviour {
  return {
    stateKey: 'process_state',
    entryOrder: 'request',
    identifier: 'object',
    failedCode: 'number',
    badUser: 'failed',
    refusalStatus: 417,
    errorCode: 'number',
    missingScopeStatus: 403,
    invalidClientStatus: 401,
    scopesClaim: 'present',
    roles: 'replace',
    groups: 'replace',
    consents: 'merge',
    customFields: 'merge',
    address: 'merge',
    absentField: 'kept',
    nullField: 'clears',
    resentHash: 'overwrites',
    wrongType: 'failed',
  };
}
