import type { ActionResult } from './runner.ts';

/** The errors that GitHub shows on the run's page. */
export function errorsOf({ annotations }: Pick<ActionResult, 'annotations'>): string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

/** Markdown with its character references as GitHub shows them. */
export function asShown(markdown: string): string {
  return markdown
    .replaceAll('&#8203;', '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
