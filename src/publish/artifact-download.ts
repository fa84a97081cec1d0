import { lstat, mkdir, opendir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArtifactPorts, runName, type StoredArtifact } from './artifact-list.ts';
import { artifactProblem, DamagedArtifact } from './artifact-problem.ts';
import { ArtifactTimeout, loadArtifactClient, withTimeout } from './artifact-service.ts';
import { retrying } from './github-retry.ts';

/**
 * Downloads an artifact into an empty folder (created when missing). The bytes are checked against the digest, and the
 * content may only be plain files and folders.
 *
 * @throws ArtifactProblem when it cannot be downloaded; DamagedArtifact when it is damaged or holds anything else.
 */
export async function downloadArtifact(
  { id, digest, place }: StoredArtifact,
  folder: string,
  ports: ArtifactPorts,
): Promise<void> {
  const { patience, timeoutMs } = ports;
  const findBy = place && {
    token: place.token,
    workflowRunId: place.runId,
    repositoryOwner: place.owner,
    repositoryName: place.repo,
  };
  const download = async () => {
    // What an earlier try left.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const client = await loadArtifactClient();
    return client.downloadArtifact(id, {
      path: folder,
      ...(digest === null ? {} : { expectedHash: digest }),
      ...(findBy === null ? {} : { findBy }),
    });
  };
  let damaged: boolean | undefined;
  try {
    const what = 'Downloading the artifact';
    ({ digestMismatch: damaged } = await retrying(
      what,
      () => withTimeout(what, timeoutMs, download, patience.stop),
      // Its limit is many minutes long; the client has repeated what hung.
      { ...ports, isRepeatable: (error) => !(error instanceof ArtifactTimeout) },
    ));
  } catch (cause) {
    patience.stop.throwIfAborted();
    throw artifactProblem('downloaded', place === null ? 'this run' : runName(place), cause, patience.wallNow());
  }
  if (damaged === true)
    throw new DamagedArtifact(
      'The artifact is damaged: its bytes do not match the digest recorded when it was uploaded.',
    );
  await rejectUnusualEntries(folder);
}

/**
 * The client's unzip turns `..` into `.` and writes links as files (unzip-stream 0.3.4), so nothing is written outside the
 * folder. This check holds if a later version changes that.
 */
async function rejectUnusualEntries(folder: string): Promise<void> {
  for await (const entry of await opendir(folder, { recursive: true })) {
    const found = await lstat(join(entry.parentPath, entry.name));
    if (found.isFile() || found.isDirectory()) continue;
    throw new DamagedArtifact(
      'The artifact contains something other than files and folders, such as a link, and is not used.',
    );
  }
}
