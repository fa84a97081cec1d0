import type { Ledger } from '../ledger/ledger.ts';
import { isPlanned } from '../ledger/planned-rows.ts';
import type { ArrivalCounts, Share } from '../plan/arrivals.ts';
import { SampleRows } from '../plan/sample-rows.ts';
import { ALGORITHM_ID } from '../report/explained-values.ts';
import type { SampleUser } from '../report/report-data.ts';
import { textShower } from '../report/value-shower.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import type { ExplainRow } from './row-explainer.ts';

/** Masks a text of a field. */
export type ShowText = (field: string, text: string) => string;

/** Words of cidaas itself. */
const OWN_WORDS = ['VERIFIED', 'PENDING', 'DECLINED', 'ACCEPTED', 'REVOKED', 'SKIPPED', 'self'];

/** How the report of this run shows texts: words of the mapping are not personal. */
export async function textsOfRun({ report }: Settings, mapping: ChosenMapping | null): Promise<ShowText> {
  const known = new Set(OWN_WORDS);
  if (mapping !== null) {
    // Without a mapping, nothing needs the YAML library.
    const { mappingWords } = await import('../mapping/file/mapping-words.ts');
    for (const word of mapping.texts.flatMap((text) => [...mappingWords(text)])) known.add(word);
  }
  return textShower(report.identifiers, known);
}

/** Chooses rows of a plan that is reviewed: the same rows for the same export. Null in other modes. */
export function samplesOf({ mode }: Settings, { files }: Export): SampleRows | null {
  return mode === 'plan' ? new SampleRows(files[0]?.sha256 ?? '0') : null;
}

/** The chosen rows that are still planned, explained. */
export async function explainSamples(
  samples: SampleRows,
  ledger: Ledger,
  explain: ExplainRow,
  show: ShowText,
): Promise<SampleUser[]> {
  const users: SampleUser[] = [];
  for (const { why, record } of samples.choose(isPlanned(ledger)))
    users.push({ why, ...(await explain(record, show)) });
  return users;
}

/** The counts with masked names: a role, a group or a consent can be data of the export. */
export function shownArrivals(counts: ArrivalCounts, show: ShowText): ArrivalCounts {
  const masked = (field: string, shares: readonly Share[]): Share[] => {
    const merged = new Map<string, number>();
    for (const { name, users } of shares) {
      const shown = show(field, name);
      merged.set(shown, (merged.get(shown) ?? 0) + users);
    }
    return [...merged].map(([name, users]) => ({ name, users }));
  };
  const algorithm = (id: string): string => (id === 'none' || ALGORITHM_ID.test(id) ? id : '***');
  return {
    ...counts,
    passwords: counts.passwords.map(({ name, users }) => ({ name: algorithm(name), users })),
    groups: masked('groups', counts.groups),
    roles: masked('roles', counts.roles),
    consents: masked('consents', counts.consents),
  };
}
