import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledPackages, licensesText, RULE } from '../scripts/licenses.ts';
import { tempFolder } from './support/temp-folder.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Sections of licenses.txt by the name and version of their package. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = text.split(`${RULE}\n`).filter((section) => section !== '');
  return new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), section]));
}

/** Packages without a section that grants anything. */
function unlicensed(packages: readonly string[], licenses: string): string[] {
  const sections = sectionsOf(licenses);
  const grants =
    /permission (?:to use|is hereby granted)|redistribution and use|terms and conditions for use|licenses you to do everything/i;
  return packages.filter((name) => !grants.test(sections.get(name)?.replaceAll(/\s+/g, ' ') ?? ''));
}

/** Packages whose values the source imports. */
function importedPackages(): readonly string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts')).map((name) => read(join('src', name)));
  const specifiers = sources.flatMap((text) =>
    [...text.matchAll(/^(?:import (?!type\b)[^;]*?from |import |.*\bimport\()'((?:@[\w-]+\/)?[a-z][\w.-]*)/gm)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(specifiers)].filter((name) => name !== 'node');
}

/** A folder with one package, and webpack's statistics of a bundle that has a module of it. */
function onePackage(folder: string, manifest: object, files: { readonly [name: string]: string } = {}) {
  const at = join(folder, 'node_modules/@acme/thing');
  mkdirSync(at, { recursive: true });
  const all = { 'package.json': JSON.stringify({ name: '@acme/thing', version: '1.2.3', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(at, name), text);
  return bundledPackages({
    modules: [
      { nameForCondition: join(folder, 'lib/main.js') },
      { nameForCondition: null, modules: [{ nameForCondition: join(at, 'lib/deep/index.js') }] },
    ],
  });
}

describe('dist/licenses.txt', () => {
  const packages = read('dist/packages.txt').trimEnd().split('\n');
  const licenses = read('dist/licenses.txt');

  test('has the licence of every package whose code is in the bundle, and of no other', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(unlicensed(packages, licenses)).toEqual([]);
    expect([...sectionsOf(licenses).keys()]).toEqual(packages);
  });

  test('would be found incomplete without one of them', () => {
    for (const name of [packages[0] ?? '', packages[90] ?? '', packages.at(-1) ?? '']) {
      const without = licenses.replace(`${RULE}\n${name}\n`, `${RULE}\nanother 1.0.0\n`);
      expect(unlicensed(packages, without)).toEqual([name]);
    }
  });

  test('is about the packages that the source imports and package-lock.json pins', () => {
    const names = packages.map((title) => title.slice(0, title.lastIndexOf(' ')));
    const imported = importedPackages();
    expect(imported.length).toBeGreaterThan(10);
    for (const name of imported) expect(names).toContain(name);
    const lock = JSON.parse(read('package-lock.json')) as {
      readonly packages: { [path: string]: { version: string } };
    };
    const pinned = Object.entries(lock.packages).map(
      ([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version}`,
    );
    for (const title of packages) expect(pinned).toContain(title);
  });
});

describe('the build', () => {
  test('finds the package of a module that webpack joined to another one, and takes the text of its files', () => {
    using folder = tempFolder();
    const packages = onePackage(
      folder.path,
      { license: 'ISC' },
      { 'LICENCE.md': 'Permission to use it.\r\n', NOTICE: 'N' },
    );
    expect(packages).toMatchObject([{ name: '@acme/thing', version: '1.2.3' }]);
    expect(licensesText(packages)).toBe(`${RULE}\n@acme/thing 1.2.3\nISC\n\nPermission to use it.\n\nN\n`);
  });

  test('gives the standard text for a package that only names its licence', () => {
    using folder = tempFolder();
    const text = licensesText(
      onePackage(folder.path, { licenses: [{ type: 'MIT/X11' }], author: { name: 'A. Author' } }),
    );
    expect(text).toContain('Copyright (c) A. Author');
    expect(text).toContain('Permission is hereby granted');
  });

  test('gives the text of ISC too', () => {
    using folder = tempFolder();
    const text = licensesText(onePackage(folder.path, { license: 'ISC', author: 'A. Author <a@example.com>' }));
    expect(text).toContain('Copyright (c) A. Author');
    expect(text).toContain('Permission to use, copy, modify');
  });

  test.each([
    [{}, 'names no licence'],
    [{ license: 'EUPL-1.2' }, 'has no text of its licence EUPL-1.2'],
  ])('fails for a package with %j', (manifest, says) => {
    using folder = tempFolder();
    const packages = onePackage(folder.path, manifest);
    expect(() => licensesText(packages)).toThrow(`dist/licenses.txt would be incomplete: @acme/thing 1.2.3 ${says}`);
  });
});
