import { expect, test } from 'vitest';
import { signatureVerdict } from '../scripts/signature-verdict.ts';

const npm = 'https://registry.npmjs.org/';
const one = { name: 'yaml', version: '2.9.1', registry: npm };
const answer = (invalid: readonly object[], missing: readonly object[]) => JSON.stringify({ invalid, missing });

test('a package with a wrong signature, or with none where all have one, stops the build', () => {
  expect(signatureVerdict(answer([one], []), '')).toEqual({
    isBroken: true,
    text: 'Signatures of the packages: yaml 2.9.1 has a wrong signature',
  });
  expect(signatureVerdict(answer([], [one]), '')).toEqual({
    isBroken: true,
    text: 'Signatures of the packages: yaml 2.9.1 has no signature',
  });
});

test('a registry without signatures, or out of reach, is named in the log and stops nothing', () => {
  const mirror = { ...one, registry: 'https://mirror.example.com/npm/' };
  expect(signatureVerdict(answer([], [mirror]), '')).toEqual({
    isBroken: false,
    text: 'Signatures of the packages: none is wrong; the registry has none for 1 of them',
  });
  const offline = JSON.stringify({
    error: { code: 'ENOTFOUND', summary: 'request to https://mirror.example.com failed' },
  });
  for (const [output, failure, says] of [
    [offline, '', 'request to https://mirror.example.com failed'],
    ['', 'npm error found no dependencies to audit\nmore', 'npm error found no dependencies to audit'],
    ['not JSON', 'spawnSync npm ETIMEDOUT', 'spawnSync npm ETIMEDOUT'],
    ['null', '', 'no answer'],
  ] as const)
    expect(signatureVerdict(output, failure)).toEqual({
      isBroken: false,
      text: `Signatures of the packages were not checked: ${says}`,
    });
});

test('packages whose signatures are right are said to be', () => {
  expect(signatureVerdict(answer([], []), '').text).toBe('Signatures of the packages: none is wrong');
});
