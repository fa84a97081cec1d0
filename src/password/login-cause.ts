/** What is known of an account whose login the tenant refuses. */
export interface RefusedLogin {
  /** The `algorithmTypeId` that was sent. */
  readonly sentAs: string;
  /** The password matches the hash when it is checked offline. */
  readonly isProvedOffline: boolean;
  /** The tenant had the account already. */
  readonly existedBefore: boolean;
}

/** The likely causes of a login that is refused although the import succeeded, as sentences. */
export function loginCauses({ sentAs, isProvedOffline, existedBefore }: RefusedLogin): string {
  const causes = [
    existedBefore &&
      'The account existed before: outside migration mode cidaas keeps the password that an account already has.',
    isProvedOffline &&
      'The password matches the hash when it is checked here, so cidaas reads the hash in another way.',
    causeOf(sentAs),
  ];
  return causes.filter((cause) => cause !== false).join(' ');
}

function causeOf(sentAs: string): string {
  if (sentAs.startsWith('CUSTOM'))
    return `The verifier for ${sentAs} answers that the password is wrong, or cidaas does not reach it: try the verifier with this account.`;
  if (/^(BCRYPT|ARGON)/.test(sentAs))
    return `Such a hash contains its own parameters: check that the tenant supports ${sentAs}, and that the source hashed the password itself.`;
  return `The order of salt and password, a system salt, iterations and encodings for ${sentAs} are settings of the tenant: have cidaas support compare them with the source.`;
}
