import type { Ledger } from '../../src/ledger/ledger.ts';
import { planSink } from '../../src/ledger/plan-sink.ts';
import { type CompiledMapper, compileMapping } from '../../src/mapping/compile/compile.ts';
import { Overruns } from '../../src/mapping/compile/overruns.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import type { DecisionThreads } from '../../src/plan/decisions-in-order.ts';
import { planExport } from '../../src/plan/plan-export.ts';
import { SampleRows } from '../../src/plan/sample-rows.ts';
import { rowRules } from '../../src/run/row-preparation.ts';
import type { Export, SourceRecord } from '../../src/source/record.ts';
import { openLedger } from './open-ledger.ts';
import { tempFolder } from './temp-folder.ts';

/** The present of these plans. */
export const PLAN_NOW = Date.UTC(2026, 10, 30);

export interface PlanOfOptions {
  readonly threads?: DecisionThreads | null;
  readonly signal?: AbortSignal;
  readonly fingerprint?: (text: string) => string;
}

/** Everything that a plan makes of an export, to be compared: what it returns, and what is in its ledger. */
export async function planOf(
  exported: Export,
  mapping: Mapping | null,
  {
    threads = null,
    signal = new AbortController().signal,
    fingerprint = (text) => String(text.length),
  }: PlanOfOptions = {},
) {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const overruns = new Overruns(() => 0);
  const { rules } = await rowRules(mapping, PLAN_NOW, fingerprint);
  const mappers: CompiledMapper[] = [];
  for (const { columns } of exported.files)
    mappers.push(await compileMapping(mapping, columns, { now: PLAN_NOW, overruns }));
  const samples = new SampleRows('0a1b2c3d');
  const outcome = await planExport({
    ...{ exported, mappers, ...rules, samples, threads, signal },
    takeOverruns: () => overruns.take(),
    duplicates: mapping?.duplicates ?? 'first',
    sink: planSink(ledger),
    onProgress: () => undefined,
  }).catch((error: unknown) => ({ error }));
  return {
    outcome,
    samples: samples.choose(() => true),
    unseen: mappers.map((mapper) => mapper.unseen()),
    status: mappers.map((mapper) => mapper.status()),
    ...tablesOf(ledger),
  };
}

function tablesOf({ db }: Ledger) {
  const all = (query: string) => db.prepare(query).all();
  return {
    rows: all('SELECT * FROM row ORDER BY row'),
    users: all('SELECT row, user_body(row) AS body, user_identifiers(row) AS identifiers FROM row ORDER BY row'),
    keys: all('SELECT * FROM key ORDER BY rowid'),
    warnings: all('SELECT row, problem FROM warning JOIN warning_kind ON id = kind ORDER BY warning.rowid'),
  };
}

/** The same export in chunks of at most `size` records. */
export function inChunks(exported: Export, size: number): Export {
  return {
    ...exported,
    async *records(onPage): AsyncGenerator<readonly SourceRecord[]> {
      for await (const chunk of exported.records(onPage))
        for (let at = 0; at < chunk.length; at += size) yield chunk.slice(at, at + size);
    },
  };
}
