// The sandbox as a process of its own; the only argument is its latency in milliseconds. Its settings are the same for everyone.
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { noTraffic, noteRequest, type ServerOrder } from './traffic.ts';

let traffic = noTraffic();
const sandbox = await startSandbox({
  latencyMs: Number(process.argv[2]),
  store: 'index',
  // It never makes a fault; it is where every request comes by when it has arrived.
  faults: ({ kind, bytes }) => {
    noteRequest(traffic, kind === 'bulk', bytes, Date.now());
    return null;
  },
  sleep: async (ms) => {
    await wait(ms);
    traffic.lastAnswerAt = Date.now();
  },
});
process.on('disconnect', () => process.exit());
process.on('message', ({ order }: ServerOrder) => {
  if (order === 'reset') traffic = noTraffic();
  process.send?.({ traffic });
});
process.send?.({ url: sandbox.url });
