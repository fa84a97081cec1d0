import { parseQueueUrl } from '../queue/postgres/queue-url.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';
import type { InputReader } from './input-reader.ts';
import type { Settings } from './settings.ts';

/** Reads the inputs `queue-url` and `role`. Adds what is wrong with them to `problems`, without quoting the URL. */
export function readFleet(
  read: InputReader,
  mode: Settings['mode'],
  problems: string[],
): Pick<Settings, 'queueUrl' | 'role'> {
  const role = read.choice('role', ['lead', 'work']);
  const text = read.text('queue-url');
  if (text === '') {
    if (role === 'work')
      problems.push('`queue-url`: required with `role: work`, since a worker takes its batches from there');
    return { queueUrl: null, role };
  }
  if (role === 'work' && mode !== 'apply') problems.push('`role`: a worker only sends, so it needs `mode: apply`');
  if (read.text('tenant-url') === 'sandbox')
    problems.push(
      '`queue-url`: the sandbox of a rehearsal lives in one process; leave `queue-url` out, or start a sandbox with `cidaas-migrate sandbox` and give its address as `tenant-url`',
    );
  const parsed = parseQueueUrl(text);
  if ('problem' in parsed) {
    problems.push(`\`queue-url\`: ${parsed.problem}`);
    return { queueUrl: null, role };
  }
  const { length } = parsed.url.password;
  if (length > 0 && length < MIN_SECRET_LENGTH)
    problems.push(
      `\`queue-url\`: expected a password of at least ${MIN_SECRET_LENGTH} characters; a shorter one cannot be hidden in the log`,
    );
  return { queueUrl: parsed.url, role };
}
