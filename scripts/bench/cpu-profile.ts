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
  ...['start', 'read', 'map', 'plan', 'plan: ledger', 'send', 'queue', 'settle', 'report'],
  ...['state', 'garbage collection', 'other', 'idle'],
] as const;
type Phase = (typeof PHASES)[number];

/** What the samples of a profile say. */
export interface ReadProfile {
  /** Milliseconds. */
  readonly phases: ReadonlyMap<Phase, number>;
  /** Milliseconds of each function itself, without what it calls; the longest first. */
  readonly functions: readonly (readonly [name: string, phase: Phase, ms: number])[];
}

/** Reads the profile of a run from the sources: a sample counts for the folder of the nearest frame that has one. */
export function readProfile({ nodes, samples, timeDeltas }: CpuProfile): ReadProfile {
  const parents = new Map<number, CpuNode>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node);
  const phaseById = new Map(nodes.map((node) => [node.id, phaseOf(stackOf(node, parents))]));
  const phases = new Map<Phase, number>();
  const functions = new Map<string, [string, Phase, number]>();
  for (const [at, id] of samples.entries()) {
    const ms = (timeDeltas[at] ?? 0) / 1000;
    const phase = phaseById.get(id) ?? 'other';
    phases.set(phase, (phases.get(phase) ?? 0) + ms);
    const name = nameOf(byId.get(id));
    const known = functions.get(`${phase} ${name}`) ?? [name, phase, 0];
    functions.set(`${phase} ${name}`, [name, phase, known[2] + ms]);
  }
  return { phases, functions: [...functions.values()].sort((a, b) => b[2] - a[2]) };
}

/** `settle (ledger.ts)`; natives have no file. */
function nameOf(node: CpuNode | undefined): string {
  const { functionName = '', url = '' } = node?.callFrame ?? {};
  const file = url.slice(url.lastIndexOf('/') + 1);
  return `${functionName || '(anonymous)'}${file === '' ? '' : ` (${file})`}`;
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
  // What the ledger and the file system do counts for their caller.
  const at = places.findIndex((place) => place !== 'ledger' && place !== 'file');
  if (at >= 0) return ofPlace(places[at] ?? '', places.slice(0, at).includes('ledger'));
  if (places.includes('ledger')) return 'state';
  return places.includes('file') ? 'read' : 'other';
}

/** The folder of a source; of what is not ours, only what says the phase by itself. */
function placeOf(url: string): string[] {
  const own = /^.*\/src\/([a-z-]+)\//.exec(url);
  if (own !== null && !url.includes('/node_modules/')) return [own[1] ?? ''];
  if (/\/node_modules\/undici\/|^node:(internal\/)?(_?http|net|stream_base|tls|dns)/.test(url)) return ['tenant'];
  if (/^node:internal\/(modules|bootstrap)\//.test(url)) return ['loading'];
  if (/^node:internal\/fs\/|^node:zlib/.test(url)) return ['file'];
  return [];
}

function ofPlace(place: string, inLedger: boolean): Phase {
  switch (place) {
    case 'loading':
      return 'start';
    case 'source':
      return 'read';
    case 'mapping':
      return 'map';
    case 'plan':
      return inLedger ? 'plan: ledger' : 'plan';
    case 'tenant':
      return 'send';
    case 'queue':
      return 'queue';
    case 'apply':
      return inLedger ? 'settle' : 'send';
    case 'report':
    case 'publish':
      return 'report';
    default:
      return 'other';
  }
}
