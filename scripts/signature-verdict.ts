/** What `npm audit signatures --json` came to: a text for the log, and whether the build must stop. */
export interface SignatureVerdict {
  readonly isBroken: boolean;
  readonly text: string;
}

interface Judged {
  readonly name: string;
  readonly version: string;
  readonly registry?: string;
}

const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

/**
 * A wrong signature stops the build, and so does a missing one where every package has one. That a registry offers no
 * signatures, or cannot be reached, does not: the hashes in package-lock.json hold anyway.
 *
 * @param output what the command printed: JSON with `invalid` and `missing`, or with `error`.
 * @param failure why it could not run; empty when it did.
 */
export function signatureVerdict(output: string, failure: string): SignatureVerdict {
  const result = parse(output);
  if (result === null || !Array.isArray(result.invalid) || !Array.isArray(result.missing)) {
    const reason = result?.error?.summary ?? failure.trim().split('\n')[0] ?? '';
    return {
      isBroken: false,
      text: `Signatures of the packages were not checked: ${reason === '' ? 'no answer' : reason}`,
    };
  }
  const invalid = result.invalid.map((one) => `${titleOf(one)} has a wrong signature`);
  const isRequired = ({ registry }: Judged) => registry === PUBLIC_REGISTRY;
  const missing = result.missing.filter(isRequired).map((one) => `${titleOf(one)} has no signature`);
  const problems = [...invalid, ...missing];
  if (problems.length > 0) return { isBroken: true, text: `Signatures of the packages: ${problems.join('; ')}` };
  const unsigned = result.missing.length;
  const note = unsigned === 0 ? '' : `; the registry has none for ${unsigned} of them`;
  return { isBroken: false, text: `Signatures of the packages: none is wrong${note}` };
}

interface AuditResult {
  readonly invalid?: readonly Judged[];
  readonly missing?: readonly Judged[];
  readonly error?: { readonly summary?: string };
}

function parse(output: string): AuditResult | null {
  try {
    const result: unknown = JSON.parse(output);
    return typeof result === 'object' ? result : null;
  } catch {
    return null;
  }
}

function titleOf({ name, version }: Judged): string {
  return `${name} ${version}`;
}
