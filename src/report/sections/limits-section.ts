import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { UsedLimit } from '../used-limit.ts';

/** How much of each limit the run used, as a list of the job summary. */
export function limitsSection(limits: readonly UsedLimit[], words: Words): MarkdownSection {
  return {
    name: words.text('limit.title'),
    head: [`### ${words.text('limit.title')}`, ''],
    items: limits.map(({ kind, limit, used, allowed }) => {
      const share = `**${words.text('limit.used', { used, allowed })}**`;
      return `- ${words.text(`limit.${kind}`, { limit: `\`${limit}\`` })}: ${share}${used > allowed ? ' ❌' : ''}`;
    }),
  };
}
