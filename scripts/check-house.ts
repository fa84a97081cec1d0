// The rules of the house that a linter does not know: which folder may import from which, and who may touch the outside.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../src');

/** A folder imports values only from folders before it; entries and the story may import all. */
const FOLDERS = ['source', 'mapping', 'plan', 'ledger', 'queue', 'tenant', 'apply', 'report', 'publish', 'sandbox'];
/** Files beside the folders that any folder may import values from. */
const FOUNDATION = ['input-error.ts', 'full-disk.ts'];
/** These compute; what they need from outside is handed in. */
const PURE = ['mapping', 'plan', 'report'];
const EFFECTS =
  /^node:(fs|net|http|https|tls|dgram|dns|child_process|sqlite|worker_threads|timers|os|process)(\/|$)|^undici$/;
const NETWORK = /^node:(net|http|https|tls|dgram|dns)(\/|$)|^undici$/;
const MAY_NETWORK = ['tenant', 'publish', 'sandbox'];
const ACTIONS = /^@actions\//;
const MAY_ACTIONS = ['publish', 'action.ts', 'post.ts', 'cli.ts', 'settings.ts'];
const MAX_LINES = 300;
/** Written by scripts. */
const GENERATED = ['report/page-assets.ts'];
const GRAB_BAGS = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.ts$)/;

const problems: string[] = [];
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
  const file = relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
  checkFile(file, readFileSync(join(src, file), 'utf8'));
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else console.log('The rules of the house hold.');

function checkFile(file: string, text: string): void {
  const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
  if (GRAB_BAGS.test(file)) problems.push(`src/${file}: name the file after the noun it owns`);
  const lines = text.split('\n').length;
  if (lines > MAX_LINES && !GENERATED.includes(file))
    problems.push(`src/${file}: ${lines} lines; split it (at most ${MAX_LINES})`);
  for (const { specifier, isType } of importsOf(text)) {
    if (isType) continue;
    if (specifier.startsWith('.')) checkRelative(file, room, specifier);
    else checkPackage(file, room, specifier);
  }
}

function checkRelative(file: string, room: string, specifier: string): void {
  const target = relative(src, resolve(src, dirname(file), specifier)).replaceAll('\\', '/');
  const targetRoom = target.includes('/') ? target.slice(0, target.indexOf('/')) : target;
  if (!FOLDERS.includes(room) || targetRoom === room || FOUNDATION.includes(target)) return;
  if (FOLDERS.includes(targetRoom) && FOLDERS.indexOf(targetRoom) < FOLDERS.indexOf(room)) return;
  problems.push(`src/${file}: imports a value from ${target}, which is not above ${room}/ in the house`);
}

function checkPackage(file: string, room: string, specifier: string): void {
  if (PURE.includes(room) && (EFFECTS.test(specifier) || ACTIONS.test(specifier)))
    problems.push(`src/${file}: ${room}/ is pure and must not import ${specifier}`);
  if (NETWORK.test(specifier) && !MAY_NETWORK.includes(room))
    problems.push(`src/${file}: the network belongs in ${MAY_NETWORK.join(', ')}, not ${room}`);
  if (ACTIONS.test(specifier) && !MAY_ACTIONS.includes(room))
    problems.push(`src/${file}: ${specifier} belongs in publish/ and the entries`);
}

function importsOf(text: string): { specifier: string; isType: boolean }[] {
  const found: { specifier: string; isType: boolean }[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^;'"]*?from\s+)?['"]([^'"]+)['"]/gm)) {
    const names = match[2] ?? '';
    const onlyTypes =
      /^\{[^}]*\}/.test(names) &&
      names
        .replace(/[{}]|from/g, '')
        .split(',')
        .every((name) => name.trim() === '' || name.trim().startsWith('type '));
    found.push({ specifier: match[3] ?? '', isType: match[1] !== undefined || onlyTypes });
  }
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ specifier: match[1] ?? '', isType: false });
  return found;
}
