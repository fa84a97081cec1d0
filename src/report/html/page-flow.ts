import type { Outcome } from '../../plan/row.ts';
import { outcomeText } from '../language/outcome-text.ts';
import type { Words } from '../language/words.ts';
import { isRehearsal } from '../rehearsal.ts';
import type { ReportHead } from '../report-data.ts';
import { svgNumber } from './svg-number.ts';

/** Where rows end that are not sent, and where those end that are. */
const LEFT_OUT = ['unchanged', 'skipped', 'duplicate', 'invalid'] as const satisfies readonly Outcome[];
const SENT = ['created', 'updated', 'unsent', 'unknown', 'failed'] as const satisfies readonly Outcome[];

/** In units of the picture, which is 1000 wide. */
const [FIRST, NEXT] = [405, 810];
const NODE = 14;
const FULL = 150;
const MIN = 2;
const LABEL = 20;
const TOP = 12;

interface Node {
  readonly tone: string;
  readonly label: string;
  readonly rows: number;
}

interface Placed extends Node {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/**
 * The way of the rows as one picture: read, then left out or planned, then what the tenant made of them. Its numbers are in the
 * list of outcomes too, so it is hidden from screen readers. Empty for a run without rows.
 */
export function flowPicture(head: ReportHead, words: Words): string {
  const { totals, mode } = head;
  if (totals.rows === 0) return '';
  const rehearsed = isRehearsal(head);
  const node = (tone: Outcome | 'all', label: string, rows: number): Node => ({
    tone,
    label: `${words.count(rows)} ${label}`,
    rows,
  });
  const ends = (outcomes: readonly Outcome[]): Node[] =>
    outcomes
      .filter((outcome) => totals[outcome] > 0)
      .map((outcome) => node(outcome, outcomeText(outcome, rehearsed, words), totals[outcome]));
  const sent = mode === 'apply' ? ends(SENT) : [];
  const planned = totals.planned + SENT.reduce((sum, outcome) => sum + totals[outcome], 0);
  const height = (rows: number): number => (rows === 0 ? 0 : Math.max(MIN, (rows / totals.rows) * FULL));

  const read = placed([node('all', words.text('flow.read'), totals.rows)], 0, height)[0];
  const second = placed(
    [...(planned === 0 ? [] : [node('planned', words.text('flow.sent'), planned)]), ...ends(LEFT_OUT)],
    sent.length === 0 ? NEXT : FIRST,
    height,
  );
  const third = placed(sent, NEXT, height);
  const from = second.find(({ tone }) => tone === 'planned');
  const links = [
    ...(read === undefined ? [] : ribbons(read, second)),
    ...(from === undefined ? [] : ribbons(from, third)),
  ];
  const nodes = [...(read === undefined ? [] : [read]), ...second, ...third];
  const bottom = Math.max(...nodes.map(({ y, height }) => y + Math.max(height, LABEL)));
  return `<div class="scroll" tabindex="0" role="region" aria-label="${words.text('flow.title')}">
<svg class="flow" viewBox="0 0 1000 ${Math.ceil(bottom + 6)}" aria-hidden="true">${links.join('')}${nodes.map(drawn).join('')}</svg>
</div>
`;
}

/** Nodes below each other, with room for their labels. */
function placed(nodes: readonly Node[], x: number, height: (rows: number) => number): Placed[] {
  let y = TOP;
  return nodes.map((node) => {
    const at = { ...node, x, y, height: height(node.rows) };
    y += Math.max(at.height, LABEL) + 6;
    return at;
  });
}

/** One ribbon from a part of the node to each of the next ones. */
function ribbons(from: Placed, to: readonly Placed[]): string[] {
  let at = from.y;
  return to.map((end) => {
    const part = (end.rows / Math.max(1, from.rows)) * from.height;
    const [left, right] = [from.x + NODE, end.x];
    const middle = (left + right) / 2;
    const path = [
      `M${left} ${svgNumber(at)}`,
      `C${middle} ${svgNumber(at)} ${middle} ${svgNumber(end.y)} ${right} ${svgNumber(end.y)}`,
      `V${svgNumber(end.y + end.height)}`,
      `C${middle} ${svgNumber(end.y + end.height)} ${middle} ${svgNumber(at + part)} ${left} ${svgNumber(at + part)}Z`,
    ];
    at += part;
    return `<path class="ribbon ${end.tone}" d="${path.join('')}"/>`;
  });
}

function drawn({ tone, label, x, y, height }: Placed): string {
  return `<rect class="${tone}" x="${x}" y="${svgNumber(y)}" width="${NODE}" height="${svgNumber(height)}"/><text x="${x + NODE + 6}" y="${svgNumber(y + Math.min(Math.max(height / 2, 6), LABEL) + 5)}">${label}</text>`;
}
