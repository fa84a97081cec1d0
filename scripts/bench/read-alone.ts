// fast-csv alone: reads an export and does nothing with it. Prints the rows and the milliseconds of the reading.
import { parseFile } from 'fast-csv';

const [file = ''] = process.argv.slice(2);
const start = performance.now();
let rows = 0;
await new Promise<void>((resolve, reject) => {
  parseFile(file, { headers: true })
    .on('error', reject)
    .on('data', () => rows++)
    .on('end', () => resolve());
});
console.log(JSON.stringify({ rows, ms: performance.now() - start }));
