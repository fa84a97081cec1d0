// Writes mapping.schema.json, which editors read: `node scripts/mapping-schema.ts`. A test compares it with the schema.
import { writeFileSync } from 'node:fs';
import { mappingJsonSchema } from '../src/mapping/file/mapping-schema.ts';

const file = new URL('../mapping.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`);
