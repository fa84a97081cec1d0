import { InputError } from './input-error.ts';
import { recognisePreset, suggestion } from './mapping/presets/recognise.ts';
import type { Log } from './publish/log.ts';
import type { Export } from './source/record.ts';

/** Names enough to tell a system by; a record may have a million. */
const KEYS_LOOKED_AT = 1_000;

/**
 * Says which preset an export seems to fit that came without mapping and preset; it is never taken unasked, since a column may
 * bear cidaas's name and mean something else.
 *
 * @returns the sentence, for errors about columns that nobody knows; null when nothing was recognised.
 */
export async function suggestPreset(exported: Export, log: Log): Promise<string | null> {
  const [file] = exported.files;
  if (file === undefined) return null;
  const { columns } = file;
  const found = recognisePreset(columns === null ? { keys: await firstKeys(exported) } : { columns });
  if (found === null) return null;
  const sentence = `${file.name}: ${suggestion(found)}`;
  log.notice(sentence);
  return sentence;
}

async function firstKeys(exported: Export): Promise<string[]> {
  try {
    for await (const [first] of exported.records())
      return first?.body.kind === 'object' ? Object.keys(first.body.object).slice(0, KEYS_LOOKED_AT) : [];
  } catch (error) {
    // Whoever reads the whole export tells it.
    if (!(error instanceof InputError)) throw error;
  }
  return [];
}
