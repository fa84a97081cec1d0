import { type NativePattern, NativeSyntax } from './native-syntax.ts';
import { type Cost, inSequence, NO_CHOICE, oneOf, repeated, times } from './pattern-cost.ts';
import {
  ANY,
  CONTROLS,
  DOT,
  escaped,
  NO_WORD_OF_ANY_CASE,
  NONE,
  PROPERTY_KIND,
  quoted,
  SETS,
} from './re2-characters.ts';

/** A pattern that is read, in the syntax of RE2 and with what trying it may cost. */
export interface PatternSyntax {
  /** What must follow the beginning of the text, or must not: `^(?=…)` and `^(?!…)`. */
  readonly ahead: readonly { readonly negated: boolean; readonly re2: string }[];
  /** The rest of the pattern. */
  readonly re2: string;
  /** The number of groups, and the places of those with a name; only groups in different alternatives can share one. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly cost: Cost;
  /** Null when only the linear engine may run it. */
  readonly native: NativePattern | null;
}

/** What the pattern has that cannot be matched in linear time: a clause for the mapping's author. */
export class UnsupportedSyntax extends Error {}

/**
 * Reads a pattern of JavaScript (flag `u`) that JavaScript itself has accepted, and translates it so that it means the same:
 * `\s` and `.` of RE2 know fewer characters, `\u00E4` is unknown to it, and groups are numbered only.
 *
 * @throws UnsupportedSyntax for look-around other than at the beginning, back references, and the modifier m.
 */
export function readPattern(source: string): PatternSyntax {
  const reader = new Reader(source);
  const ahead = reader.leadingLookahead();
  const main = reader.alternatives();
  if (ahead.length > 0 && main.isAlternation)
    throw new UnsupportedSyntax(`${AHEAD_ONLY}; put the alternatives after it into a group: ^(?!…)(?:a|b)`);
  const start = ahead.length > 0 ? '^' : '';
  return {
    ahead: ahead.map(({ negated, part }) => ({ negated, re2: `^(?:${part.re2})` })),
    re2: start === '' ? main.re2 : `^(?:${main.re2})`,
    groups: reader.groups,
    names: reader.names,
    cost: inSequence([
      main.isAnchored || ahead.length > 0 ? NO_CHOICE : times(1),
      oneOf([main.searched, ...ahead.map(({ part }) => part.cost)]),
    ]),
    native: reader.native.rewritten(source),
  };
}

const AHEAD_ONLY = 'has look-ahead, which is possible only at the very beginning, as ^(?!…) or ^(?=…)';

/** A part of a pattern. */
interface Part {
  readonly re2: string;
  readonly cost: Cost;
  readonly canBeEmpty: boolean;
}

interface Alternatives extends Part {
  readonly isAlternation: boolean;
  /** Every alternative begins with `^`. */
  readonly isAnchored: boolean;
  /** The cost when nothing follows: a repetition at the end then never has to be tried again. */
  readonly searched: Cost;
}

class Reader {
  groups = 0;
  readonly names = new Map<string, number[]>();
  readonly native = new NativeSyntax();
  readonly #source: string;
  #at = 0;
  #modes: Modes = { i: false, s: false };

  constructor(source: string) {
    this.#source = source;
  }

