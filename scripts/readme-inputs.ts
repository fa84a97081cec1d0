// Writes the block of all inputs into README.md, from action.yml: `npm run readme`. A test compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { inputBlock } from './input-block.ts';
import { withPart } from './marked-part.ts';
import { projectOf } from './project.ts';

const root = new URL('../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const { major } = projectOf(read('package.json'));
const block = inputBlock(read('action.yml'), `OWNER/cidaas-migrate@v${major}`);
writeFileSync(new URL('README.md', root), withPart(read('README.md'), 'inputs', `\`\`\`yaml\n${block}\n\`\`\``));
