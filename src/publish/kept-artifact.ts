import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UnpacksToTooMuch } from '../source/unpack-limit.ts';
import { type KeepResult, type KeptFile, NotFetched } from '../state/kept-file.ts';
import { SealedFileError } from '../state/sealed-file.ts';
import { downloadArtifact } from './artifact-download.ts';
import type { ArtifactPorts, StoredArtifact } from './artifact-list.ts';
import { ArtifactProblem } from './artifact-problem.ts';
import type { Upload } from './artifact-upload.ts';

/** An artifact that holds a sealed file. */
export interface KeptArtifact {
  readonly artifact: StoredArtifact;
  readonly runId: string;
  /** The file that is wanted. Progress may come without a state. */
  readonly fileName: 'state.bin' | 'resume.bin';
  /** Finds the same artifact through REST, when the runtime service names it and cannot give it. */
  readonly findThroughRest?: () => Promise<StoredArtifact | null>;
}

/** The file of an artifact, downloaded below `folder` when it is first fetched. */
export function keptFile(kept: KeptArtifact, folder: string, ports: ArtifactPorts): KeptFile {
  const { artifact, runId, fileName } = kept;
  const route = artifact.place === null ? 'own' : 'rest';
  const to = join(folder, `kept-${route}-${artifact.id}`);
  return {
    id: String(artifact.id),
    name: `${artifact.name} of run ${runId}`,
    storedBy: runId,
    storedAt: artifact.createdAt?.getTime() ?? 0,
    async fetch() {
      try {
        await download(kept, to, ports);
      } catch (error) {
        // Such an artifact is not ours, and must not keep the others from being looked at.
        if (error instanceof UnpacksToTooMuch)
          throw new SealedFileError(error.message.replace(/\.$/, ''), { cause: error });
        if (!(error instanceof ArtifactProblem)) throw error;
        return whenNotDownloaded(error);
      }
      const entries = await readdir(to, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
      // Progress without a state knows of the last one that its run has seen.
      const found = fileName === 'state.bin' && !names.includes(fileName) ? 'resume.bin' : fileName;
      if (!names.includes(found))
        throw new SealedFileError(`it contains no ${fileName === 'state.bin' ? 'state' : 'resume file'}`);
      return join(to, found);
    },
    discard: () => rm(to, { recursive: true, force: true }),
  };
}

async function download({ artifact, findThroughRest }: KeptArtifact, to: string, ports: ArtifactPorts): Promise<void> {
  try {
    await downloadArtifact(artifact, to, ports);
  } catch (error) {
    if (!(error instanceof ArtifactProblem) || error.kind === 'damaged' || findThroughRest === undefined) throw error;
    const same = await findThroughRest();
    if (same === null) throw new ArtifactProblem('unreachable', error.message, { cause: error });
    await downloadArtifact(same, to, ports);
  }
}

function whenNotDownloaded(error: ArtifactProblem): null {
  switch (error.kind) {
    // Listed a moment ago, and deleted or expired since.
    case 'absent':
    case 'expired':
      return null;
    case 'damaged':
      throw new SealedFileError(error.message.replace(/\.$/, ''), { cause: error });
    case 'forbidden':
    case 'unreachable':
    case 'unsupported':
      throw new NotFetched(error.message, { cause: error });
  }
}

/** @throws NotFetched instead of an ArtifactProblem. */
export async function orNotFetched<T>(looking: Promise<T>): Promise<T> {
  try {
    return await looking;
  } catch (error) {
    throw error instanceof ArtifactProblem ? new NotFetched(error.message, { cause: error }) : error;
  }
}

export function keepResult(upload: Upload, paths: readonly string[]): KeepResult {
  switch (upload.kind) {
    case 'uploaded':
      return { kind: 'kept', paths };
    case 'unavailable':
    case 'failed':
      return upload;
  }
}
