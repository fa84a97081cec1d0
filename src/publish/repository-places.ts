import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { RuleLines } from '../mapping/mapping.ts';
import type { Place, Places } from '../report/places.ts';

/** What the settings name. */
export interface NamedFiles {
  readonly mapping: string | null;
  /** Whether the export was downloaded: its names then mean files that are not in the repository. */
  readonly exportIsArtifact: boolean;
}

/** Compressed or encrypted, a file has no lines that a page could show. */
const WITHOUT_LINES = /\.(?:gz|zst|age)$/i;

/** What of the named files lies in the repository that is checked out in (or below) `workspace`. */
export function repositoryPlaces(
  workspace: string,
  { mapping, exportIsArtifact }: NamedFiles,
  ruleLines: RuleLines,
): Places {
  return {
    mapping: mapping === null ? null : pathInRepository(workspace, mapping),
    ruleLines,
    exported: (name) => (exportIsArtifact || WITHOUT_LINES.test(name) ? null : pathInRepository(workspace, name)),
  };
}

/** Finds the place that a sentence begins with: `mapping.yml:12: …`, perhaps after the file it is about (`users.csv: …`). */
export function placeOfMessage(
  workspace: string,
  { mapping, exportIsArtifact }: NamedFiles,
  text: string,
): Place | null {
  const [, , name, line] = /^(?:([^:]+): )?([^:]+(?::[\\/][^:]+)?):(\d+): /.exec(text) ?? [];
  if (name === undefined || (name !== mapping && (exportIsArtifact || WITHOUT_LINES.test(name)))) return null;
  const file = pathInRepository(workspace, name);
  return file === null ? null : { file, line: Number(line) };
}

/** From the root of the checkout that the file lies in: `actions/checkout` may have been given a `path`. */
function pathInRepository(workspace: string, name: string): string | null {
  const top = resolve(workspace);
  const path = resolve(top, name);
  const inside = relative(top, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside) || !existsSync(path)) return null;
  let root = dirname(path);
  while (root !== top && !existsSync(join(root, '.git'))) root = dirname(root);
  return relative(root, path).split(sep).join('/');
}