  leadingLookahead(): { readonly negated: boolean; readonly part: Part }[] {
    const found: { negated: boolean; part: Part }[] = [];
    if (!/^\^\(\?[=!]/.test(this.#source)) return found;
    this.#at = 1;
    while (this.#isNext('(?=') || this.#isNext('(?!')) {
      const negated = this.#source[this.#at + 2] === '!';
      this.#at += 3;
      const before = this.groups;
      const part = this.alternatives();
      if (this.groups > before) throw new UnsupportedSyntax('has a group ( ) in a look-ahead: write (?: )');
      this.#at += 1;
      if (/^[*+?{]/.test(this.#source.slice(this.#at))) throw new UnsupportedSyntax(AHEAD_ONLY);
      found.push({ negated, part });
    }
    return found;
  }

  /** Up to the end or to the bracket that closes the group. */
  alternatives(): Alternatives {
    const all = [this.#sequence()];
    while (this.#isNext('|')) {
      this.#at += 1;
      all.push(this.#sequence());
    }
    return {
      re2: all.map(({ re2 }) => re2).join('|'),
      cost: oneOf(all.map(({ cost }) => cost)),
      searched: oneOf(all.map(({ searched }) => searched)),
      canBeEmpty: all.some(({ canBeEmpty }) => canBeEmpty),
      isAlternation: all.length > 1,
      isAnchored: all.every(({ isAnchored }) => isAnchored),
    };
  }

  #sequence(): Omit<Alternatives, 'isAlternation'> {
    const start = this.#at;
    const terms: (Part & { readonly isRepeatedCharacter: boolean })[] = [];
    while (this.#at < this.#source.length && !this.#isNext('|') && !this.#isNext(')')) terms.push(this.#term());
    const costs = terms.map(({ cost }) => cost);
    const isFree = terms.at(-1)?.isRepeatedCharacter === true;
    return {
      re2: terms.map(({ re2 }) => re2).join(''),
      cost: inSequence(costs),
      searched: inSequence(isFree ? costs.slice(0, -1) : costs),
      canBeEmpty: terms.every(({ canBeEmpty }) => canBeEmpty),
      isAnchored: this.#source[start] === '^',
    };
  }

  #term(): Part & { readonly isRepeatedCharacter: boolean } {
    const isGroup = this.#isNext('(');
    const atom = isGroup ? this.#group() : this.#character();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 40));
    if (quantifier === null) return { ...atom, isRepeatedCharacter: false };
    const [text, from, comma, to] = quantifier;
    this.#at += text.length;
    const min = from === undefined ? (text[0] === '+' ? 1 : 0) : Number(from);
    const open = from === undefined ? text[0] !== '?' : comma === ',' && to === '';
    const max = open ? Number.POSITIVE_INFINITY : from === undefined ? 1 : Number(comma === '' ? from : to);
    if (min > MAX_REPEATS || (!open && max > MAX_REPEATS))
      throw new UnsupportedSyntax(`repeats something more than ${MAX_REPEATS} times: write * or + for "any number"`);
    return {
      re2: atom.re2 + text,
      cost: repeated(atom.cost, min, max, isGroup, atom.canBeEmpty),
      canBeEmpty: min === 0 || atom.canBeEmpty,
      isRepeatedCharacter: !isGroup,
    };
  }

  #group(): Part {
    const rest = this.#source.slice(this.#at);
    if (/^\(\?[=!]/.test(rest)) throw new UnsupportedSyntax(AHEAD_ONLY);
    if (/^\(\?<[=!]/.test(rest))
      throw new UnsupportedSyntax(
        'has look-behind: match what comes before too, in a group, and keep it with $1 in the replacement',
      );
    const [open = '(', name, modifiers = ''] = /^\((?:\?(?:<([^>]+)>|([a-z]*(?:-[a-z]*)?):))?/.exec(rest) ?? [];
    if (modifiers.includes('m')) throw new UnsupportedSyntax('has the modifier m: write (?:^|\\n) and (?:$|\\n)');
    if (modifiers !== '') this.native.replace(this.#at, open.length, '(?:');
    this.#at += open.length;
    const isCapturing = !open.endsWith(':');
    if (isCapturing) {
      this.groups += 1;
      if (name !== undefined) this.names.set(name, [...(this.names.get(name) ?? []), this.groups]);
    }
    const outer = this.#modes;
    this.#modes = changedModes(outer, modifiers);
    const { re2, cost, canBeEmpty } = this.alternatives();
    this.#modes = outer;
    this.#at += 1;
    // The class of a dot is written out, so that RE2 needs to know of i alone.
    const begin = isCapturing ? '(' : `(?${modifiers.replaceAll('s', '').replace(/-$/, '')}:`;
    return { re2: `${begin}${re2})`, cost, canBeEmpty };
  }

  /** One character, a class of characters, or a place in the text. */
  #character(): Part {
    const start = this.#at;
    const part = this.#translated();
    const text = this.#source.slice(start, this.#at);
    if (text === '.' && this.#modes.s) this.native.replace(start, 1, '[^]');
    this.native.part(text, this.#modes.i);
    return part;
  }

  #translated(): Part {
    const start = this.#at;
    const first = this.#source[start] ?? '';
    if (first === '[') return { re2: this.#class(), cost: NO_CHOICE, canBeEmpty: false };
    if (first === '^' || first === '$') {
      this.#at += 1;
      return { re2: first, cost: NO_CHOICE, canBeEmpty: true };
    }
    if (first === '\\') {
      const next = this.#source[start + 1] ?? '';
      if (/[1-9k]/.test(next))
        throw new UnsupportedSyntax('has a back reference (\\1): compare the parts with an expression (expr)');
      if (next === 'b' || next === 'B') {
        this.#at += 2;
        return { re2: first + next, cost: NO_CHOICE, canBeEmpty: true };
      }
      const { inClass, isSet } = this.#escape();
      return { re2: isSet ? `[${inClass}]` : inClass, cost: NO_CHOICE, canBeEmpty: false };
    }
    const character = String.fromCodePoint(this.#source.codePointAt(start) ?? 0);
    this.#at += character.length;
    return {
      re2: character === '.' ? (this.#modes.s ? ANY : DOT) : quoted(character),
      cost: NO_CHOICE,
      canBeEmpty: false,
    };
  }

  #class(): string {
    let inside = '';
    const negated = this.#isNext('[^');
    this.#at += negated ? 2 : 1;
    while (!this.#isNext(']')) {
      if (this.#isNext('\\')) {
        inside += this.#isNext('\\b') ? this.#take(2, '\\x{8}') : this.#escape().inClass;
        continue;
      }
      const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
      inside += this.#take(character.length, character === '-' ? '-' : quoted(character));
    }
    this.#at += 1;
    if (inside === '') return negated ? ANY : NONE;
    return `[${negated ? '^' : ''}${inside}]`;
  }

  /** An escape that stands for characters, as it is written in a class. */
  #escape(): { readonly inClass: string; readonly isSet: boolean } {
    const rest = this.#source.slice(this.#at, this.#at + 80);
    const [, kind = ''] = /^\\(.)/su.exec(rest) ?? [];
    const set = kind === 'W' && this.#modes.i ? NO_WORD_OF_ANY_CASE : SETS[kind];
    if (set !== undefined) return { inClass: this.#take(2, set), isSet: true };
    if (kind === 'p' || kind === 'P') {
      const [text, property = ''] = /^\\[pP]\{([^}]*)\}/.exec(rest) ?? [''];
      return { inClass: this.#take(text.length, `\\${kind}{${property.replace(PROPERTY_KIND, '')}}`), isSet: true };
    }
    const [text, pair, code, byte, control] =
      /^\\(?:u([dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|u\{?([0-9a-fA-F]+)\}?|x([0-9a-fA-F]{2})|c([a-zA-Z])|.)/su.exec(
        rest,
      ) ?? [''];
    const number = code ?? byte;
    if (pair !== undefined) {
      const [high = '', low = ''] = pair.split('\\u').map((hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return { inClass: this.#take(text.length, quoted(high + low)), isSet: false };
    }
    if (number !== undefined)
      return { inClass: this.#take(text.length, escaped(Number.parseInt(number, 16))), isSet: false };
    if (control !== undefined)
      return { inClass: this.#take(text.length, escaped(control.charCodeAt(0) % 32)), isSet: false };
    return { inClass: this.#take(text.length, CONTROLS[kind] ?? quoted(kind)), isSet: false };
  }

  #take(length: number, translated: string): string {
    this.#at += length;
    return translated;
  }

  #isNext(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }
}

/** The modifiers that hold at a place: case is ignored, and a dot is any character. */
interface Modes {
  readonly i: boolean;
  readonly s: boolean;
}

function changedModes(modes: Modes, modifiers: string): Modes {
  const [on = '', off = ''] = modifiers.split('-');
  return {
    i: on.includes('i') || (modes.i && !off.includes('i')),
    s: on.includes('s') || (modes.s && !off.includes('s')),
  };
}

/** RE2 allows no more. */
const MAX_REPEATS = 1000;
