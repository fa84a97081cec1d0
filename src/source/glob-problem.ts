const MAX_LENGTH = 1_000;
/** Wildcards in one part of a path: each multiplies the ways in which a name can match. */
const MAX_STARS = 4;
const MAX_FOLDERS = 4;
const MAX_ALTERNATIVES = 1_000;

/** Why a glob would take too long to match, as a clause with what to do; null when it does not. */
export function globProblem(pattern: string): string | null {
  if (pattern.length > MAX_LENGTH) return `a pattern has at most ${MAX_LENGTH} characters; write several lines`;
  if (/[@+*?!]\(/.test(pattern)) return 'groups such as +(a|b) are not supported; write {a,b}, or several lines';
  const parts = pattern.split('/');
  if (parts.filter((part) => part === '**').length > MAX_FOLDERS)
    return `a pattern has at most ${MAX_FOLDERS} times **; name a folder`;
  if (parts.some((part) => part !== '**' && part.replace(/\*+/g, '*').split('*').length - 1 > MAX_STARS))
    return `a part of a pattern has at most ${MAX_STARS} times *; name more of the file`;
  if (alternatives(pattern) > MAX_ALTERNATIVES)
    return `the braces make more than ${MAX_ALTERNATIVES} names; write several lines, or *`;
  return null;
}

/** At least as many names as the braces of a glob make. */
function alternatives(pattern: string): number {
  const braces = pattern.split('{').length - 1;
  const ranges = [...pattern.matchAll(/\{([^{},]*\.\.[^{},]*)\}/g)].map(([, range = '']) => lengthOf(range));
  const listed = pattern.split(',').length;
  return ranges.reduce((sum, length) => sum + length, listed) ** braces;
}

/** `1..12` has 12 names; a letter to a letter at most all of them. */
function lengthOf(range: string): number {
  const [from, to] = range.split('..').map(Number);
  return from === undefined || to === undefined || Number.isNaN(from - to) ? 64 : Math.abs(from - to) + 1;
}
