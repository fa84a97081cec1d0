import { InputError } from '../runtime/input-error.ts';
import type { ExportFile } from '../source/record.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import type { ArtifactRun } from './artifact-list.ts';
import { repositoryVisibility, type VisibilityPorts } from './repository-visibility.ts';

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

function listed(plain: readonly { readonly name: string }[]): string {
  const names = plain.slice(0, MAX_NAMES).map(({ name }) => escapeControlChars(shorten(name, 100)));
  const others = plain.length > MAX_NAMES ? ` and ${plain.length - MAX_NAMES} more` : '';
  return `${names.join(', ')}${others} ${plain.length === 1 ? 'is' : 'are'}`;
}
