import type { Concurrency } from '../apply/concurrency-limit.ts';
import type { PresetName } from '../mapping/presets/preset-name.ts';
import type { CanaryLine } from '../password/canary-lines.ts';
import type { QueueUrl } from '../queue/postgres/queue-url.ts';
import type { Language } from '../report/language/language.ts';
import type { IdentifierLevel } from '../report/report-data.ts';
import type { ExportKey } from '../source/export-key.ts';
import type { Delimiter, Encoding, Format } from '../source/record.ts';
import type { FailOn } from './fail-on.ts';
import type { MODES } from './inputs.ts';
import type { Limit } from './limit.ts';

/** The checked and typed settings of a run; nothing else reads inputs or flags. */
export interface Settings {
  readonly mode: (typeof MODES)[number];
  readonly export: {
    /** Paths or globs, one per line; null: every file of the artifact. */
    readonly patterns: string | null;
    readonly artifact: ArtifactSource | null;
    /** Opens encrypted files; null when none was given. */
    readonly exportKey: ExportKey | null;
    /** Looks up repositories; empty without one. */
    readonly token: string;
    /** Whether an unencrypted export may be in a public repository or come from one of its artifacts. */
    readonly allowPublic: boolean;
    /** Whether the export may come from a run of a fork, or of an event that anybody can cause. */
    readonly allowFork: boolean;
    /** Most bytes that compressed files and the artifact may unpack to; null: the default. */
    readonly maxUnpacked: number | null;
    readonly format: 'auto' | Format;
    readonly encoding: 'auto' | Encoding;
    readonly delimiter: 'auto' | Delimiter;
  };
  /** Name of a built-in mapping, parts of which `mapping` overrides. */
  readonly preset: PresetName | null;
  /** Path of the mapping file. */
  readonly mapping: string | null;
  /** Accounts whose passwords are known; empty without `password-canary`. */
  readonly canary: readonly CanaryLine[];
  /** Secrets of the source's application by name, for the check of the canary; empty without `password-secrets`. */
  readonly sourceSecrets: ReadonlyMap<string, Uint8Array>;
  /** Whether accounts of the canary must be able to log in before the others are sent; `auto`: a wrong password stops the run. */
  readonly verifyLogin: 'auto' | 'required' | 'off';
  /** The app with the password grant; null: the app that imports. */
  readonly loginClient: { readonly id: string; readonly secret: string } | null;
  /** Path of the mapping that a plan is compared with. */
  readonly compareMapping: string | null;
  /** More rows that only this mapping makes invalid fail the plan. */
  readonly maxNewlyInvalid: Limit;
  /** What a mapping must not change unseen; empty: nothing fails the plan. */
  readonly failOn: FailOn;
  readonly tenant: { readonly kind: 'origin'; readonly origin: string } | { readonly kind: 'sandbox' } | null;
  /** What the check of the tenant's set-up does: it stops the run on errors, only warns, or is skipped. */
  readonly check: 'error' | 'warn' | 'off';
  /** What a plan does with users whose e-mail domain cannot receive mail. */
  readonly checkDomains: 'off' | 'warn' | 'error';
  /** Null in mode plan and for the sandbox. */
  readonly client: { readonly id: string; readonly secret: string } | null;
  readonly batchSize: number;
  readonly concurrency: Concurrency;
  readonly maxRequestsPerSecond: number;
  readonly requestTimeoutMs: number;
  readonly maxAttempts: number;
  /** How long an outage of the tenant pauses the run, in milliseconds. */
  readonly outagePatienceMs: number;
  /** Threads that plan besides the main one; `auto`: as many as the machine has cores for. */
  readonly threads: 'auto' | number;
  readonly minRows: number;
  /** Fewer planned users than this end the run before anything is sent. */
  readonly minPlanned: number;
  /** Whether the export may say of itself that more users exist than it holds. */
  readonly allowPartialExport: boolean;
  readonly failAbove: Limit;
  readonly abortAbove: Limit;
  readonly sync: 'full' | 'delta';
  readonly maxChanged: Limit;
  readonly maxMissing: Limit;
  /** What a delta does with users whom the state knows and the export no longer holds. */
  readonly missingUsers: 'report' | 'block' | 'delete';
  /** Digest of the only plan that may be applied; null: any. */
  readonly expectedPlan: string | null;
  /** Milliseconds; null: any age. */
  readonly exportMaxAgeMs: number | null;
  /** Number of users in the pilot; 0: no pilot. */
  readonly pilot: number;
  /** Number of users to read back; 0: none. */
  readonly verifySample: number;
  /** Milliseconds; 0: no limit. */
  readonly timeLimitMs: number;
  readonly resume: {
    readonly mode: 'auto' | 'none';
    /** The run to continue; null: earlier attempts of this run. */
    readonly runId: number | null;
  };
  /** The run that mode undo takes back; null for the command, which takes back the last one of its folder. */
  readonly undoRunId: number | null;
  /** Encrypts what is kept between runs; null: the client secret is used. */
  readonly stateKey: string | null;
  /** The database through which several machines send; null: this one sends alone. */
  readonly queueUrl: QueueUrl | null;
  /** `lead` plans, sends and reports; `work` only sends what a lead planned. */
  readonly role: 'lead' | 'work';
  readonly report: {
    readonly name: string;
    readonly dir: string;
    readonly identifiers: IdentifierLevel;
    readonly language: Language;
    readonly retentionDays: number;
  };
  /** Whether the pull request gets a comment; `auto`: only in pull request events. */
  readonly comment: 'auto' | 'always' | 'never';
  /** Sentences about settings that are valid but unusual. */
  readonly warnings: readonly string[];
}

interface ArtifactSource {
  readonly name: string;
  /** Null: this run, this repository. */
  readonly runId: number | null;
  readonly repository: string | null;
  readonly token: string;
}
