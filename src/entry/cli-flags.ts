import { parseArgs } from 'node:util';
import { InputError } from '../runtime/input-error.ts';
import { CLI_FLAGS, INPUTS, SECRETS } from '../settings/inputs.ts';
import { nearest } from '../text/nearest.ts';

/** What stands on a command line, with everything that is wrong with it. */
export interface Flags {
  readonly values: { readonly [name: string]: string | undefined };
  /** Sentences without the values given, since one may be a secret. */
  readonly problems: readonly string[];
}

const NAMES = [...Object.keys(INPUTS), ...Object.keys(CLI_FLAGS)];
const HELP = '(`cidaas-migrate --help` lists the flags)';

const MODES: readonly string[] = ['plan', 'apply', 'check'];
const COMMANDS: readonly string[] = ['init', 'sandbox'];

/**
 * Reads the flags of the command. A flag that stands twice keeps its last value.
 *
 * @throws InputError when a mode or a command stands where only flags can: what else is missing says nothing then.
 */
export function readFlags(args: readonly string[]): Flags | 'nothing' | 'help' | 'version' {
  if (args.length === 0) return 'nothing';
  const options: { [name: string]: { type: 'string' | 'boolean' } } = {
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  };
  for (const name of NAMES) options[name] = { type: 'string' };
  // Not strict: that stops at the first problem, and takes a value like -1 for a flag.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  if (tokens.some((token) => token.kind === 'option' && token.name === 'version')) return 'version';

  const values: { [name: string]: string } = {};
  const problems: string[] = [];
  let mayBeValue = false;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!mayBeValue) {
        refuseWord(token.value);
        problems.push(`An argument stands alone: the command takes flags only, like --export users.csv ${HELP}`);
      }
      mayBeValue = false;
    } else if (token.kind === 'option') {
      const problem = problemWith(token);
      // What follows an unknown flag is its value, and what follows a flag that was taken for a value is that flag's.
      mayBeValue = problem !== null && !token.inlineValue;
      if (problem !== null) problems.push(problem);
      else values[token.name] = token.value ?? '';
    }
  }
  return { values, problems };
}

/** Only words that are known here are repeated: any other may be a secret. */
function refuseWord(word: string): void {
  if (MODES.includes(word))
    throw new InputError([`\`${word}\` stands alone: modes are a flag. Did you mean \`--mode ${word}\`? ${HELP}`]);
  if (COMMANDS.includes(word))
    throw new InputError([
      `\`${word}\` stands behind flags: a command comes first. Did you mean \`cidaas-migrate ${word} …\`? (\`cidaas-migrate ${word} --help\`)`,
    ]);
}

function problemWith(token: {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}): string | null {
  const { name, rawName, value } = token;
  if (!NAMES.includes(name)) {
    const found = nearest(name, NAMES);
    return `${rawName}: there is no such flag.${found === null ? '' : ` Did you mean --${found}?`} ${HELP}`;
  }
  const variable = (SECRETS as { readonly [name: string]: string })[name];
  if (variable !== undefined)
    return `--${name}: set ${variable} in the environment instead; a command line shows in process lists and shell histories`;
  if (value === undefined || (!token.inlineValue && value.startsWith('--')))
    return `--${name}: a value is missing (one that begins with -- is given as --${name}=--…)`;
  return null;
}
