import { type CompiledMapper, compileMapping, type MappingEnvironment } from '../mapping/compile/compile.ts';
import { Overruns } from '../mapping/compile/overruns.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { RowRules } from '../plan/decide-row.ts';
import { type RulePolicy, rulePolicy } from '../plan/rule-policy.ts';
import { userRules } from '../plan/rules.ts';
import { checkSeverities } from '../plan/severities.ts';
import { InputError, withAllProblems } from '../runtime/input-error.ts';
import type { Export, ExportFile } from '../source/record.ts';
import { userFingerprint } from '../state/delta.ts';
import type { Fingerprint } from '../state/keys.ts';
import { createOnlyOf } from './create-only.ts';
import { type LoadedJoins, loadJoins } from './join-step.ts';
import type { Ports } from './ports.ts';
import { suggestDelimiter, suggestLayout, suggestPreset } from './preset-hints.ts';

/** What preparing needs from outside. */
export type PreparationPorts = Pick<
  Ports,
  'openExport' | 'openJoin' | 'joinStore' | 'evaluator' | 'ledger' | 'state' | 'log' | 'clock' | 'stop'
>;

/** Everything that the decision about a row depends on. */
export interface RowPreparation {
  /** For each file of the export, by its index. */
  readonly mappers: readonly CompiledMapper[];
  readonly rules: RowRules;
  readonly policy: RulePolicy;
  readonly joined: LoadedJoins;
  /** Those of all mappers. */
  readonly overruns: Overruns;
  readonly environment: MappingEnvironment & { readonly now: number };
}

/**
 * Compiles the mapping for the files of an export and loads what it joins.
 *
 * @throws InputError when the mapping does not fit the export.
 */
export async function prepareRows(
  ports: PreparationPorts,
  exported: Export,
  mapping: Mapping | null,
): Promise<RowPreparation> {
  if (mapping !== null) checkSeverities(mapping);
  const now = ports.clock.wallNow();
  const presetHint = mapping === null ? await suggestPreset(exported, ports.log) : null;
  const hint = async () => presetHint ?? (mapping === null ? suggestLayout(ports.openExport) : null);
  const overruns = new Overruns(ports.clock.now);
  const joined = await loadJoins(ports, mapping, overruns);
  const limited = { evaluator: ports.evaluator, overruns };
  const environment = { now, ...limited, ...(joined.store === null ? {} : { joins: joined.store }) };
  const [{ policy, rules }, mappers] = await Promise.all([
    rowRules(mapping, now, ports.state?.fingerprint ?? null),
    mappersFor(exported.files, mapping, hint, environment),
  ]);
  return { mappers, rules, policy, joined, overruns, environment };
}

/** The rules that decide about rows, as of `now` (ms since 1970); `fingerprint` is that of the state, null without one. */
export async function rowRules(
  mapping: Mapping | null,
  now: number,
  fingerprint: Fingerprint | null,
): Promise<{ readonly policy: RulePolicy; readonly rules: RowRules }> {
  const policy = await rulePolicy(mapping);
  const rules = {
    validate: userRules(now, policy),
    severities: policy.severities,
    countDeclaredHashes: mapping !== null,
    fingerprint: fingerprint === null ? null : userFingerprint(fingerprint, createOnlyOf(mapping)),
  };
  return { policy, rules };
}

/** The mapper for each file; files with the same header share one. */
async function mappersFor(
  files: readonly ExportFile[],
  mapping: Mapping | null,
  hint: () => Promise<string | null>,
  environment: MappingEnvironment,
): Promise<CompiledMapper[]> {
  const headerOf = ({ columns }: ExportFile): string => JSON.stringify(columns);
  const first = new Map(files.toReversed().map((file) => [headerOf(file), file]));
  const compile = async (file: ExportFile): Promise<CompiledMapper> => {
    const { name, columns } = file;
    try {
      return await compileMapping(mapping, columns, environment);
    } catch (cause) {
      if (!(cause instanceof InputError)) throw cause;
      const problems = first.size === 1 ? cause.problems : cause.problems.map((problem) => `${name}: ${problem}`);
      const suggested = suggestDelimiter(file) ?? (await hint());
      throw new InputError(suggested === null ? problems : [suggested, ...problems], { cause });
    }
  };
  const byHeader = new Map([...first].map(([header, file]) => [header, compile(file)]));
  return withAllProblems(files.map((file) => byHeader.get(headerOf(file)) ?? compile(file)));
}
