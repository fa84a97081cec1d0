// The sandbox as a process of its own; the only argument is its load as JSON. Its settings are the same for everyone.
import type { Fault } from '../../src/sandbox/fault.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { Places, RateLimit, type TenantLoad } from './tenant-load.ts';
import { noTraffic, noteRequest, type ServerOrder } from './traffic.ts';

const load = JSON.parse(process.argv[2] ?? '') as TenantLoad;
const places = new Places(load.places);
const rateLimit = load.rateLimit === undefined ? null : new RateLimit(load.rateLimit);
const TOO_MANY: Fault = {
  name: 'rate limit',
  kind: 'reply',
  applied: false,
  reply: { status: 429, headers: {}, shape: 'service', code: 429, message: 'too many requests' },
};
let traffic = noTraffic();
const sandbox = await startSandbox({
  latencyMs: load.latencyMs,
  store: 'index',
  // Called for every request that has arrived.
  faults: ({ kind, bytes, n }) => {
    if (kind !== 'bulk') return null;
    noteRequest(traffic, bytes, Date.now());
    if (n === load.later?.from) places.setPlaces(load.later.places);
    return rateLimit?.take() === false ? TOO_MANY : null;
  },
  sleep: async (ms) => {
    await places.work(ms);
    traffic.lastAnswerAt = Date.now();
  },
});
process.on('disconnect', () => process.exit());
process.on('message', ({ order }: ServerOrder) => {
  if (order === 'reset') traffic = noTraffic();
  process.send?.({ traffic });
});
process.send?.({ url: sandbox.url });
