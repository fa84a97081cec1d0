import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../src/plan/problem-codes.ts';
import { DE } from '../../../src/report/language/de.ts';
import { DE_CODES } from '../../../src/report/language/de-codes.ts';
import { EN } from '../../../src/report/language/en.ts';
import { EN_CODES } from '../../../src/report/language/en-codes.ts';
import type { Text, TextKey } from '../../../src/report/language/words.ts';

const KEYS = Object.keys(EN) as TextKey[];

function formsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe('the catalogues', () => {
  test('have the same keys, in the same order', () => {
    expect(Object.keys(DE)).toEqual(KEYS);
  });

  test.each(KEYS)('%s has the same placeholders in both', (key) => {
    const [english, german] = [formsOf(EN[key]), formsOf(DE[key])].map((forms) => placeholders(forms.at(-1) ?? ''));
    expect(german).toEqual(english);
    for (const form of formsOf(DE[key]))
      if (!/^(?:Der erste Fehler)$/.test(form)) expect(placeholders(form)).toEqual(english);
  });

  test.each(KEYS)('%s has the same kind of text in both, without markup', (key) => {
    expect(typeof DE[key]).toBe(typeof EN[key]);
    for (const text of [...formsOf(EN[key]), ...formsOf(DE[key])]) {
      expect(text).not.toMatch(/[<>&`*|[\]\\\n]|(?<!\w)_|_(?!\w)/);
      expect(text.length).toBeGreaterThan(0);
    }
  });

  test('German addresses its reader as Sie and never as du', () => {
    const texts = Object.values(DE).flatMap(formsOf);
    const hints = Object.values(DE_CODES).flatMap(({ meaning, hint }) => [meaning, hint]);
    for (const text of [...texts, ...hints]) expect(text).not.toMatch(/\b(?:du|dein|deine|dir|dich)\b/i);
  });
});

describe('the codes', () => {
  test('are the same in both languages, and all codes of mapping and validation are among them', () => {
    expect(Object.keys(DE_CODES).sort()).toEqual(Object.keys(EN_CODES).sort());
    for (const code of Object.keys(PROBLEM_CODES)) expect(DE_CODES).toHaveProperty([code]);
  });

  test.each(Object.entries(DE_CODES))(
    '%s has sentences, and the same inputs and rules as in English',
    (code, german) => {
      const english = EN_CODES[code as keyof typeof EN_CODES];
      for (const text of [german.meaning, german.hint]) expect(text).toMatch(/[.]$/);
      const rules = (text: string): string[] => [...text.matchAll(/`([^`]*)`/g)].map(([, rule = '']) => rule).sort();
      expect(rules(german.hint).filter((rule) => !rules(english.hint).includes(rule))).toEqual([]);
    },
  );
});
