import * as core from '@actions/core';
import type { ReportHead } from '../report/report-data.ts';

/** The outputs of the action, by their names in `action.yml`. */
export type Outputs = { readonly [name: string]: string };

/** Where the report is; null when it was not uploaded. */
export interface ReportLocation {
  readonly path: string;
  readonly artifactId: number | null;
  readonly url: string | null;
}

/** The outputs of a report; an output without a value is empty. */
export function reportOutputs(head: ReportHead, report: ReportLocation): Outputs {
  const totals = Object.fromEntries(Object.entries(head.totals).map(([name, rows]) => [name, String(rows)]));
  return {
    outcome: head.outcome,
    ...totals,
    'plan-digest': head.planDigest ?? '',
    'report-path': report.path,
    'report-artifact-id': report.artifactId === null ? '' : String(report.artifactId),
    'report-url': report.url ?? '',
  };
}

/** Sets the outputs of the step. */
export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
