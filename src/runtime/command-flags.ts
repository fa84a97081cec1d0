import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';
import { InputError } from './input-error.ts';

/** The flags of a command by name: a `string` takes a value, a `boolean` is a switch. */
interface FlagTypes {
  readonly [name: string]: 'string' | 'boolean';
}

/** The flags that were given. */
export type FlagValues<Types extends FlagTypes> = {
  readonly [name in keyof Types]?: Types[name] extends 'string' ? string : true;
};

/**
 * Reads the arguments after `cidaas-migrate <command>`: its flags, and the words that belong to no flag. When a flag is given twice, the
 * last value counts. `--help` is known; the caller answers it.
 *
 * @throws InputError with a sentence for each flag that is unknown, lacks its value, or is a switch with a value. No value is repeated,
 * since one may be a secret.
 */
export function readCommandFlags<Types extends FlagTypes>(
  command: string,
  types: Types,
  args: readonly string[],
): { readonly values: FlagValues<Types>; readonly words: readonly string[] } {
  const known: FlagTypes = { ...types, help: 'boolean' };
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  // Not strict: strict parsing stops at the first problem, with a message that explains the syntax of command lines.
  const { tokens, values, positionals } = parseArgs({
    ...{ args: [...args], options, strict: false, allowPositionals: true, tokens: true },
  });
  const problems = tokens.flatMap((token) => {
    const problem = token.kind === 'option' ? problemWith(token, known) : null;
    return problem === null ? [] : [`${command}: ${problem} ${seeHelp(command)}`];
  });
  if (problems.length > 0) throw new InputError(problems);
  return { values: values as FlagValues<Types>, words: positionals };
}

/** The same for a command that takes no other words. @throws InputError for a word too. */
export function readOnlyFlags<Types extends FlagTypes>(
  command: string,
  types: Types,
  args: readonly string[],
): FlagValues<Types> {
  const { values, words } = readCommandFlags(command, types, args);
  if (words.length > 0)
    throw new InputError([`${command}: unexpected argument: this command takes only flags ${seeHelp(command)}`]);
  return values;
}

/** What follows a problem with the flags of a command. */
export function seeHelp(command: string): string {
  return `(\`cidaas-migrate ${command} --help\` lists the flags)`;
}

function problemWith(
  token: {
    readonly name: string;
    readonly rawName: string;
    readonly value: string | undefined;
    readonly inlineValue: boolean | undefined;
  },
  known: FlagTypes,
): string | null {
  const { name, rawName, value, inlineValue } = token;
  if (!Object.hasOwn(known, name)) {
    const near = nearest(name, Object.keys(known));
    return `unknown flag ${rawName}.${near === null ? '' : ` Did you mean --${near}?`}`;
  }
  if (known[name] === 'boolean') return value === undefined ? null : `--${name} takes no value`;
  const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
  return isMissing ? `--${name}: the value is missing (write one that begins with - as --${name}=-…)` : null;
}
