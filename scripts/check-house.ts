// The rules of the house that a linter does not know: which room may import from which, no circle, who may touch the outside.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../src');

/** The rooms from top to bottom. A room imports, values and types alike, only from rooms below it. */
export const ROOMS = [
  ...['entry', 'init', 'run', 'settings', 'publish', 'report', 'state', 'apply', 'queue', 'check', 'compare', 'ledger'],
  ...['plan', 'mapping', 'sandbox', 'verifier', 'password', 'user', 'tenant', 'source', 'runtime', 'text', 'generated'],
];
/** The only file in the root of src/: it chooses the entry. */
const ROOT = 'main.ts';
/** These compute; what they need from outside is handed in. */
export const PURE = ['report', 'check', 'compare', 'plan', 'mapping', 'password', 'user', 'text'];
const EFFECTS =
  /^node:(fs|net|http|https|tls|dgram|dns|child_process|sqlite|worker_threads|timers|os|process)(\/|$)|^undici$/;
const NETWORK = /^node:(net|http|https|tls|dgram|dns)(\/|$)|^(undici|pg|pg-boss)$/;
export const MAY_NETWORK = ['tenant', 'publish', 'sandbox', 'verifier', 'queue'];
const ACTIONS = /^@actions\//;
export const MAY_ACTIONS = ['publish', 'entry'];
/** Modules of tenant/ that hold answers as they were received: other rooms get `TenantText`, which they cannot print. */
const RAW_ANSWERS =
  /^tenant\/(?:answer-body|answer-entry|answers|bulk-reply|error-body|http|json-object|message-text|names|page-reference|token)\.ts$/;
/** What opens a text or a value of the tenant, and the only file that may. */
export const OPENERS: { readonly [name: string]: string } = {
  openTenantText: 'report/tenant-door.ts',
  openTenantValue: 'compare/stored-mismatch.ts',
};
/** The readings of the machine's clocks, and where they belong: everything else is handed a clock. */
const READS_CLOCK =
  /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?![\w(]))|\bDate\(\)|\bperformance\.|\bhrtime\b|\bDateTime\.(?:now|local|utc)\(\)/;
const CLOCK = 'runtime/clock.ts';
/** The wall clock may step, so it is only for dates: a wait or a limit must not be added to this list. */
const READS_DATE: readonly string[] = [
  CLOCK,
  // When a run began, and when what it keeps was written.
  ...['run/recorded-run.ts', 'run/sending.ts', 'entry/open-stores.ts', 'entry/post.ts'],
  ...['state/resume-store.ts', 'state/run-state.ts'],
  // The time of each line of a verbose log.
  'entry/shell.ts',
  // Today, for rules about dates; the age of an export.
  ...['run/row-preparation.ts', 'run/join-step.ts', 'run/export-opener.ts'],
  // Dates that the tenant and GitHub name (`Retry-After`, the reset of a limit), turned into a wait at once.
  ...['tenant/bulk.ts', 'tenant/account-changer.ts', 'tenant/login.ts', 'tenant/setup-request.ts', 'tenant/token.ts'],
  ...['publish/github-retry.ts', 'publish/artifact-list.ts', 'publish/artifact-download.ts'],
  ...['publish/repository-visibility.ts', 'publish/sticky-comment.ts'],
  // Whether a token of the tenant has expired, and when a password was last right.
  ...['verifier/tenant-token.ts', 'verifier/verifier-metrics.ts'],
  ...['verifier/start-verifier.ts', 'verifier/verifier-command.ts'],
  // The tenant's own clock.
  'sandbox/sandbox.ts',
];
const MAX_LINES = 300;
const GRAB_BAGS = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\/|\.ts$)/;

const problems: string[] = [];
const imports = new Map<string, string[]>();
if (import.meta.main) checkHouse();

function checkHouse(): void {
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const file = relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    checkFile(file, readFileSync(join(src, file), 'utf8'));
  }
  checkCircles();
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  } else console.log(`The rules of the house hold (${imports.size} files, ${ROOMS.length} rooms).`);
}

