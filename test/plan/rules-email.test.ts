import { describe, expect, test } from 'vitest';
import { classifyEmail } from '../../src/plan/rules-email.ts';

describe('valid', () => {
  test.each([
    'ada@example.com',
    'ada.lovelace+news@sub.example.co.uk',
    "o'neil@example.com",
    'a_b-c=d@example.org',
    '1@example.com',
    'ada@testmöbel.example',
    'ada@xn--testmbel-s4a.example',
    'ada@例え.example',
    'ada@a1-b2.example',
    `${'a'.repeat(64)}@example.com`,
  ])('%s', (address) => {
    expect(classifyEmail(address)).toBe('valid');
  });
});

test.each(['müller@example.com', 'ünal.ç@example.com'])('%s is allowed but worth a warning', (address) => {
  expect(classifyEmail(address)).toBe('nonascii');
});

describe('invalid', () => {
  test.each([
    '',
    'ada',
    '@example.com',
    'ada@',
    'ada@localhost',
    'ada@example',
    'ada@@example.com',
    'ada@example..com',
    'ada@.example.com',
    'ada@example.com.',
    'ada@-example.com',
    'ada@example-.com',
    'ada@exam_ple.com',
    'ada@127.0.0.1',
    'ada lovelace@example.com',
    'ada@exam ple.com',
    '.ada@example.com',
    'ada.@example.com',
    'ada..l@example.com',
    'ada@example.com,eve@example.com',
    'ada@example.com;eve@example.com',
    'ada@example.com eve@example.com',
    'Ada <ada@example.com>',
    '"ada l"@example.com',
    'mailto:ada@example.com',
    'ada@example.com\u0000',
    'ada\u202e@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'abcdefgh.'.repeat(30)}com`,
  ])('%s', (address) => {
    expect(classifyEmail(address)).toBe('invalid');
  });

  test('is told quickly of a long text', () => {
    expect(classifyEmail(`${'a.'.repeat(100_000)}@${'a.'.repeat(100_000)}`)).toBe('invalid');
  });
});
