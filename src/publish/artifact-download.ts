import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ArtifactPorts, runName, type StoredArtifact } from './artifact-list.ts';
import { artifactProblem, DamagedArtifact } from './artifact-problem.ts';
import { ArtifactTimeout, withTimeout } from './artifact-service.ts';
import { downloadBlob, type StoredBlob } from './blob-store.ts';
import { retrying } from './github-retry.ts';
import { signedAddress } from './signed-address.ts';
import { unzip } from './unzip.ts';

/** Listed sizes are those of the stored bytes; this is for a list that rounds them. */
const SPARE_BYTES = 1024 * 1024;

/**
 * Downloads an artifact into a folder, which is created or replaced, and of which only the current user can read anything. The
 * bytes are checked against the digest, and the content may only be plain files and folders.
 *
 * @param maxUnpacked the input `max-unpacked`; null: the default.
 * @throws ArtifactProblem when it cannot be downloaded; DamagedArtifact when it is damaged or holds anything else;
 * UnpacksToTooMuch.
 */
export async function downloadArtifact(
  artifact: StoredArtifact,
  folder: string,
  ports: ArtifactPorts,
  maxUnpacked: number | null = null,
): Promise<void> {
  const { stop } = ports.patience;
  const packed = `${folder}.part`;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  try {
    await rm(folder, { recursive: true, force: true });
    const { isZip, fileName } = await download(artifact, packed, ports);
    if (isZip) return await unzip(packed, folder, { maxUnpacked, stop });
    await mkdir(folder, { mode: 0o700 });
    await rename(packed, join(folder, fileName));
  } finally {
    await rm(packed, { force: true });
  }
}

async function download(
  { id, name, size, digest, place }: StoredArtifact,
  path: string,
  ports: ArtifactPorts,
): Promise<StoredBlob> {
  const { env, patience, timeoutMs } = ports;
  const what = 'Downloading the artifact';
  const get = async (signal: AbortSignal): Promise<StoredBlob> => {
    // What an earlier try left.
    await rm(path, { force: true });
    const hash = createHash('sha256');
    const url = await signedAddress(id, place, env, signal);
    const blob = await downloadBlob({ url, path, maxBytes: size + SPARE_BYTES, fallback: name }, hash, signal);
    if (digest === null || digest === `sha256:${hash.digest('hex')}`) return blob;
    throw new DamagedArtifact(
      'The artifact is damaged: its bytes do not match the digest recorded when it was uploaded.',
    );
  };
  try {
    return await retrying(what, () => withTimeout(what, timeoutMs, get, patience.stop), {
      ...ports,
      // Its limit is many minutes long.
      isRepeatable: (error) => !(error instanceof ArtifactTimeout || error instanceof DamagedArtifact),
    });
  } catch (cause) {
    patience.stop.throwIfAborted();
    throw artifactProblem('downloaded', place === null ? 'this run' : runName(place), cause, patience.wallNow());
  }
}
