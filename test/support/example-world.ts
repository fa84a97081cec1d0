import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { encryptFor, keyPair } from './encrypted.ts';
import { csvText } from './export-text.ts';
import { startResultsService } from './results-service.ts';
import { tempFolder } from './temp-folder.ts';
import { openWebhooks } from './webhooks.ts';
import { type JobResult, runWorkflow, type WorkflowRun } from './workflow.ts';

const example = (name: string): string => resolve(import.meta.dirname, '../../examples', name);
/** What every user of `someUsers` needs. */
export const MAPPING = `fields:
  sub: sub
  email: email
  given_name: given_name
  family_name: family_name
  address.locality: address.locality
  address.postal_code: address.postal_code
  customFields.customer_no: customFields.customer_no
  password_hash_info.algorithmTypeId: password_hash_info.algorithmTypeId
  password_hash_info.passwordHash: password_hash_info.passwordHash
password: { unproven: accept }
`;
/** The password of the legacy database. */
export const LEGACY_DATABASE_PASSWORD = 'the password of the legacy database';
const STATE_KEY = 'a state key that nobody else knows';
/** The files of the repository. */
export type Files = { readonly [path: string]: string | Buffer };
/** What differs between the runs of an example. */
export type Given = Partial<
  Pick<
    WorkflowRun,
    'event' | 'inputs' | 'vars' | 'isFork' | 'payload' | 'rejectedBy' | 'cancel' | 'machineDies' | 'rerunOf' | 'runId'
  >
> & {
  /** Another file than that of the world. */
  readonly example?: string;
};

/** A repository, a legacy system and a tenant; each `run` is a new run of the example, or of another one. */
export async function openWorld(name: string, tenant: SandboxOptions = {}) {
  const temp = tempFolder();
  const service = await startResultsService();
  const webhooks = await openWebhooks();
  const sandbox = await startSandbox({ log: 'users', ...tenant });
  const { identity, recipient } = await keyPair();
  const plan = { CIDAAS_EXPORT_KEY: identity };
  const send = {
    ...plan,
    CIDAAS_CLIENT_ID: sandbox.client.id,
    CIDAAS_CLIENT_SECRET: sandbox.client.secret,
    CIDAAS_STATE_KEY: STATE_KEY,
  };
  const notifyAction = await readFile(example('notify/action.yml'), 'utf8');
  const programs = join(temp.path, 'programs');
  await mkdir(programs);
  service.setRepository('acme/identity', 'private');
  let runs = 0;
  const world = {
    service,
    sandbox,
    webhooks,
    /** A folder of programs that the runner has. */
    programs,
    /** The export as the legacy system writes it. */
    encrypted: (exported: readonly CidaasUser[]) => encryptFor(gzipSync(csvText(exported)), recipient),
    /** The export, as another workflow uploaded it. */
    upload: async (exported: readonly CidaasUser[], runId: string) => {
      const bytes = Buffer.from(zipSync({ 'users.csv.gz.age': await world.encrypted(exported) }));
      service.seed({ name: 'users', bytes, runId, createdAt: new Date() });
    },
    run: (given: Given, files: (ref: string) => Files): Promise<{ readonly [job: string]: JobResult }> => {
      const runId = given.runId ?? String(7001 + runs++);
      return runWorkflow({
        path: example(given.example ?? `${name}.yml`),
        event: 'workflow_dispatch',
        service,
        folder: join(temp.path, runId),
        files: (ref) => ({ '.github/actions/notify/action.yml': notifyAction, ...files(ref) }),
        environments: {
          'cidaas-export': { LEGACY_DATABASE_PASSWORD },
          'cidaas-plan': plan,
          'cidaas-go-live': send,
          'cidaas-large': send,
          'cidaas-delta-sync': send,
          'cidaas-full-sync': send,
          'cidaas-notify': webhooks.secrets,
        },
        programs,
        ...given,
        runId,
        vars: { CIDAAS_TENANT_URL: sandbox.url, CIDAAS_EXPORT_RECIPIENT: recipient, ...given.vars },
      });
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await webhooks[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
      temp[Symbol.dispose]();
    },
  };
  return world;
}

/** A world of examples. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Nothing that a job wrote holds a secret or a hash. */
export function expectDiscreet(jobs: { readonly [job: string]: JobResult }, ...secrets: readonly string[]): void {
  for (const { actions, posts } of Object.values(jobs)) {
    for (const { stdout, stderr, summary, outputs } of [...actions, ...posts]) {
      const said = `${stdout.replaceAll(/^::add-mask::.*$/gm, '')}${stderr}${summary}${JSON.stringify(outputs)}`;
      for (const secret of [...secrets, STATE_KEY, LEGACY_DATABASE_PASSWORD, '/hook/', '$2b$10$'])
        expect(said).not.toContain(secret);
    }
  }
}

/** How each job ended. */
export function resultsOf(jobs: { readonly [job: string]: JobResult }): { [job: string]: string } {
  return Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));
}

/** What the only step of a job left that runs an action or a command. */
export function onlyAction(job: JobResult | undefined) {
  const [action] = job?.actions ?? [];
  if (action === undefined) throw new Error('the action did not run');
  return action;
}

/** The users of the bulk requests since the first `before` requests. */
export function sentSince({ requests }: Sandbox, before: number): readonly CidaasUser[] {
  return requests.slice(before).flatMap(({ kind, sent }) => (kind === 'bulk' ? sent : []));
}
