/** What a library wrote to standard output while this process played a step. */
export interface InsideRunner extends Disposable {
  output(): string;
}

/**
 * Lets this process look like a step with that environment (and nothing else of a runner's), for libraries that read
 * `process.env` and write commands to standard output. Everything is as before at the end of the `using` block.
 */
export function insideRunner(env: { readonly [name: string]: string }): InsideRunner {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (/^(?:ACTIONS|GITHUB|RUNNER)_/.test(name)) delete process.env[name];
  Object.assign(process.env, env);

  const chunks: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = rest.find((one): one is () => void => typeof one === 'function');
    done?.();
    return true;
  }) as typeof process.stdout.write;

  return {
    output: () => chunks.join(''),
    [Symbol.dispose]: () => {
      process.stdout.write = write;
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    },
  };
}
