// Writes mapping.schema.json, which editors read: `npm run schema`. A test compares it with the schema.
import { readFileSync, writeFileSync } from 'node:fs';
import { mappingJsonSchema } from '../src/mapping/file/mapping-schema.ts';
import { type Project, projectOf } from './project.ts';

const root = new URL('../', import.meta.url);

/**
 * The schema as it is published. Its `$id` is its address: the file at the moving tag of the major version, so that editors
 * get the schema of the version that a workflow uses as `@v0`.
 */
export function publishedSchema({ repository, major }: Project): string {
  const id = `https://raw.githubusercontent.com/${repository}/v${major}/mapping.schema.json`;
  const { title, $schema, ...schema } = mappingJsonSchema();
  return `${JSON.stringify({ $schema, $id: id, title, ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  const project = projectOf(readFileSync(new URL('package.json', root), 'utf8'));
  writeFileSync(new URL('mapping.schema.json', root), publishedSchema(project));
}
