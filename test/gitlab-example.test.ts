import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const text = readFileSync(resolve(import.meta.dirname, '../examples/gitlab/gitlab-ci.yml'), 'utf8');

/** The keywords that this file uses, as https://docs.gitlab.com/ci/yaml/ describes them. Any other is an error. */
const LINES = z.array(z.string().min(1)).min(1);
const RULE = z.strictObject({ if: z.string(), when: z.literal('manual').optional() });
const DURATION = z.string().regex(/^\d+ ?(?:m|h|weeks?|days?)$/);
const JOB = z.strictObject({
  stage: z.enum(['review', 'plan', 'apply']),
  needs: LINES.optional(),
  rules: z.array(RULE).min(1),
  tags: LINES.optional(),
  timeout: DURATION,
  environment: z.union([z.string(), z.strictObject({ name: z.string(), action: z.literal('access') })]).optional(),
  resource_group: z.string().optional(),
  script: LINES,
  artifacts: z.strictObject({
    when: z.literal('always'),
    access: z.literal('developer'),
    expose_as: z.string().optional(),
    paths: LINES,
    reports: z.strictObject({ dotenv: z.string() }).optional(),
    expire_in: DURATION,
  }),
});
const PIPELINE = z.strictObject({
  stages: z.tuple([z.literal('review'), z.literal('plan'), z.literal('apply')]),
  workflow: z.strictObject({ rules: z.array(RULE).min(1) }),
  variables: z.record(
    z.string().regex(/^[A-Z_]+$/),
    z.union([z.string(), z.strictObject({ value: z.string(), description: z.string() })]),
  ),
  default: z.strictObject({ image: z.string(), before_script: LINES }),
  review: JOB,
  plan: JOB,
  apply: JOB,
});

/** What is wrong with a pipeline, as `path: message`. */
function problemsOf(pipeline: unknown): string[] {
  const { error } = PIPELINE.safeParse(pipeline);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('examples/gitlab/gitlab-ci.yml', () => {
  const pipeline = PIPELINE.parse(parse(text));

  it('has only keywords and values that GitLab takes, and artifacts that expire', () => {
    expect(problemsOf(parse(text))).toEqual([]);
    expect(problemsOf(parse(text.replace('timeout: 1h', 'timeot: 1h'))).join()).toMatch(
      /^plan: .*timeot|^plan\.timeout/,
    );
    expect(problemsOf(parse(text.replace('    expire_in: 2 weeks\n', ''))).join()).toContain(
      'plan.artifacts.expire_in',
    );
  });

  it('applies only by hand, in one environment, one at a time, and what was planned', () => {
    const { review, plan, apply } = pipeline;
    expect(apply.rules.map(({ when }) => when)).toEqual(['manual']);
    expect(apply).toMatchObject({ needs: ['plan'], environment: 'cidaas', resource_group: 'cidaas' });
    expect(apply.script.join()).toContain('--expected-plan "$PLAN_DIGEST"');
    for (const { script } of [review, plan]) expect(script.join()).toContain('--mode plan');
  });

  it('holds no secret, and names the variables to define', () => {
    const given = [...Object.keys(pipeline.variables), 'PLAN_DIGEST'];
    const used = new Set([...text.matchAll(/\$([A-Z][A-Z_]+)/g)].map(([, name = '']) => name));
    const defined = [...used].filter((name) => !given.includes(name) && !name.startsWith('CI_'));
    expect(defined).toEqual(['CIDAAS_TENANT_URL']);
    const header = text.slice(0, text.indexOf('\nstages:'));
    const secrets = ['EXPORT_KEY', 'CLIENT_ID', 'CLIENT_SECRET', 'STATE_KEY'].map((name) => `CIDAAS_${name}`);
    for (const name of [...defined, ...secrets]) expect(header).toContain(name);
    for (const name of secrets) expect(text.slice(header.length)).not.toContain(name);
  });
});
