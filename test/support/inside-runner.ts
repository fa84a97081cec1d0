import { summary } from '@actions/core';

/** What a library wrote while this process played a step. */
export interface InsideRunner extends Disposable {
  output(): string;
  errors(): string;
}

/** What a runner or a developer's shell sets, and a library would read. */
const FOREIGN = /^(?:ACTIONS|GITHUB|RUNNER|INPUT|STATE|CIDAAS)_|_proxy$/i;

/**
 * Lets this process look like a step with that environment (and nothing else of a runner's), for libraries that read
 * `process.env` and write commands to standard output. Everything is as before at the end of the `using` block. One at a
 * time: a process has one environment.
 */
export function insideRunner(env: { readonly [name: string]: string }): InsideRunner {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) delete process.env[name];
  Object.assign(process.env, env);
  forgetSummaryFile();
  const output = capture(process.stdout);
  const errors = capture(process.stderr);
  return {
    output: output.text,
    errors: errors.text,
    [Symbol.dispose]: () => {
      output.restore();
      errors.restore();
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      forgetSummaryFile();
    },
  };
}

/** `@actions/core` keeps the path of the first summary that a process writes: on a runner a process is one step. */
function forgetSummaryFile(): void {
  Reflect.deleteProperty(summary, '_filePath');
}

function capture(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  const chunks: string[] = [];
  const write = stream.write;
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = rest.find((one): one is () => void => typeof one === 'function');
    done?.();
    return true;
  }) as typeof stream.write;
  const restore = (): void => {
    stream.write = write;
  };
  return { text: () => chunks.join(''), restore };
}
