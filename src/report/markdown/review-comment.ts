import { createHash } from 'node:crypto';
import { markdownCode, shorten } from '../../text/escape.ts';
import { comparisonSections } from './comparison-sections.ts';
import {
  failureSections,
  heading,
  linkLine,
  outcomesSection,
  type SummaryInput,
  tallySections,
} from './job-summary.ts';
import { fitMarkdown } from './markdown-budget.ts';

/** A comment on a pull request that later runs find and update. */
export interface ReviewComment {
  /** The start of every body, an invisible HTML comment. */
  readonly marker: string;
  /** An equal digest means that the content is the same. Follows the marker in the body. */
  readonly digest: string;
  /** GitHub's markdown, at most `COMMENT_BYTES` bytes of UTF-8. */
  readonly body: string;
}

/** GitHub's database stores 65,535 bytes of a comment, although its own check counts characters. */
export const MAX_COMMENT_BYTES = 65_535;
const MAX_NAME_CHARACTERS = 200;

/**
 * What the reviewers of a pull request should know. Duration and artifact addresses, which differ in every run, are not part
 * of the digest.
 *
 * @param name the report's name, which distinguishes several migrations in one pull request
 */
export function reviewComment(input: SummaryInput, name: string, budget = MAX_COMMENT_BYTES): ReviewComment {
  const { head, links, words } = input;
  const comparison = head.comparison === null ? [] : comparisonSections(head.comparison, words);
  const sections = [
    outcomesSection(head, words),
    ...comparison,
    ...failureSections(input),
    ...tallySections(head, words),
  ];
  const top = [...heading(input), '', subject(input)];
  const digest = sha256(fitMarkdown(top, sections, Number.MAX_SAFE_INTEGER, words));
  const marker = `<!-- cidaas-migrate ${nameInMarker(name)} `;
  const report = links.length === 0 ? [] : ['', linkLine(links, words)];
  return { marker, digest, body: fitMarkdown([`${marker}${digest} -->`, ...top, ...report], sections, budget, words) };
}

/** Some parsers end an HTML comment at two hyphens, so the name is encoded; a long name is hashed. */
function nameInMarker(name: string): string {
  return name.length > MAX_NAME_CHARACTERS ? sha256(name) : encodeURIComponent(name).replaceAll('-', '%2D');
}

function subject({ head, words }: SummaryInput): string {
  const names = head.export.files.slice(0, 3).map(({ name }) => markdownCode(shorten(name, 100)));
  const others = head.export.files.length > 3 ? words.text('comment.files', { n: head.export.files.length - 3 }) : '';
  const source =
    names.length === 0
      ? words.text('comment.no-export')
      : words.text('comment.export', { names: `${names.join(', ')}${others}` });
  const mapping =
    head.mapping === null ? '' : ` · ${words.text('comment.mapping')} ${markdownCode(shorten(head.mapping.name, 200))}`;
  const digest = head.planDigest === null ? '' : ` · ${words.text('comment.digest')} ${markdownCode(head.planDigest)}`;
  return `${source}${mapping}${digest}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