function checkFile(file: string, text: string): void {
  const room = roomOf(file);
  if (room === file && file !== ROOT) problems.push(`src/${file}: move it into a room; only ${ROOT} belongs in src/`);
  if (room !== file && !ROOMS.includes(room)) problems.push(`src/${file}: ${room}/ is not a room of the house`);
  if (GRAB_BAGS.test(file)) problems.push(`src/${file}: name the file after the noun it owns`);
  const lines = text.split('\n').length;
  if (lines > MAX_LINES && room !== 'generated')
    problems.push(`src/${file}: ${lines} lines; split it (at most ${MAX_LINES})`);
  for (const problem of clockProblems(file, text)) problems.push(`src/${file}: ${problem}`);
  const targets: string[] = [];
  for (const specifier of importsOf(text)) {
    if (specifier.startsWith('.'))
      targets.push(relative(src, resolve(src, dirname(file), specifier)).replaceAll('\\', '/'));
    else checkPackage(file, room, specifier);
  }
  checkTenantTexts(file, room, text, targets);
  imports.set(file, targets);
  for (const target of targets) checkRoom(file, room, target);
}

/** A text of the tenant may quote secrets and users' data: it is printed through one door. */
function checkTenantTexts(file: string, room: string, text: string, targets: readonly string[]): void {
  for (const [name, door] of Object.entries(OPENERS))
    if (text.includes(name) && file !== door && !text.includes(`export function ${name}(`))
      problems.push(`src/${file}: only ${door} may use ${name}`);
  for (const target of targets)
    if (room !== 'tenant' && RAW_ANSWERS.test(target))
      problems.push(`src/${file}: ${target} holds answers as they were received, which only tenant/ may read`);
  if (room !== 'tenant' && /\bTenantText\.(?:ours|theirs|joined)\b/.test(text))
    problems.push(`src/${file}: texts of the tenant are made where answers are read, in tenant/`);
}

/** What a file of `src/` must not do with time; `file` is relative to it. */
export function clockProblems(file: string, text: string): string[] {
  // The page of the report runs in a browser.
  if (roomOf(file) === 'generated' || file.startsWith('report/html/browser/')) return [];
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const found: string[] = [];
  if (file !== CLOCK && READS_CLOCK.test(code)) found.push(`only ${CLOCK} reads the time; take a Clock`);
  if (!READS_DATE.includes(file) && /\bwallNow\b/.test(code))
    found.push('waits, limits and durations need `now`; `wallNow` is for dates, in the files that check-house names');
  return found;
}

function checkRoom(file: string, room: string, target: string): void {
  const below = roomOf(target);
  if (room === below || file === ROOT || ROOMS.indexOf(below) > ROOMS.indexOf(room)) return;
  problems.push(`src/${file}: imports from ${target}, but ${below}/ is not below ${room}/`);
}

function checkPackage(file: string, room: string, specifier: string): void {
  if (PURE.includes(room) && (EFFECTS.test(specifier) || ACTIONS.test(specifier)))
    problems.push(`src/${file}: ${room}/ is pure and must not import ${specifier}`);
  if (NETWORK.test(specifier) && !MAY_NETWORK.includes(room))
    problems.push(`src/${file}: the network belongs in ${MAY_NETWORK.join(', ')}, not ${room}`);
  if (ACTIONS.test(specifier) && !MAY_ACTIONS.includes(room))
    problems.push(`src/${file}: ${specifier} belongs in ${MAY_ACTIONS.join(' and ')}`);
}

/** Follows every import depth first; a file that is met again on its own path closes a circle. */
function checkCircles(): void {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) problems.push(`circle: ${[...path.slice(start), file].join(' -> ')}`);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of imports.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function importsOf(text: string): string[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(?:[^;'"]*?from\s+)?['"]([^'"]+)['"]/gm);
  const calls = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...statements, ...calls].map((match) => match[1] ?? '');
}
