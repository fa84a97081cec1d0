import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest: at the end of a run, each of them would keep one worker busy while the others have nothing to do. */
const LONG = [
  'scenarios/operations',
  'scenarios/delta',
  'html/report-html.browser',
  'scenarios/chaos',
  'scenarios/interrupt',
  'scenarios/github',
  'scenarios/outage',
  'scenarios/preset-goldens',
  'scenarios/large',
];

/** Runs the longest files first. */
export default class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.includes(`/${name}.`));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
