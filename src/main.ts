#!/usr/bin/env node
/**
 * One bundle for three entries: the runner starts it without arguments, `dist/post.js` with `post`, a shell with flags. What
 * keeps the process alive after the entry's end (a request to an artifact service that never answers) is not waited for.
 */
async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const isAction = env.GITHUB_ACTIONS === 'true';
  if (isAction && args[0] === 'post') return (await import('./entry/post.ts')).runPost(env);
  if (isAction && args.length === 0) return (await import('./entry/action.ts')).runAction(env);
  return (await import('./entry/cli.ts')).runCli(args, env);
}

const NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  // Said here, since on an older Node the rest cannot even be loaded.
  process.stderr.write(
    `error: cidaas-migrate needs Node ${NEEDED}, this is ${process.versions.node}; \`npm ci\` puts one into node_modules/.bin\n`,
  );
  process.exit(1);
}
// Whoever read the output may leave (`| head`): that must not end a run in the middle of its users.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exit(await run(process.argv.slice(2), process.env));
