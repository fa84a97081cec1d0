import { error, notice, warning } from '@actions/core';
import type { Annotation } from '../report/annotations.ts';

/** Shows the annotations on the run's page. */
export function annotate(annotations: readonly Annotation[]): void {
  const show = { error, warning, notice };
  for (const { level, title, message } of annotations) show[level](message, { title });
}
