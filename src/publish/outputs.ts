import * as core from '@actions/core';
import type { ReportHead } from '../report/report-data.ts';

/** The outputs of the action, by their names in `action.yml`. */
export type Outputs = { readonly [name: string]: string };

/** Where the report ended up; null when there is no such place. */
export interface ReportPlaces {
  readonly path: string;
  readonly artifactId: number | null;
  readonly url: string | null;
}

/** The outputs that the contract names, from the report; an output without a value is empty. */
export function reportOutputs(head: ReportHead, places: ReportPlaces): Outputs {
  const totals = Object.fromEntries(Object.entries(head.totals).map(([name, rows]) => [name, String(rows)]));
  return {
    outcome: head.outcome,
    ...totals,
    'plan-digest': head.planDigest ?? '',
    'report-path': places.path,
    'report-artifact-id': places.artifactId === null ? '' : String(places.artifactId),
    'report-url': places.url ?? '',
  };
}

/** Hands the outputs to the runner. */
export function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
