import { createHash } from 'node:crypto';

const PARTS = ['version', 'tenant', 'export', 'mapping', 'options', 'users'] as const;
export type DigestPart = (typeof PARTS)[number];

/** Everything that determines what a run sends; the same values always result in the same digest. */
export interface DigestInput {
  /** Origin of the tenant, `sandbox`, or null in a plan without one. */
  readonly tenant: string | null;
  /** SHA-256 of each file of the export, in reading order. */
  readonly exportHashes: readonly string[];
  /** SHA-256 of each mapping file that was used. */
  readonly mappingHashes: readonly string[];
  /** Options that change what is sent, by their input's name. */
  readonly options: Readonly<Record<string, string>>;
  /** SHA-256 (hex) over the planned users. */
  readonly users: string;
}

/**
 * The digest of a plan: `v1.<tenant>.<export>.<mapping>.<options>.<users>`, each part the beginning of a SHA-256 in hex, or
 * `none` if absent. It does not depend on secrets, so a plan without secrets and the later apply have the same digest.
 */
export function planDigest(input: DigestInput): string {
  const options = Object.entries(input.options).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'v1',
    input.tenant === null ? 'none' : short(input.tenant),
    short(input.exportHashes.join('\n')),
    input.mappingHashes.length === 0 ? 'none' : short(input.mappingHashes.join('\n')),
    short(JSON.stringify(options)),
    // The longest part, because a forged export would have to match it.
    input.users.slice(0, 32),
  ].join('.');
}

/** The parts in which two digests differ, in order; empty if they are the same. */
export function differingParts(a: string, b: string): DigestPart[] {
  const theirs = b.split('.');
  const ours = a.split('.');
  return PARTS.filter((_, at) => ours[at] !== theirs[at]);
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
