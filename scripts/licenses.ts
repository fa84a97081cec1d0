// The packages whose code is in the bundle, and their licences. The build writes them to dist/licenses.txt.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package with code in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** A module as webpack's statistics have it; `modules`: those that were joined to one. */
interface BundledModule {
  readonly nameForCondition?: string | null;
  readonly modules?: readonly BundledModule[];
}

/** The packages of the modules in the statistics of a build (`ncc --stats-out`), by name. */
export function bundledPackages(stats: { readonly modules: readonly BundledModule[] }): BundledPackage[] {
  const folders = new Set<string>();
  const collect = ({ nameForCondition, modules = [] }: BundledModule): void => {
    const [folder] =
      /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec((nameForCondition ?? '').replaceAll('\\', '/')) ?? [];
    if (folder !== undefined) folders.add(folder);
    for (const module of modules) collect(module);
  };
  for (const module of stats.modules) collect(module);
  // The same version may be in several folders.
  const packages = new Map<string, BundledPackage>();
  for (const folder of folders) {
    const { name, version } = manifestOf(folder);
    packages.set(`${name} ${version}`, { name, version, folder });
  }
  return [...packages.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Packages that say nothing about their licence, and where their authors do. */
const NAMED_ELSEWHERE: { readonly [nameAndVersion: string]: { readonly license: string; readonly source: string } } = {
  'buffers 0.1.1': { license: 'MIT/X11', source: 'https://github.com/substack/node-buffers#license' },
};

/** Texts of licences that packages name without their text; `AUTHOR` is the author in the package. */
const STANDARD_TEXTS: { readonly [license: string]: string } = {
  ISC: `ISC License

Copyright (c) AUTHOR

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
  MIT: `The MIT License

Copyright (c) AUTHOR

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/**
 * One section for each package: name and version, licence, then the text from its files, or the standard text of the licence that
 * it names.
 *
 * @throws Error naming every package without a licence or its text: it must not be shipped.
 */
export function licensesText(packages: readonly BundledPackage[]): string {
  const problems: string[] = [];
  const sections = packages.map((one) => {
    const title = `${one.name} ${one.version}`;
    const license = manifestOf(one.folder).license ?? NAMED_ELSEWHERE[title]?.license;
    const text = license === undefined ? null : (textOf(one.folder) ?? standardText(license, one));
    if (license === undefined) problems.push(`${title} names no licence`);
    else if (text === null) problems.push(`${title} has no text of its licence ${license}`);
    return `${RULE}\n${title}\n${license}\n\n${text}\n`;
  });
  if (problems.length > 0) throw new Error(`dist/licenses.txt would be incomplete: ${problems.join('; ')}`);
  return sections.join('\n');
}

/** Above the name of each package. */
export const RULE = '='.repeat(80);

function textOf(folder: string): string | null {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[sc]e|copying|notice)\b/i.test(entry.name))
    .map(({ name }) => name);
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length === 0 ? null : texts.join('\n\n');
}

function standardText(license: string, { folder, name }: BundledPackage): string | null {
  const text = STANDARD_TEXTS[license.replace(/^\(?MIT\/X11\)?$/, 'MIT')];
  return text?.replace('AUTHOR', manifestOf(folder).author ?? `the authors of ${name}`) ?? null;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly author: string | undefined;
}

function manifestOf(folder: string): Manifest {
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, license: wordOf(license ?? licenses?.[0], 'type'), author: wordOf(author, 'name') };
}

/** Old manifests have an object where newer ones have a text. */
function wordOf(value: unknown, key: string): string | undefined {
  if (typeof value === 'object' && value !== null)
    return wordOf((value as { readonly [key: string]: unknown })[key], key);
  return typeof value === 'string' ? value : undefined;
}

/** Not by the language of the machine: the build must come out the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
