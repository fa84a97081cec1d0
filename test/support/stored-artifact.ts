import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';

/** An artifact as the fake results service keeps it. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly repository: string;
  readonly runId: string;
  readonly contentType: string;
  /** What the blob store says about the name of the file; null: what follows from the name of the artifact. */
  readonly disposition: string | null;
  /** The size that the lists say. */
  readonly listedSize: number;
  /** As uploaded: a zip, unless the artifact was uploaded un-zipped. */
  readonly bytes: Buffer;
  /** `sha256:…` of the bytes. */
  readonly digest: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** The file names in a zipped artifact with their texts. */
export function unzipped(artifact: StoredArtifact): { readonly [name: string]: string } {
  const files = Object.entries(unzipSync(artifact.bytes));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
