import { InputError } from '../runtime/input-error.ts';
import type { ExportFile } from '../source/record.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import type { ArtifactPlace } from './artifact-download.ts';
import type { RunnerEnv } from './artifact-service.ts';
import { repositoryVisibility } from './repository-visibility.ts';

const HALF_A_MINUTE = 30 * 1000;
const NAMES_SHOWN = 3;

/**
 * Refuses files that lie unencrypted in an artifact which the whole world can download. A repository whose visibility
 * cannot be found out counts as public. Nothing is asked when every file is encrypted.
 *
 * @throws InputError naming the files and what to do.
 */
export async function refusePublicExport(
  files: readonly Pick<ExportFile, 'name' | 'encrypted'>[],
  place: ArtifactPlace,
  { env, timeoutMs = HALF_A_MINUTE }: { readonly env: RunnerEnv; readonly timeoutMs?: number },
): Promise<void> {
  const plain = files.filter(({ encrypted }) => !encrypted);
  if (plain.length === 0) return;
  const found = await repositoryVisibility(place, { env, timeoutMs });
  if (found.kind === 'closed') return;
  const where = escapeControlChars(shorten(place.repository ?? env.GITHUB_REPOSITORY ?? 'that repository', 100));
  const why =
    found.kind === 'unknown'
      ? `whether ${where} is public cannot be found out (${found.why})`
      : `${where} is a public repository: anyone who is signed in to GitHub can download the artifact`;
  const next =
    found.kind === 'unknown'
      ? 'Encrypt the export with age and give its key as `export-key`, or give a `github-token` that may read the repository.'
      : 'Delete the artifact, encrypt the export with age, and give its key as `export-key`.';
  throw new InputError([
    `\`export-artifact\`: ${listed(plain)} not encrypted, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people.`,
  ]);
}

function listed(plain: readonly { readonly name: string }[]): string {
  const names = plain.slice(0, NAMES_SHOWN).map(({ name }) => escapeControlChars(shorten(name, 100)));
  const others = plain.length > NAMES_SHOWN ? ` and ${plain.length - NAMES_SHOWN} more` : '';
  return `${names.join(', ')}${others} ${plain.length === 1 ? 'is' : 'are'}`;
}
