import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type DomainResolver, mailDomainLookUp } from '../../src/tenant/mail-domain.ts';

/** A resolver that has these records, or fails with a code. */
function resolverOf(records: { readonly [question: string]: string }): DomainResolver & { readonly asked: string[] } {
  const asked: string[] = [];
  const ask = (kind: string) => async (name: string) => {
    asked.push(`${kind} ${name}`);
    const answer = records[`${kind} ${name}`] ?? 'ENODATA';
    if (answer === 'yes') return ['x'];
    throw Object.assign(new Error(answer), { code: answer });
  };
  const [resolveMx, resolve4, resolve6] = [ask('MX'), ask('A'), ask('AAAA')];
  return { resolveMx, resolve4, resolve6, asked } as unknown as DomainResolver & { readonly asked: string[] };
}

test.each([
  ['a mail server', { 'MX a.example': 'yes' }, 'found', 1],
  ['only an address', { 'A a.example': 'yes' }, 'found', 2],
  ['only an address of version 6', { 'AAAA a.example': 'yes' }, 'found', 3],
  ['no record of any kind', {}, 'absent', 3],
  ['no name', { 'MX a.example': 'ENOTFOUND', 'A a.example': 'ENOTFOUND', 'AAAA a.example': 'ENOTFOUND' }, 'absent', 3],
  ['a resolver that is away', { 'MX a.example': 'ECONNREFUSED' }, 'unknown', 1],
  ['a resolver that is slow', { 'MX a.example': 'ETIMEOUT' }, 'unknown', 1],
  ['a resolver in trouble', { 'MX a.example': 'ESERVFAIL' }, 'unknown', 1],
  ['an answer that is lost half-way', { 'MX a.example': 'ENODATA', 'A a.example': 'ETIMEOUT' }, 'unknown', 2],
])('%s', async (_, records, state, questions) => {
  const resolver = resolverOf(records as { readonly [question: string]: string });
  expect(await mailDomainLookUp(resolver)('a.example')).toBe(state);
  expect(resolver.asked).toHaveLength(questions);
});

test('a name of another script is asked for in its ASCII form', async () => {
  const resolver = resolverOf({ 'MX xn--mller-kva.example': 'yes' });
  expect(await mailDomainLookUp(resolver)('müller.example')).toBe('found');
});

test('against a real resolver: an answer that there is no such domain, and no answer', async () => {
  const server = createSocket('udp4');
  server.on('message', (question, from) => {
    if (question.includes('silent')) return;
    const answer = Buffer.from(question);
    // A response (QR), recursion available, NXDOMAIN.
    answer.writeUInt16BE(0x8183, 2);
    server.send(answer, from.port, from.address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const resolver = new Resolver({ timeout: 100, tries: 1 });
  resolver.setServers([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
  const lookUp = mailDomainLookUp(resolver);
  expect(await lookUp('gone.example')).toBe('absent');
  expect(await lookUp('silent.example')).toBe('unknown');
  server.close();
});
