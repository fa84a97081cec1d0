/**
 * How the sandbox behaves where the public documentation is not specific. Each field is one open question; a client of
 * cidaas has to work with every answer to it.
 */
export interface Behaviour {
  /** The key of an entry of `process_states` that holds CREATED, UPDATED or FAILED. */
  readonly stateKey: 'process_state' | 'processState' | 'state' | 'status';
  /** Order of the entries of `process_states`. */
  readonly entryOrder: 'request' | 'reversed' | 'shuffled';
  /** `identifier` of an entry: an object of all identifiers sent, of the e-mail alone, a bare string, or left out. */
  readonly identifier: 'object' | 'email-only' | 'string' | 'absent';
  /** Position of the code in a FAILED entry. */
  readonly failedCode: 'number' | 'string' | 'in-message' | 'absent';
  /**
   * A user that cannot be stored: one FAILED entry; or the complete batch is refused and nothing is stored; or the users
   * before it are stored and the batch is refused.
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
  /**
   * The password grant for the migration app. Only `offered` lets it log users in; the others are the errors of an app that has
   * not got it. `loginClient` always has it.
   */
  readonly passwordGrant: 'offered' | 'unauthorized_client' | 'unsupported_grant_type';
  /** Whether access tokens have the claim `scopes`. */
  readonly scopesClaim: 'present' | 'absent';
  /** How an update handles a list or object. */
  readonly roles: 'merge' | 'replace';
  readonly groups: 'merge' | 'replace';
  readonly consents: 'merge' | 'replace';
  readonly customFields: 'merge' | 'replace';
  readonly address: 'merge' | 'replace';
  /** A field that an update does not contain. */
  readonly absentField: 'kept' | 'cleared';
  readonly nullField: 'clears' | 'ignored';
  /** A password hash for an account that has one: `overwrites` is `migrationMode` on, the others are guesses for off. */
  readonly resentHash: 'overwrites' | 'ignored' | 'fails';
  /** A value of the wrong type or format for its field. */
  readonly wrongType: 'failed' | 'skipped';
}

/** The documented behaviour where there is one, otherwise the most likely. */
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
    // An app of the type NON_INTERACTIVE has no user flows.
    passwordGrant: 'unauthorized_client',
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
