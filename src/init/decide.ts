import { counted } from '../text/number-text.ts';
import type { ColumnProfile } from './proposal/column-profile.ts';
import type { MappingPart, OpenDecision, Proposal } from './proposal/proposal-part.ts';
import { partLines } from './proposal/proposal-text.ts';
import { statusRuleOf, withStatusRule } from './proposal/status-part.ts';

/** Somebody who answers. */
export interface Questions {
  show(text: string): void;
  /** The answer without blanks around it, perhaps empty; null when nobody answers any more. */
  ask(question: string, stop: AbortSignal): Promise<string | null>;
}

/** What the answers make of a proposal, and how many of its decisions they leave open. */
export interface Decided {
  readonly proposal: Proposal;
  readonly made: number;
  readonly open: number;
}

/** Shows each decision that a proposal leaves to its reader, and puts the answers into it. An empty answer leaves one open. */
export async function decide(proposal: Proposal, questions: Questions, stop: AbortSignal): Promise<Decided> {
  const parts = [...proposal.fields, ...proposal.blocks].filter(({ decision }) => decision !== undefined);
  const total = parts.length + proposal.warnings.length;
  let decided = proposal;
  let made = 0;
  let at = 0;
  const show = (text: string): void => questions.show(`\nDecision ${++at} of ${total}: ${text}`);
  for (const part of parts) {
    show(part.decision ?? '');
    for (const line of partLines(part)) questions.show(`  ${line}`);
    if ((await yesOrNo('Use this line?', questions, stop)) !== 'yes') continue;
    decided = withoutDecision(decided, part);
    made++;
  }
  for (const warning of proposal.warnings) {
    show(warning.text);
    const next = await decideColumn(decided, warning, questions, stop);
    if (next === decided) continue;
    decided = next;
    made++;
  }
  return { proposal: decided, made, open: total - made };
}

function withoutDecision(proposal: Proposal, decided: MappingPart): Proposal {
  const without = (part: MappingPart): MappingPart => {
    if (part !== decided) return part;
    const { decision: _, ...rest } = part;
    return rest;
  };
  return { ...proposal, fields: proposal.fields.map(without), blocks: proposal.blocks.map(without) };
}

/** The proposal itself when the answers decide nothing. */
async function decideColumn(
  proposal: Proposal,
  warning: OpenDecision,
  questions: Questions,
  stop: AbortSignal,
): Promise<Proposal> {
  const { column } = warning;
  if (column === null) {
    const isAccepted = (await yesOrNo('Is that right for this export?', questions, stop)) === 'yes';
    return isAccepted ? settled(proposal, warning) : proposal;
  }
  const answer = await yesOrNo(`Does "${column.name}" decide who may log in?`, questions, stop);
  if (answer === 'no') return settled(withIgnored(proposal, column), warning);
  if (answer === null || warning.isPreset === true || column.words === null) {
    if (answer === 'yes') questions.show('Write the rule for userStatus in the mapping: docs/mapping.md shows how.');
    return proposal;
  }
  const table: { [word: string]: string } = {};
  questions.show(
    'What does each of its words mean? v: VERIFIED, may log in · p: PENDING · d: DECLINED, may not log in',
  );
  for (const [word, records] of column.words) {
    const meaning = await meaningOf(`  ${JSON.stringify(word)}, ${counted(records, 'record')}: `, questions, stop);
    if (meaning === null) return proposal;
    table[word] = meaning;
  }
  return settled(withStatusRule(proposal, statusRuleOf(column, table)), warning);
}

const MEANINGS: { readonly [answer: string]: string } = {
  ...{ v: 'VERIFIED', verified: 'VERIFIED', p: 'PENDING', pending: 'PENDING', d: 'DECLINED', declined: 'DECLINED' },
};

async function meaningOf(question: string, questions: Questions, stop: AbortSignal): Promise<string | null> {
  for (;;) {
    const answer = await questions.ask(question, stop);
    if (answer === null || answer === '') return null;
    const meaning = MEANINGS[answer.toLowerCase()];
    if (meaning !== undefined) return meaning;
    questions.show('  Answer v, p or d, or only Enter to decide it later in the file.');
  }
}

async function yesOrNo(question: string, questions: Questions, stop: AbortSignal): Promise<'yes' | 'no' | null> {
  for (;;) {
    const answer = await questions.ask(`${question} (yes/no, Enter: later) `, stop);
    if (answer === null || answer === '') return null;
    if (/^y(?:es)?$/i.test(answer)) return 'yes';
    if (/^no?$/i.test(answer)) return 'no';
    questions.show('Answer yes or no, or only Enter to decide it later in the file.');
  }
}

/** Without this decision, and with its column no longer among those that are not mapped. */
function settled(proposal: Proposal, decided: OpenDecision): Proposal {
  return {
    ...proposal,
    warnings: proposal.warnings.filter((warning) => warning !== decided),
    unmapped: proposal.unmapped.filter(({ column }) => column !== decided.column),
  };
}

function withIgnored(proposal: Proposal, { ref }: ColumnProfile): Proposal {
  const known = proposal.blocks.find(({ key }) => key === 'ignore');
  const refs = [...((known?.value as readonly string[] | undefined) ?? []), ref];
  const others = proposal.blocks.filter((block) => block !== known);
  return { ...proposal, blocks: [...others, { key: 'ignore', value: refs, notes: [] }] };
}
