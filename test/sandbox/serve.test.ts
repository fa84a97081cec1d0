import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { serveSandbox } from '../../src/sandbox/serve.ts';

test('one line of JSON says where the sandbox is and how to log in', async () => {
  const lines: string[] = [];
  await using sandbox = await serveSandbox(['--latency-ms', '1', '--store', 'index'], (line) => lines.push(line));
  expect(lines).toHaveLength(1);
  const { url, clientId, clientSecret } = JSON.parse(lines[0] ?? '');
  expect(url).toBe(sandbox.url);
  const response = await fetch(`${url}/token-srv/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  });
  expect(response.status).toBe(200);
});

test('every wrong flag is named', async () => {
  const serving = serveSandbox(['--port', '70000', '--latency-ms', '-1x', '--store', 'half'], () => {});
  await expect(serving).rejects.toThrow(InputError);
  await expect(serving).rejects.toMatchObject({
    problems: [expect.stringMatching(/^sandbox: --latency-ms: the value is missing/)],
  });
  const values = serveSandbox(['--port', '70000', '--latency-ms', 'x', '--store', 'half'], () => {});
  await expect(values).rejects.toMatchObject({
    problems: [
      expect.stringContaining('--port'),
      expect.stringContaining('--latency-ms'),
      expect.stringContaining('--store'),
    ],
  });
  await expect(serveSandbox(['--speed', '9'], () => {})).rejects.toThrow(/^sandbox: unknown flag --speed/);
});

test('a port that is taken is bad input', async () => {
  await using sandbox = await serveSandbox([], () => {});
  const { port } = new URL(sandbox.url);
  await expect(serveSandbox(['--port', port], () => {})).rejects.toMatchObject({
    problems: [expect.stringContaining('EADDRINUSE')],
  });
});
