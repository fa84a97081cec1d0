import type { PresetName } from '../mapping/presets/preset-name.ts';
import type { CanaryLine } from '../password/canary-lines.ts';
import type { ExportKey } from '../source/export-key.ts';
import type { Delimiter, Encoding, Format } from '../source/record.ts';
import type { Limit } from './limit.ts';
/** The one readonly object that everything downstream works with: checked, typed, no input names left. */
export interface Settings {
  readonly mode: 'plan' | 'apply' | 'check';
  readonly export: {
    /** Paths or globs, one a line; `null` takes every file of the artifact. */
    readonly patterns: string | null;
    readonly artifact: ArtifactSource | null;
    /** Opens encrypted files; null when none was given. */
    readonly exportKey: ExportKey | null;
    /** Whether a plain export may come from an artifact of a public repository. */
    readonly allowPublic: boolean;
    readonly format: 'auto' | Format;
    readonly encoding: 'auto' | Encoding;
    readonly delimiter: 'auto' | Delimiter;
  };
  /** A built-in mapping, which the mapping file changes. */
  readonly preset: PresetName | null;
  readonly mapping: string | null;
  /** Accounts whose passwords are known; empty without `password-canary`. */
  readonly canary: readonly CanaryLine[];
  /** Path of the mapping that a plan is compared with. */
  readonly compareMapping: string | null;
  readonly tenant: { readonly kind: 'origin'; readonly origin: string } | { readonly kind: 'sandbox' } | null;
  /** What the check of the tenant's set-up may do: stop the run, only say what it found, or nothing at all. */
  readonly check: 'error' | 'warn' | 'off';
  /** There unless `mode` is plan or the tenant is the sandbox. */
  readonly client: { readonly id: string; readonly secret: string } | null;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly maxRequestsPerSecond: number;
  readonly requestTimeoutMs: number;
  readonly maxAttempts: number;
  readonly minRows: number;
  readonly failAbove: Limit;
  readonly abortAbove: Limit;
  readonly sync: 'full' | 'delta';
  readonly maxChanged: Limit;
  readonly maxMissing: Limit;
  /** Digest of the plan that may be applied; null: any. */
  readonly expectedPlan: string | null;
  /** Milliseconds; null: any age. */
  readonly exportMaxAgeMs: number | null;
  /** Users of the pilot; 0 is none. */
  readonly pilot: number;
  readonly verifySample: number;
  /** Milliseconds; 0 is none. */
  readonly timeLimitMs: number;
  readonly resume: {
    readonly mode: 'auto' | 'none';
    /** Null: the attempts before this one of the same run. */
    readonly runId: number | null;
  };
  /** Seals and keys what is kept between runs; null: the client secret does. */
  readonly stateKey: string | null;
  readonly report: {
    readonly name: string;
    readonly dir: string;
    readonly identifiers: IdentifierLevel;
    readonly retentionDays: number;
  };
  /** Whether the pull request gets a comment; `auto`: in its own events. */
  readonly comment: 'auto' | 'always' | 'never';
  /** What works but deserves a second look. */
  readonly warnings: readonly string[];
}

interface ArtifactSource {
  readonly name: string;
  /** Null: this run, this repository. */
  readonly runId: number | null;
  readonly repository: string | null;
  readonly token: string;
}

import type { IdentifierLevel } from '../report/report-data.ts';
