#!/usr/bin/env node
// One bundle for three entries. The runner starts it without arguments; a shell always gives some.
if (process.argv.length > 2 || process.env.GITHUB_ACTIONS !== 'true') {
  const { runCli } = await import('./cli.ts');
  process.exitCode = await runCli(process.argv.slice(2), process.env);
} else {
  const { runAction } = await import('./action.ts');
  process.exitCode = await runAction(process.env);
}
