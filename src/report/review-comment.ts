import { createHash } from 'node:crypto';
import { markdownCode, markdownLink, shorten } from '../text/escape.ts';
import { comparisonSections } from './comparison-markdown.ts';
import { fitMarkdown } from './markdown-budget.ts';
import { failureSections, heading, outcomes, type SummaryInput, tallySections } from './summary.ts';

/** A comment on a pull request that later runs find again. */
export interface ReviewComment {
  /** What the body starts with, whatever it says. Nobody sees it. */
  readonly marker: string;
  /** The same again means that there is nothing new to say. Stands in the body, after the marker. */
  readonly digest: string;
  /** GitHub's markdown, at most `COMMENT_BYTES` bytes of UTF-8. */
  readonly body: string;
}

/** GitHub's database takes 65,535 bytes of a comment; its own check counts characters and lets more through. */
export const COMMENT_BYTES = 65_535;
const NAME_CHARACTERS = 200;

/**
 * What the reviewers of a pull request should know. What differs from run to run without a meaning (duration, addresses of
 * artifacts) does not make it a new comment.
 *
 * @param name tells several migrations of one pull request apart: the report's name
 */
export function reviewComment(input: SummaryInput, name: string, budget = COMMENT_BYTES): ReviewComment {
  const { head, links } = input;
  const comparison = head.comparison === null ? [] : comparisonSections(head.comparison);
  const sections = [outcomes(head), ...comparison, ...failureSections(input), ...tallySections(head)];
  const said = [...heading(input), '', subject(input)];
  const digest = sha256(fitMarkdown(said, sections, Number.MAX_SAFE_INTEGER));
  const marker = `<!-- cidaas-migrate ${nameInMarker(name)} `;
  const report =
    links.length === 0 ? [] : ['', `Report: ${links.map((link) => markdownLink(link.name, link.url)).join(' · ')}`];
  return { marker, digest, body: fitMarkdown([`${marker}${digest} -->`, ...said, ...report], sections, budget) };
}

/** Two hyphens would end an HTML comment for some parsers; encoded, nothing of a name can. A long one is not to fill the comment. */
function nameInMarker(name: string): string {
  return name.length > NAME_CHARACTERS ? sha256(name) : encodeURIComponent(name).replaceAll('-', '%2D');
}

function subject({ head }: SummaryInput): string {
  const names = head.export.files.slice(0, 3).map(({ name }) => markdownCode(shorten(name, 100)));
  const others = head.export.files.length > 3 ? ` and ${head.export.files.length - 3} more files` : '';
  const source = names.length === 0 ? 'No export was read' : `Export ${names.join(', ')}${others}`;
  const mapping = head.mapping === null ? '' : ` · mapping ${markdownCode(shorten(head.mapping.name, 200))}`;
  const digest = head.planDigest === null ? '' : ` · plan digest ${markdownCode(head.planDigest)}`;
  return `${source}${mapping}${digest}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
