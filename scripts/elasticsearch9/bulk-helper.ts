// `helpers.bulk` of elasticsearch-js, with as many users a request and as many requests in flight as the others of the bench.
import { Client } from '@elastic/elasticsearch';
import { usersIn } from '../bench/script-users.ts';

const [file = '', url = '', concurrency = '', bytesPerRequest = ''] = process.argv.slice(2);
const client = new Client({ node: url });
const { total, successful } = await client.helpers.bulk({
  datasource: usersIn(file),
  onDocument: () => ({ index: { _index: 'users' } }),
  concurrency: Number(concurrency),
  // It counts bytes, not documents.
  flushBytes: Number(bytesPerRequest),
});
console.log(JSON.stringify({ total, successful }));
await client.close();
