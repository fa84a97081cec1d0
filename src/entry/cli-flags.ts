import { parseArgs } from 'node:util';
import { InputError } from '../runtime/input-error.ts';
import { CLI_FLAGS, CLI_SWITCHES, INPUTS, MODES, SECRETS } from '../settings/inputs.ts';
import { nearest } from '../text/nearest.ts';

/** The flags of a command line, and everything that is wrong with them. */
export interface CliFlags {
  /** A switch that is given is `true`. */
  readonly values: { readonly [name: string]: string | undefined };
  /** Sentences that never repeat the given values, since one may be a secret. */
  readonly problems: readonly string[];
}

const NAMES = [...Object.keys(INPUTS), ...Object.keys(CLI_FLAGS)];
const KNOWN = [...NAMES, ...CLI_SWITCHES];
const HELP = '(`cidaas-migrate --help` lists the flags)';

const COMMANDS = ['init', 'explain', 'sandbox', 'verifier'] as const;

/** What the command line starts, and its other arguments; null: a run. */
export interface Command {
  readonly command: (typeof COMMANDS)[number] | null;
  readonly rest: readonly string[];
}

/**
 * Reads the command at the beginning of the arguments. `help`, alone or with the name of a command, and `-h` become `--help`.
 *
 * @throws InputError when the first argument is another word; it is not repeated, since it may be a secret.
 */
export function readCommand(args: readonly string[]): Command {
  const [word = '', ...others] = args.map((arg) => (arg === '-h' ? '--help' : arg));
  const command = COMMANDS.find((name) => name === word);
  if (command !== undefined) return { command, rest: others };
  if (word === 'help') {
    const [topic] = others;
    if (topic === undefined || topic.startsWith('-') || isMode(topic)) return { command: null, rest: ['--help'] };
    return { ...readCommand([topic]), rest: ['--help'] };
  }
  if (word !== '' && !word.startsWith('-') && !isMode(word)) throw new InputError([unknownWord(word)]);
  return { command: null, rest: word === '' && args.length === 0 ? [] : [word, ...others] };
}

function unknownWord(word: string): string {
  const near = nearest(word, [...COMMANDS, 'help', ...MODES]);
  const meant = near === null ? null : isMode(near) ? `--mode ${near}` : near;
  if (meant !== null) return `The first argument is not a command. Did you mean \`${meant}\`? ${HELP}`;
  return /[./\\]/.test(word)
    ? `The first argument is not a command. If it is the export, write --export before it. ${HELP}`
    : `The first argument is not a command. The commands are ${COMMANDS.join(', ')} and help; without a command, give flags, like --export users.csv ${HELP}`;
}

/**
 * Reads the flags of the command. When a flag is given twice, the last value counts.
 *
 * @throws InputError when the name of a mode or a command is given as an argument: other problems would only distract then.
 */
export function readFlags(args: readonly string[]): CliFlags | 'nothing' | 'help' | 'version' {
  if (args.length === 0) return 'nothing';
  const options: { [name: string]: { type: 'string' | 'boolean' } } = {
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  };
  for (const name of NAMES) options[name] = { type: 'string' };
  for (const name of CLI_SWITCHES) options[name] = { type: 'boolean' };
  // Not strict: strict parsing stops at the first problem and reads a value like -1 as a flag.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  if (tokens.some((token) => token.kind === 'option' && token.name === 'version')) return 'version';

  const values: { [name: string]: string } = {};
  const problems: string[] = [];
  let mayBeValue = false;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!mayBeValue) {
        refuseModeOrCommand(token.value);
        problems.push(`Unexpected argument: the command takes only flags, like --export users.csv ${HELP}`);
      }
      mayBeValue = false;
    } else if (token.kind === 'option') {
      const problem = problemWith(token);
      // The argument after an unknown flag is its value, as is the one after a flag whose value is missing.
      mayBeValue = problem !== null && !token.inlineValue;
      if (problem !== null) problems.push(problem);
      else values[token.name] = token.value ?? (isSwitch(token.name) ? 'true' : '');
    }
  }
  if (values.quiet !== undefined && values.verbose !== undefined)
    problems.push('--quiet and --verbose contradict each other: give one of them');
  return { values, problems: [...new Set(problems)] };
}

/** Repeats only known words: any other may be a secret. */
function refuseModeOrCommand(word: string): void {
  if (isMode(word))
    throw new InputError([
      `\`${word}\` is not a command: the mode is given as a flag. Did you mean \`--mode ${word}\`? ${HELP}`,
    ]);
  if ((COMMANDS as readonly string[]).includes(word))
    throw new InputError([
      `\`${word}\` is a command and has to come before all flags. Did you mean \`cidaas-migrate ${word} …\`? (\`cidaas-migrate ${word} --help\`)`,
    ]);
}

function problemWith(token: {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}): string | null {
  const { name, rawName, value } = token;
  if (isSwitch(name)) return value === undefined ? null : `--${name} takes no value`;
  if (!NAMES.includes(name)) {
    const found = nearest(name, KNOWN);
    return `${rawName}: unknown flag.${found === null ? '' : ` Did you mean --${found}?`} ${HELP}`;
  }
  const variable = (SECRETS as { readonly [name: string]: string })[name];
  if (variable !== undefined)
    return `--${name}: set ${variable} in the environment instead; a command line is visible in process lists and shell histories`;
  if (value === undefined || (!token.inlineValue && value.startsWith('--')))
    return `--${name}: the value is missing (write one that begins with -- as --${name}=--…)`;
  return null;
}

function isMode(word: string): boolean {
  return (MODES as readonly string[]).includes(word);
}

function isSwitch(name: string): boolean {
  return (CLI_SWITCHES as readonly string[]).includes(name);
}
