import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest of a run: at its end, each of them would keep one worker busy while the others have nothing to do. */
const LONGEST = [
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
      const at = LONGEST.findIndex((name) => moduleId.includes(`/${name}.`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
