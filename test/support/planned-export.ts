import { rmSync, writeFileSync } from 'node:fs';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { removeLedgerFile } from '../../src/ledger/ledger-file.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import type { UnreadEntry } from '../../src/report/report-data.ts';
import { chooseMapping } from '../../src/run/chosen-mapping.ts';
import { migrate } from '../../src/run/migrate.ts';
import { planRows } from '../../src/run/plan-step.ts';
import type { Ports } from '../../src/run/ports.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { type Log, SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { AUTO } from '../source/read-export.ts';
import { inputsOf } from './inputs-of.ts';
import { localEvaluator } from './local-evaluator.ts';
import { stillClock } from './manual-clock.ts';
import { tempFolder } from './temp-folder.ts';

/** What a plan made of an export. */
export interface PlannedExport {
  /** Why nothing may be sent; null when the plan stands. */
  readonly error: string | null;
  readonly rows: ReadonlyMap<number, PlannedRow>;
  readonly warnings: { readonly [code: string]: number };
  /** Columns that the plan names as unread. */
  readonly unread: readonly string[];
  /** Notices, warnings and errors of the log. */
  readonly log: readonly string[];
}

export interface PlannedRow {
  readonly outcome: string;
  /** Why it is not planned; the reason of a skipped row is that of its rule. */
  readonly code: string | null;
  readonly message: string | null;
  readonly user: CidaasUser | null;
}

/** The same moment for all plans, so that no lock ends between two of them. */
const NOW = Date.UTC(2026, 10, 30);

/** Plans the files of one fixture again and again, each time with another export. */
export class Planner implements Disposable {
  readonly #folder = tempFolder();
  readonly #settings: Settings;
  readonly #name: string;
  readonly #mappingText: string;
  #mapping: Mapping | null = null;
  #ledgers = 0;
  #log: string[] = [];

  /** `name` is the export; the files in `beside` belong to joins of the mapping. */
  constructor(preset: string, name: string, mapping: string, beside: { readonly [name: string]: string | Buffer }) {
    this.#name = name;
    this.#mappingText = mapping;
    const inputs = { mode: 'plan', export: name, preset, 'abort-above': '100%', 'fail-above': '100%' };
    this.#settings = readSettings(inputsOf(inputs));
    for (const [other, content] of Object.entries(beside)) writeFileSync(this.#folder.file(other), content);
  }

  /** Opens the export and plans its rows: the part of a run that reads values. */
  async plan(file: string, text: string | Buffer): Promise<PlannedExport> {
    using ledger = this.#openLedger(file, text);
    const ports = this.#ports(ledger);
    this.#mapping ??= (await chooseMapping(this.#settings, ports))?.mapping ?? null;
    try {
      const exported = await ports.openExport(this.#mapping);
      if (exported === null) throw new Error('there is no export');
      const planned = await planRows(this.#settings, ports, exported, this.#mapping);
      return {
        error: null,
        rows: rowsOf(ledger),
        warnings: planned.warnings,
        unread: unreadIn(planned),
        log: this.#log,
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { error: error.message, rows: rowsOf(ledger), warnings: {}, unread: [], log: this.#log };
    }
  }

  /** Makes the whole plan as `mode: plan` does; slower. */
  async run(file: string, text: string | Buffer): Promise<PlannedExport> {
    using ledger = this.#openLedger(file, text);
    const head = await migrate(this.#settings, this.#ports(ledger));
    const error = head.outcome === 'succeeded' ? null : (head.reason ?? head.outcome);
    return { error, rows: rowsOf(ledger), warnings: head.warnings, unread: unreadIn(head), log: this.#log };
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }

  #openLedger(file: string, text: string | Buffer): Ledger & Disposable {
    this.#log = [];
    // A new file: some file systems wait for the disk when a file is replaced.
    rmSync(this.#folder.file(file), { force: true });
    writeFileSync(this.#folder.file(file), text);
    const path = this.#folder.file(`ledgers/${this.#ledgers++}.db`);
    const ledger = new Ledger(path);
    const close = (): void => {
      ledger.close();
      removeLedgerFile(path);
    };
    return Object.assign(ledger, { [Symbol.dispose]: close });
  }

  #logOf(): Log {
    const log = this.#log;
    const add = (line: string): void => void log.push(line);
    return { ...SILENT_LOG, notice: add, warning: add, error: add };
  }

  #ports(ledger: Ledger): Ports {
    const signal = new AbortController().signal;
    const cwd = this.#folder.path;
    return {
      ...{ ledger, queue: embeddedQueue(ledger), fleet: null, resumeStore: null, state: null, base: null },
      ...{
        run: null,
        confirm: null,
        toolVersion: '0',
        log: this.#logOf(),
        stop: signal,
        abortInFlight: signal,
        progress: NO_PROGRESS,
      },
      openExport: (mapping) =>
        openExport({ cwd, patterns: this.#name, ...AUTO, ...(mapping !== null && { layout: mapping.layout }) }),
      openJoin: ({ files, layout }) => openExport({ cwd, patterns: files.join('\n'), ...AUTO, layout }),
      evaluator: localEvaluator(),
      joinStore: (target) => new JoinedRecordStore(target),
      readMappingFile: async () => ({ name: 'mapping.yml', text: this.#mappingText }),
      lookUpDomain: async () => 'unknown' as const,
      connect: () => Promise.reject(new Error('a plan connects to no tenant')),
      clock: stillClock(NOW),
    };
  }
}

function rowsOf(ledger: Ledger): PlannedExport['rows'] {
  const rows = ledger.db.prepare('SELECT row, state, code, message, user_body(row) AS body FROM row').all();
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  return new Map(
    rows.map(({ row, state, code, message, body }) => {
      const user = state === 'planned' ? (JSON.parse(String(body)) as CidaasUser) : null;
      return [Number(row), { outcome: String(state), code: text(code), message: text(message), user }];
    }),
  );
}

/** The names in the section of the report about columns that no rule reads. */
function unreadIn({ unread = [] }: { readonly unread?: readonly UnreadEntry[] }): readonly string[] {
  return unread.map(({ name }) => name);
}
