import { nearest } from '../text/nearest.ts';
import { INPUTS, type InputName } from './inputs.ts';
import type { Limit } from './limit.ts';

/** Reads texts of inputs as typed values. */
export type InputReader = ReturnType<typeof createInputReader>;

/**
 * Creates a reader that adds every wrong input to `problems`, with what was expected and given. Reading then continues with a
 * placeholder value, so that all problems are found at once.
 */
export function createInputReader(raw: (name: InputName) => string, problems: string[]) {
  const untrimmed = (name: InputName): string => {
    const given = raw(name);
    return given === '' ? (INPUTS[name] ?? '') : given;
  };
  const text = (name: InputName): string => untrimmed(name).trim();
  const addProblem = (name: InputName, expected: string): void => {
    problems.push(`\`${name}\`: expected ${expected}, got \`${text(name).slice(0, 80)}\``);
  };
  const number = (name: InputName, min: number, max: number): number => {
    const value = /^\d+(\.\d+)?$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    if (value >= min && value <= max) return value;
    addProblem(name, range('a number', min, max));
    return min;
  };
  const integer = (name: InputName, min: number, max: number): number => {
    const value = /^\d+$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    addProblem(name, range('a whole number', min, max));
    return min;
  };
  const autoOrInteger = (name: InputName, min: number, max: number): 'auto' | number => {
    if (text(name).toLowerCase() === 'auto') return 'auto';
    const value = /^\d{1,9}$/.test(text(name)) ? Number(text(name)) : Number.NaN;
    if (value >= min && value <= max) return value;
    addProblem(name, `\`auto\` or ${range('a whole number', min, max)}`);
    return min;
  };
  const optionalInteger = (name: InputName): number | null =>
    text(name) === '' ? null : integer(name, 1, Number.MAX_SAFE_INTEGER);
  const choice = <T extends string>(name: InputName, choices: readonly [T, ...T[]]): T => {
    const found = choices.find((one) => one === text(name).toLowerCase());
    if (found !== undefined) return found;
    addProblem(name, `one of ${choices.join(', ')}`);
    const meant = nearest(text(name), choices);
    if (meant !== null) problems.push(`${problems.pop()}. Did you mean \`${meant}\`?`);
    return choices[0];
  };
  const boolean = (name: InputName): boolean => choice(name, ['false', 'true']) === 'true';
  const limit = (name: InputName): Limit => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text(name))?.[1];
    if (percent !== undefined && Number(percent) <= 100) return { kind: 'percent', percent: Number(percent) };
    if (/^\d+$/.test(text(name))) return { kind: 'count', rows: Number(text(name)) };
    const hint = limitHint(text(name));
    addProblem(name, 'a number of rows like `10` or a percentage like `1%`');
    if (hint !== null) problems.push(`${problems.pop()}. ${hint}`);
    return { kind: 'count', rows: 0 };
  };
  return { text, untrimmed, number, integer, autoOrInteger, optionalInteger, choice, boolean, limit };
}

/** What is probably meant by a text that is no limit; null when nothing is. */
function limitHint(text: string): string | null {
  const [, whole = '', decimals = '', sign = ''] = /^(\d+)[.,](\d+)\s*(%?)$/.exec(text) ?? [];
  if (sign === '%' && Number(whole) < 100) return `Write a decimal point: \`${whole}.${decimals}%\``;
  if (whole !== '' && sign === '')
    return `Rows are whole numbers. If it is a share, write it with a percent sign, like \`${whole}.${decimals}%\``;
  if (/^\d+(?:\.\d+)?\s*%$/.test(text)) return 'A share is at most `100%`, which is no limit';
  return text.startsWith('-') ? 'It cannot be negative; `0` allows none' : null;
}

function range(what: string, min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `${what} from ${min}` : `${what} from ${min} to ${max}`;
}
