import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { resolve } from 'node:path';
import { type Findings, table } from './findings.ts';

const PAGE = resolve(import.meta.dirname, '../../docs/bench.md');
const BEGIN = '<!-- npm run bench writes from here -->';
const END = '<!-- to here -->';

/** All findings as markdown, the targets first. */
export function findingsText(findings: readonly Findings[]): string {
  const targets = findings.flatMap((each) => each.targets);
  const met = { no: 'no', yes: 'yes', stretch: 'yes, stretch too' };
  const rows = targets.map((each) => [
    each.measure,
    each.target,
    each.stretch ?? '',
    each.measured,
    each.met === null ? '–' : met[each.met],
  ]);
  return [
    `Measured with \`npm run bench\` on ${machine()}.`,
    ...(rows.length === 0
      ? []
      : [`### Targets\n\n${table(['measure', 'target', 'stretch', 'measured', 'met'], rows)}`]),
    ...findings.map(({ title, tables }) => `### ${title}\n\n${tables.join('\n\n')}`),
  ].join('\n\n');
}

/** Puts the findings between the markers of the page. Throws when it has none. */
export async function writePage(text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/bench.md lacks ${BEGIN} or ${END}`);
  await writeFile(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unknown processor';
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB of memory`;
  return `${processors.length} cores (${model}), ${memory}, ${type()} ${release().split('.', 2).join('.')}, Node ${process.versions.node}`;
}
