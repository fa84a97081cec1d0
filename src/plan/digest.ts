import { createHash } from 'node:crypto';

const PARTS = ['version', 'tenant', 'export', 'mapping', 'options', 'users'] as const;
export type DigestPart = (typeof PARTS)[number];

/** Everything that decides what a run sends; the same values always give the same digest. */
export interface DigestInput {
  /** Origin of the tenant, `sandbox`, or null in a plan without one. */
  readonly tenant: string | null;
  /** SHA-256 of each file of the export, in reading order. */
  readonly exportHashes: readonly string[];
  /** SHA-256 of each mapping file that took part. */
  readonly mappingHashes: readonly string[];
  /** Options that change what is sent, by their input's name. */
  readonly options: Readonly<Record<string, string>>;
  /** SHA-256 (hex) over the planned users. */
  readonly users: string;
}

/**
 * The plan's digest: `v1.<tenant>.<export>.<mapping>.<options>.<users>`, each part the beginning of a SHA-256 in hex, `none`
 * for what is absent. No secret goes in, so a plan without secrets and the apply that follows have the same one.
 */
export function planDigest(input: DigestInput): string {
  const options = Object.entries(input.options).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'v1',
    input.tenant === null ? 'none' : short(input.tenant),
    short(input.exportHashes.join('\n')),
    input.mappingHashes.length === 0 ? 'none' : short(input.mappingHashes.join('\n')),
    short(JSON.stringify(options)),
    // The users' part is the one that a forged export would have to meet, so it is the long one.
    input.users.slice(0, 32),
  ].join('.');
}

/** The parts in which two digests differ, in their order; empty when they are the same. */
export function differingParts(a: string, b: string): DigestPart[] {
  const theirs = b.split('.');
  const ours = a.split('.');
  return PARTS.filter((_, at) => ours[at] !== theirs[at]);
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
