import type { PatternSyntax } from './pattern-syntax.ts';

/** The place of a match in a text, and of its groups: begin and end, or -1 where a group took no part. */
export interface FoundMatch {
  readonly start: number;
  readonly end: number;
  group(index: number): readonly [number, number];
}

/** What a match is replaced with: `$1`, `$<name>`, `$&`, `$$`, `` $` `` and `$'` mean what they mean in JavaScript. */
export interface Replacement {
  /** The pieces for one match, in order. */
  pieces(text: string, match: FoundMatch): Iterable<string>;
  /** The length of the longest result for a text of this length. */
  longest(length: number): number;
}

/** Source: ECMAScript 2025, 22.1.3.19.1 GetSubstitution. */
export function replacement(template: string, { groups, names }: PatternSyntax): Replacement {
  const parts = partsOf(template, groups, names);
  const texts = parts.filter((part) => typeof part === 'string').reduce((sum, part) => sum + part.length, 0);
  const references = parts.filter((part) => typeof part !== 'string').length;
  return {
    *pieces(text, match) {
      for (const part of parts) yield typeof part === 'string' ? part : part(text, match);
    },
    longest: (length) => length + (length + 1) * (texts + references * length),
  };
}

type Part = string | ((text: string, match: FoundMatch) => string);

const REFERENCE = /\$(?:(\$)|(&)|(`)|(')|(\d\d?)|<([^>]*)>)/g;

function partsOf(template: string, groups: number, names: PatternSyntax['names']): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of template.matchAll(REFERENCE)) {
    const [whole, dollar, match, before, after, digits, name] = found;
    parts.push(template.slice(end, found.index));
    end = found.index + whole.length;
    if (dollar !== undefined) parts.push('$');
    else if (match !== undefined) parts.push((text, { start, end: to }) => text.slice(start, to));
    else if (before !== undefined) parts.push((text, { start }) => text.slice(0, start));
    else if (after !== undefined) parts.push((text, { end: from }) => text.slice(from));
    else if (digits !== undefined) parts.push(...numbered(digits, groups));
    else parts.push(names.size === 0 ? whole : groupsNamed(names.get(name ?? '') ?? []));
  }
  parts.push(template.slice(end));
  return parts.filter((part) => part !== '');
}

/** `$12` is group 12, or group 1 followed by a 2 when there are fewer; a group that does not exist is text. */
function numbered(digits: string, groups: number): Part[] {
  const used = Number(digits) > groups ? digits.slice(0, 1) : digits;
  const index = Number(used);
  if (index < 1 || index > groups) return [`$${digits}`];
  return [groupsNamed([index]), digits.slice(used.length)];
}

function groupsNamed(indexes: readonly number[]): Part {
  return (text, match) => {
    for (const index of indexes) {
      const [from, to] = match.group(index);
      if (from >= 0) return text.slice(from, to);
    }
    return '';
  };
}
