/** What a runner shows of the standard output of a step. */
export interface RunnerLog {
  /** The lines a person sees: commands carried out, secrets masked. */
  readonly log: string;
  readonly annotations: readonly {
    readonly level: 'error' | 'warning' | 'notice';
    readonly title: string;
    readonly message: string;
    /** Where in the repository it is shown. */
    readonly file?: string;
    readonly line?: number;
  }[];
  /** Every other command that the runner took from the output, such as `set-output`. */
  readonly commands: readonly { readonly name: string; readonly message: string }[];
  readonly secrets: readonly string[];
}

const COMMANDS = [
  'add-mask',
  'debug',
  'error',
  'warning',
  'notice',
  'group',
  'endgroup',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'stop-commands',
  'echo',
];

/**
 * Reads the output as the runner does (actions/runner, ActionCommand.cs): `::` after blanks at the start of a line, or `##[`
 * anywhere in it, is a command when its name is known. Masks hold from the line after `add-mask` on.
 */
export function inLog(stdout: string): RunnerLog {
  const secrets: string[] = [];
  const annotations: RunnerLog['annotations'][number][] = [];
  const commands: RunnerLog['commands'][number][] = [];
  const shown: string[] = [];
  const masked = (text: string): string => secrets.reduce((line, secret) => line.replaceAll(secret, '***'), text);

  for (const line of stdout.split(/\r?\n/)) {
    const command = parseCommand(line);
    if (command === null) {
      shown.push(masked(line));
      continue;
    }
    const { name, properties, message } = command;
    if (name === 'add-mask') secrets.push(message, ...message.split('\n').filter((part) => part !== ''));
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      annotations.push({
        level: name,
        title: masked(properties.title ?? ''),
        message: masked(message),
        ...(properties.file !== undefined && { file: properties.file }),
        ...(properties.line !== undefined && { line: Number(properties.line) }),
      });
      shown.push(masked(`${name}: ${message}`));
    } else if (name === 'group') shown.push(masked(message));
    else if (name !== 'debug' && name !== 'endgroup') commands.push({ name, message: masked(message) });
  }
  return { log: shown.join('\n'), annotations, commands, secrets };
}

function parseCommand(line: string): { name: string; properties: { [name: string]: string }; message: string } | null {
  const [, name = '', properties = '', message = ''] =
    /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/s.exec(line) ?? [];
  if (!COMMANDS.includes(name)) return null;
  const pairs = properties
    .split(/[,;]/)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), decoded(pair.slice(pair.indexOf('=') + 1))]);
  return { name, properties: Object.fromEntries(pairs), message: decoded(message) };
}

function decoded(text: string): string {
  const characters: { [code: string]: string } = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => characters[code] ?? code);
}
