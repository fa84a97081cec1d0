import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { VERIFIER_FLAGS, VERIFIER_HELP } from '../../src/verifier/verifier-flags.ts';
import { openVerifier } from '../support/open-verifier.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/verifier.md'), 'utf8');
const flagsIn = (text: string) => new Set([...text.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = '']) => name));

it('page and help have every flag, each with its default', () => {
  const [, table = ''] = /^\| flag \|([\s\S]*?)\n\n/m.exec(page) ?? [];
  expect([...flagsIn(table)].sort()).toEqual(Object.keys(VERIFIER_FLAGS).sort());
  expect([...flagsIn(VERIFIER_HELP)].filter((name) => name !== 'help').sort()).toEqual(
    Object.keys(VERIFIER_FLAGS).sort(),
  );
  for (const standard of Object.values(VERIFIER_FLAGS).filter((value) => typeof value === 'string' && value !== '')) {
    expect(table).toContain(`\`${standard}\``);
    expect(VERIFIER_HELP).toContain(standard);
  }
});

it('the request of the page is answered as the page says', async () => {
  const [, body = ''] = /^ {2}-d '(.*)'$/m.exec(page) ?? [];
  await using open = await openVerifier();
  expect(await open.ask(body)).toMatchObject({ status: 200, body: { data: { verified: true } } });
  expect((await open.ask(body.replace('"password"', '"passwort"'))).status).toBe(400);
});

it('the page names the metrics that are served', async () => {
  await using open = await openVerifier();
  const served = [...(await open.metrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  const named = [...page.matchAll(/`(cidaas_verifier_\w+)[`{]/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(served.sort());
});

it('every status that the code answers with is explained', () => {
  const sources = ['compare-endpoint.ts', 'compare-listener.ts'].map((name) =>
    readFileSync(resolve(import.meta.dirname, '../../src/verifier', name), 'utf8'),
  );
  const statuses = new Set(
    sources.flatMap((text) => [...text.matchAll(/status: (\d{3})/g)].map(([, status]) => status)),
  );
  statuses.delete('405');
  statuses.delete('500');
  const [, table = ''] = /^\| answer \|([\s\S]*?)\n\n/m.exec(page) ?? [];
  for (const status of statuses) expect(table).toMatch(new RegExp(`\\b${status}\\b`));
  expect(statuses.size).toBeGreaterThan(6);
});
