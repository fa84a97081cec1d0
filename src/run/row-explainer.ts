import { compileMapping } from '../mapping/compile/compile.ts';
import { FieldError } from '../mapping/compile/field-error.ts';
import type { RuleTrace } from '../mapping/compile/rule-trace.ts';
import { WarnedValue } from '../mapping/compile/warned-value.ts';
import { ruleRefs } from '../mapping/file/mapping-refs.ts';
import { passwordRules } from '../mapping/file/password-rule.ts';
import type { Mapped } from '../mapping/mapped.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { describeAlgorithm } from '../password/describe.ts';
import { decideRow } from '../plan/decide-row.ts';
import type { PlannedRow } from '../plan/row.ts';
import { type ExplainedValues, explainedValues, isSecretCell, textsIn } from '../report/explained-values.ts';
import type { ExplainedCell, ExplainedDecision, ExplainedRule, Explanation } from '../report/explanation.ts';
import { type RecordCell, recordCells } from '../report/record-cells.ts';
import type { Export, SourceRecord } from '../source/record.ts';
import type { RowPreparation } from './row-preparation.ts';

/** Explains records of one export. `show` masks a text of a field. */
export type ExplainRow = (record: SourceRecord, show: (field: string, text: string) => string) => Promise<Explanation>;

/** Prepares explaining records: each is mapped and decided exactly as in a plan, with every rule watched. */
export function rowExplainer(
  exported: Export,
  mapping: Mapping | null,
  { rules, environment }: Pick<RowPreparation, 'rules' | 'environment'>,
): ExplainRow {
  const passwordRefs = passwordRefsOf(mapping);
  return async (record, show) => {
    const { row, line, body } = record;
    const file = exported.files[record.file];
    if (file === undefined) throw new Error(`file ${record.file} is not in the export`);
    const traces: RuleTrace[] = [];
    const noteRule = (trace: RuleTrace): void => void traces.push(trace);
    const mapper = await compileMapping(mapping, file.columns, { ...environment, noteRule });
    await mapper.prepare?.([record]);
    traces.length = 0;
    const mapped = mapper(record);
    const decided = decideRow(record, mapped, rules, null);
    const cells = recordCells(body, file.columns, line);
    const isSecret = (cell: RecordCell): boolean => isSecretCell(cell, passwordRefs);
    const secrets = [
      ...cells.filter(isSecret).flatMap(({ value }) => textsIn(value)),
      ...traces
        .filter(isOfPassword)
        .flatMap(({ input, steps }) =>
          textsIn([input === rootOf(body) ? null : input, ...steps.map(({ result }) => result)]),
        ),
    ];
    const values = explainedValues(secrets, show);
    return {
      ...{ row, file: file.name, line },
      cells: cells.map((cell) => explainedCell(cell, isSecret(cell), values)),
      rules: traces.map((trace) => explainedRule(trace, values)),
      password: passwordOf(mapped),
      warnings: decided.warnings ?? [],
      decision: decisionOf(decided, mapped),
      user: decided.body === undefined ? null : values.json(JSON.parse(decided.body)),
    };
  };
}

/** The columns and paths that a password is made from. */
function passwordRefsOf(mapping: Mapping | null): string[] {
  if (mapping === null) return [];
  const own = mapping.fields.filter(({ field }) => /^password_hash_info\.(?!algorithmTypeId$)/.test(field));
  const { value = null, salt = null } = mapping.password ?? {};
  const parts = passwordRules(mapping.password).filter((rule) => rule === value || rule === salt);
  return [...own, ...parts]
    .flatMap(ruleRefs)
    .map(({ text }) => text)
    .filter((text) => text !== '$');
}

function isOfPassword({ field }: RuleTrace): boolean {
  return /^password(?:$|\.salt$)|^password_hash_info\.(?!algorithmTypeId$)/.test(field);
}

/** A rule that reads the whole record does not make all of it a secret. */
function rootOf(body: SourceRecord['body']): unknown {
  return body.kind === 'object' ? body.object : null;
}

function explainedCell({ name, line, value }: RecordCell, isSecret: boolean, values: ExplainedValues): ExplainedCell {
  const isEmpty = value === '' || value === null || value === undefined;
  const text = isSecret && !isEmpty ? '***' : (values.text(name, value) ?? '');
  return { name, line, value: text };
}

function explainedRule(
  { field, at, applies, input, steps, result }: RuleTrace,
  values: ExplainedValues,
): ExplainedRule {
  const text = (value: unknown): string | null => (isMade(value) ? values.text(field, plain(value)) : null);
  return {
    ...{ field, at, applies, input: text(input) },
    steps: steps.map(({ name, result: made }) => ({ name, result: text(made) })),
    result: text(result),
    problem: result instanceof FieldError ? result.code : null,
  };
}

/** Symbols stand for what could not be read. */
function isMade(value: unknown): boolean {
  return !(value instanceof FieldError) && typeof value !== 'symbol';
}

function plain(value: unknown): unknown {
  return value instanceof WarnedValue ? value.value : value;
}

function passwordOf(mapped: Mapped): string | null {
  if (mapped.kind !== 'user' || mapped.password === null) return null;
  const { algorithm, sentAs } = describeAlgorithm(mapped.password);
  return `${algorithm}, sent as ${sentAs}`;
}

function decisionOf({ outcome, reason }: PlannedRow, mapped: Mapped): ExplainedDecision {
  const { code = null, message = null, hint = null } = reason ?? {};
  const isSent = outcome === 'planned' && mapped.kind === 'user';
  const status = isSent ? { name: mapped.status.status, reason: mapped.status.reason } : null;
  return { outcome, code, message, hint: hint === '' ? null : hint, status };
}
