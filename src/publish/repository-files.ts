import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { RuleLines } from '../mapping/mapping.ts';
import type { RepositoryFiles, RepositoryLine } from '../report/repository-files.ts';

/** The files that the settings name. */
export interface NamedFiles {
  readonly mapping: string | null;
  /** Whether the export was downloaded: then its files are not in the repository. */
  readonly exportIsArtifact: boolean;
}

/** GitHub cannot show lines of compressed and encrypted files. */
const WITHOUT_LINES = /\.(?:gz|zst|age)$/i;

/** Which of the named files are in the repository that is checked out in or below `workspace`. */
export function repositoryFiles(
  workspace: string,
  { mapping, exportIsArtifact }: NamedFiles,
  ruleLines: RuleLines,
): RepositoryFiles {
  return {
    mapping: mapping === null ? null : pathInRepository(workspace, mapping),
    ruleLines,
    exported: (name) => (exportIsArtifact || WITHOUT_LINES.test(name) ? null : pathInRepository(workspace, name)),
  };
}

/** The line that a message starts with: `mapping.yml:12: …`, or `users.csv: mapping.yml:12: …`; null when there is none. */
export function lineOfMessage(
  workspace: string,
  { mapping, exportIsArtifact }: NamedFiles,
  text: string,
): RepositoryLine | null {
  const [, , name, line] = /^(?:([^:]+): )?([^:]+(?::[\\/][^:]+)?):(\d+): /.exec(text) ?? [];
  if (name === undefined || (name !== mapping && (exportIsArtifact || WITHOUT_LINES.test(name)))) return null;
  const file = pathInRepository(workspace, name);
  return file === null ? null : { file, line: Number(line) };
}

/** The path relative to the checkout that contains the file, which may be below `workspace` (`path` of `actions/checkout`). */
function pathInRepository(workspace: string, name: string): string | null {
  const top = resolve(workspace);
  const path = resolve(top, name);
  const inside = relative(top, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside) || !existsSync(path)) return null;
  let root = dirname(path);
  while (root !== top && !existsSync(join(root, '.git'))) root = dirname(root);
  return relative(root, path).split(sep).join('/');
}
