// The wire limit: bodies that are ready in memory are sent with undici. Prints the milliseconds from the first to the last.
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';

const [file = '', url = '', concurrency = ''] = process.argv.slice(2);
const bodies = readFileSync(file, 'utf8').split('\n').slice(0, -1);
if (bodies.length === 0) throw new Error(`${file} holds no bodies`);
const pool = new Pool(url, { connections: Number(concurrency), pipelining: 1 });
const post = async (path: string, authorization: string, body: string): Promise<string> => {
  const headers = { 'content-type': 'application/json', authorization };
  const answer = await pool.request({ path, method: 'POST', headers, body });
  if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}: ${await answer.body.text()}`);
  return answer.body.text();
};
const client = { grant_type: 'client_credentials', client_id: 'sandbox', client_secret: 'sandbox-secret' };
const token = JSON.parse(await post('/token-srv/token', '', JSON.stringify(client))).access_token;

const start = performance.now();
const left = bodies.values();
await Promise.all(
  Array.from({ length: Number(concurrency) }, async () => {
    // One iterator for all: each worker takes the next body.
    for (const body of left) await post('/users-srv/user/bulk', `Bearer ${token}`, body);
  }),
);
console.log(JSON.stringify({ ms: performance.now() - start }));
await pool.close();
