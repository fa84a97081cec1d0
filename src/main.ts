#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { EXPRESSIONS } from './run/expression-message.ts';
import { PLAN_THREAD } from './run/plan-thread-message.ts';
import { HASH_WORKER } from './verifier/hash-task.ts';

/**
 * Chooses the entry: the runner starts this file without arguments, `dist/post.js` passes `post`, a shell passes flags. The
 * process exits when the entry returns and does not wait for open requests, to an artifact service that never answers for
 * example.
 */
async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const isServant = args[0] === EXPRESSIONS && process.send !== undefined;
  if (isServant) return (await import('./run/expression-server.ts')).serveExpressions();
  if (args[0] === PLAN_THREAD && !isMainThread) return (await import('./run/plan-thread.ts')).servePlanThread();
  if (args[0] === HASH_WORKER && !isMainThread) return (await import('./verifier/hash-worker.ts')).serveHashChecks();
  const isAction = env.GITHUB_ACTIONS === 'true';
  if (isAction && args[0] === 'post') return (await import('./entry/post.ts')).runPost(env);
  if (isAction && args.length === 0) return (await import('./entry/action.ts')).runAction(env);
  return (await import('./entry/cli.ts')).runCli(args, env);
}

const MIN_NODE_MAJOR = 24;
if (Number.parseInt(process.versions.node, 10) < MIN_NODE_MAJOR) {
  // Checked here, since an older Node cannot even load the other files.
  process.stderr.write(
    `error: cidaas-migrate needs Node ${MIN_NODE_MAJOR} or later, but this is ${process.versions.node}. Install Node ${MIN_NODE_MAJOR} (in a clone of the project, \`npm ci\` puts one into node_modules/.bin)\n`,
  );
  process.exit(3);
}
// The reader of the output may exit early (`| head`); that must not interrupt a run.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exit(await run(process.argv.slice(2), process.env));
