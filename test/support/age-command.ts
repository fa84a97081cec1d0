// Stands for the command `age` on a runner that has it: age --encrypt --recipient age1… --output FILE, from standard input.
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { encryptFor } from './encrypted.ts';

const { values } = parseArgs({
  options: { encrypt: { type: 'boolean' }, recipient: { type: 'string' }, output: { type: 'string' } },
});
if (values.encrypt !== true || values.recipient === undefined || values.output === undefined)
  throw new Error('usage: age --encrypt --recipient age1… --output FILE');
writeFileSync(values.output, await encryptFor(await buffer(process.stdin), values.recipient));
