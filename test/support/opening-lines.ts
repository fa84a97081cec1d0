import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { CHROMIUM } from './chromium.ts';
import { CAN_MOUNT } from './small-disk.ts';

/** Minutes of each project on two cores. */
const MINUTES: { readonly [project: string]: number } = { unit: 1, slow: 4 };
/** A log that shows nothing for longer looks as if the run hung. */
const QUIET_MS = 15_000;

/** Tests that a machine may not be able to run: the file, what they test, what they lack. */
const SKIPPED = [
  ...(CHROMIUM === null ? [['report-html.browser', 'report.html in a browser', 'no Chromium is installed']] : []),
  ...(CAN_MOUNT ? [] : [['full-disk', 'full disks', 'this user cannot mount a disk to fill']]),
] as const;

/** Begins a run with how long it takes and what it skips; in CI it then reports the progress of the files. */
export default class OpeningLines implements Reporter {
  #vitest: Vitest | null = null;
  #files = 0;
  #ended = 0;
  #shownAt = 0;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    this.#files = specifications.length;
    this.#shownAt = Date.now();
    const all = (await this.#vitest?.globTestSpecifications()) ?? [];
    console.log(`${this.#files} files of tests${this.#files === all.length ? `, ${minutesOf(specifications)}` : ''}.`);
    for (const [file = '', tests, why] of SKIPPED) {
      if (specifications.some(({ moduleId }) => moduleId.includes(file))) console.log(`Skipped: ${tests} (${why}).`);
    }
  }

  onTestModuleEnd(_: TestModule): void {
    this.#ended++;
    if (process.env.CI === undefined || Date.now() - this.#shownAt < QUIET_MS) return;
    this.#shownAt = Date.now();
    console.log(`\n${this.#ended} of ${this.#files} files have ended.`);
  }
}

function minutesOf(specifications: readonly TestSpecification[]): string {
  const projects = new Set(specifications.map(({ project }) => project.name));
  const minutes = [...projects].reduce((sum, name) => sum + (MINUTES[name] ?? 0), 0);
  return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} on two cores`;
}
