import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { openExport } from '../../../src/source/open-export.ts';
import { compressed } from '../export-text.ts';
import { type ExportOptions, generateExport, generateRows } from '../shop-export/generate-export.ts';
import { tempFolder } from '../temp-folder.ts';
import type { ChaosRow, ExportPlan, Refuses } from './chaos-export.ts';

const MAPPING = resolve(import.meta.dirname, '../../../examples/demo/mapping.yml');

/** The rows of the demo's shop, with all their traps. What each user looks like says the mapping, which has tests of its own. */
export async function shopRows(seed: number, plan: ExportPlan, refuses: Refuses): Promise<ChaosRow[]> {
  using folder = tempFolder();
  writeFileSync(folder.file('shop'), shopBytes(seed, { ...plan, compression: 'plain' }));
  const { format } = plan;
  const settings = { format, encoding: 'auto', delimiter: 'auto', exportKey: null } as const;
  const exported = await openExport({ cwd: folder.path, patterns: 'shop', ...settings });
  const map = await compileMapping(
    parseMapping(readFileSync(MAPPING, 'utf8'), MAPPING),
    exported.files[0]?.columns ?? null,
  );
  const expected = [...generateRows({ seed, users: plan.users })];
  const rows: ChaosRow[] = [];
  for await (const chunk of exported.records()) {
    for (const record of chunk) {
      const { outcome, original } = expected[record.row - 1] ?? { outcome: 'invalid', original: null };
      const mapped = map(record);
      const user = mapped.kind === 'user' ? mapped.user : {};
      const accepted = outcome === 'created' && !refuses(user);
      const end = outcome === 'created' ? (accepted ? 'stored' : 'failed') : outcome;
      rows.push({ key: `row ${outcome === 'duplicate' ? original : record.row}`, user, end });
    }
  }
  return rows;
}

/** The export as it lies in the workspace. */
export function shopBytes(seed: number, plan: ExportPlan): Buffer {
  const options: ExportOptions = { seed, users: plan.users, format: plan.format };
  return compressed(Buffer.concat([...generateExport(options)]), plan.compression);
}

/** Puts the mapping of the shop beside its export. */
export function writeShopMapping(workspace: string): void {
  copyFileSync(MAPPING, join(workspace, 'mapping.yml'));
}
