import { parentPort, workerData } from 'node:worker_threads';
import type { SourceSecrets } from '../password/verify.ts';
import { checkHash } from './check-hash.ts';
import type { HashTask } from './hash-task.ts';

/** A worker thread of the verifier, started with the secrets of the source: answers each task with a `HashFinding`, until it is ended. */
export async function serveHashChecks(): Promise<never> {
  const port = parentPort;
  if (port === null) throw new Error('hashes are checked in a worker thread');
  const secrets = workerData as SourceSecrets;
  port.on('message', (task: HashTask) => {
    // An error that nothing catches ends the thread: the pool answers for it and starts another one.
    void checkHash(task, secrets).then((finding) => port.postMessage(finding));
  });
  port.postMessage('ready');
  return new Promise<never>(() => undefined);
}
