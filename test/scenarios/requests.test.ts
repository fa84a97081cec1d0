import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openScenario } from '../support/in-process.ts';
import { generateExport } from '../support/shop-export/generate-export.ts';

const MAPPING = resolve(import.meta.dirname, '../../examples/demo/mapping.yml');
/** The JSON of the 1,234 users of seed 5, with a comma between two of them; brackets come on top for each request. */
const USERS_BYTES = 679_441;

it.each([
  { batchSize: '50', requests: 25 },
  { batchSize: '100', requests: 13 },
  { batchSize: '1000', requests: 2 },
])(
  '1,234 users in batches of $batchSize take $requests requests, and not a byte more than they have',
  async ({ batchSize, requests }) => {
    await using scenario = await openScenario({ store: 'index' });
    await scenario.write('users.csv', Buffer.concat([...generateExport({ seed: 5, users: 1_234, clean: true })]));
    await copyFile(MAPPING, join(scenario.workspace, 'mapping.yml'));
    const { exitCode, report } = await scenario.run({
      export: 'users.csv',
      mapping: 'mapping.yml',
      'batch-size': batchSize,
      concurrency: '8',
    });
    expect(exitCode).toBe(0);
    expect(report.totals).toMatchObject({ rows: 1_234, created: 1_234 });
    const { bulkRequests, bulkBytes, tokenRequests } = scenario.sandbox.counters;
    expect({ bulkRequests, tokenRequests }).toEqual({ bulkRequests: requests, tokenRequests: 1 });
    // In each request a comma less and two brackets more.
    expect(bulkBytes).toBe(USERS_BYTES + requests);
  },
);
