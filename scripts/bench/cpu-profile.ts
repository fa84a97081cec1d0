/** The part of V8's `.cpuprofile` that is read here. */
export interface CpuProfile {
  readonly nodes: readonly CpuNode[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

interface CpuNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

export const PHASES = [
  ...['start', 'read', 'map', 'plan', 'plan: writing it down', 'send', 'settle', 'report'],
  ...['state', 'garbage collection', 'other', 'idle'],
] as const;
export type Phase = (typeof PHASES)[number];

/** Milliseconds of each phase of a run from the sources: a sample counts for the folder of the nearest frame that has one. */
export function phasesOf({ nodes, samples, timeDeltas }: CpuProfile): Map<Phase, number> {
  const parents = new Map<number, CpuNode>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const known = new Map<number, Phase>();
  const totals = new Map<Phase, number>();
  for (const [at, id] of samples.entries()) {
    const phase = known.get(id) ?? phaseOf(stackOf(byId.get(id), parents));
    known.set(id, phase);
    totals.set(phase, (totals.get(phase) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
  return totals;
}

function stackOf(node: CpuNode | undefined, parents: ReadonlyMap<number, CpuNode>): CpuNode['callFrame'][] {
  const stack: CpuNode['callFrame'][] = [];
  for (let at = node; at !== undefined; at = parents.get(at.id)) stack.push(at.callFrame);
  return stack;
}

/** `stack` from the innermost frame outwards. */
function phaseOf(stack: readonly CpuNode['callFrame'][]): Phase {
  const name = stack[0]?.functionName;
  if (name === '(garbage collector)') return 'garbage collection';
  if (name === '(idle)') return 'idle';
  const places = stack.flatMap(({ url }) => placeOf(url));
  let inLedger = false;
  for (const place of places) {
    // What the ledger does counts for whoever called it.
    if (place === 'ledger') inLedger = true;
    else return ofPlace(place, inLedger);
  }
  if (inLedger) return 'other';
  return stack.some(({ url }) => /^node:internal\/(modules|bootstrap|main)\//.test(url)) ? 'start' : 'other';
}

/** The folder of a source; of what is not ours, only what says the phase by itself. */
function placeOf(url: string): string[] {
  const own = /\/src\/([a-z-]+)\//.exec(url);
  if (own !== null && !url.includes('/node_modules/')) return [own[1] ?? ''];
  if (/\/node_modules\/undici\/|^node:(internal\/)?(_?http|net|stream_base|tls|dns)/.test(url)) return ['tenant'];
  if (/^node:internal\/fs\/|^node:zlib/.test(url)) return ['file'];
  return [];
}

function ofPlace(place: string, inLedger: boolean): Phase {
  switch (place) {
    case 'source':
      return 'read';
    case 'file':
      return inLedger ? 'state' : 'read';
    case 'mapping':
      return 'map';
    case 'plan':
      return inLedger ? 'plan: writing it down' : 'plan';
    case 'tenant':
      return 'send';
    case 'apply':
    case 'queue':
      return inLedger ? 'settle' : 'send';
    case 'report':
    case 'publish':
      return 'report';
    default:
      return 'other';
  }
}
