import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import type { ExportFile } from '../source/record.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import type { ArtifactRun } from './artifact-list.ts';
import { repositoryVisibility, type VisibilityPorts } from './repository-visibility.ts';
import { trackedFiles } from './tracked-files.ts';

const HALF_A_MINUTE = 30 * 1000;
const MAX_NAMES = 3;

/**
 * Rejects unencrypted files in an artifact that everybody can download. A repository of unknown visibility counts as public.
 * When every file is encrypted, the visibility is not looked up.
 *
 * @throws InputError that names the files and what to do.
 */
export async function refusePublicExport(
  files: readonly Pick<ExportFile, 'name' | 'encrypted'>[],
  run: ArtifactRun,
  {
    timeoutMs = HALF_A_MINUTE,
    ...ports
  }: Pick<VisibilityPorts, 'env' | 'log' | 'patience'> & { readonly timeoutMs?: number },
): Promise<void> {
  const { env } = ports;
  const plain = files.filter(({ encrypted }) => !encrypted);
  if (plain.length === 0) return;
  const found = await repositoryVisibility(run, { ...ports, timeoutMs });
  if (found.kind === 'closed') return;
  const where = escapeControlChars(shorten((run.repository ?? env.GITHUB_REPOSITORY) || 'that repository', 100));
  const why =
    found.kind === 'unknown'
      ? `it is unknown whether ${where} is public (${found.why})`
      : `${where} is a public repository: anyone who is signed in to GitHub can download the artifact`;
  const next =
    found.kind === 'unknown'
      ? 'Encrypt the export with age and give its key as `export-key`, or give a `github-token` that can read the repository.'
      : 'Delete the artifact, encrypt the export with age, and give its key as `export-key`.';
  throw new InputError([
    `\`export-artifact\`: ${listed(plain)} not encrypted, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people.`,
  ]);
}

/** How a run in a workflow, or in a shell, treats an export that is in git. */
interface TrackedExportPorts extends Pick<VisibilityPorts, 'env' | 'log' | 'patience'> {
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Looks a repository up whose visibility the event does not contain. */
  readonly token: string;
  readonly timeoutMs?: number;
}

/**
 * Warns of unencrypted files of the export that are tracked in git, and rejects them in a workflow of a public repository: who
 * can read the repository can read them, in its history even after they are deleted. A repository of unknown visibility counts
 * as public. In a shell there is only the warning.
 *
 * @throws InputError that names the files and what to do.
 */
export async function checkTrackedExport(
  files: readonly Pick<ExportFile, 'name' | 'path' | 'encrypted'>[],
  { log, stop, token, timeoutMs = HALF_A_MINUTE, ...ports }: TrackedExportPorts,
): Promise<void> {
  const plain = files.filter(({ encrypted }) => !encrypted);
  const tracked = await trackedFiles(
    plain.map(({ path }) => path),
    stop,
  );
  const found = plain.filter(({ path }) => tracked.has(path));
  if (found.length === 0) return;
  const what = `${listed(found)} not encrypted and tracked in git`;
  const next =
    'Encrypt the export with age and give its key as `export-key`, or keep it out of the repository; removing it from the history is a step of its own.';
  const repository = ports.env.GITHUB_ACTIONS === 'true' ? ports.env.GITHUB_REPOSITORY : undefined;
  const visibility =
    repository === undefined
      ? null
      : await repositoryVisibility({ repository: null, token }, { ...ports, log, timeoutMs });
  if (visibility === null || visibility.kind === 'closed') {
    log.warning(
      `\`export\`: ${what}: everybody who can read the repository has all users and their password hashes. ${next}`,
    );
    return;
  }
  const where = escapeControlChars(shorten(repository ?? '', 100));
  const why =
    visibility.kind === 'unknown'
      ? `it is unknown whether ${where} is public (${visibility.why})`
      : `${where} is a public repository: everybody can read all users and their password hashes`;
  throw new InputError([
    `\`export\`: ${what}, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people. Nothing was sent.`,
  ]);
}

function listed(plain: readonly { readonly name: string }[]): string {
  const names = plain.slice(0, MAX_NAMES).map(({ name }) => escapeControlChars(shorten(name, 100)));
  const others = plain.length > MAX_NAMES ? ` and ${plain.length - MAX_NAMES} more` : '';
  return `${names.join(', ')}${others} ${plain.length === 1 ? 'is' : 'are'}`;
}
