import type { Figures, Result } from './contest.ts';

/** A target of docs/bench.md and what was measured of it. */
export interface Target {
  readonly measure: string;
  readonly target: string;
  readonly stretch?: string;
  readonly measured: string;
  /** Null when it could not be measured. */
  readonly met: 'no' | 'yes' | 'stretch' | null;
}

/** What a scenario brings to the page. */
export interface Findings {
  readonly title: string;
  /** Markdown. */
  readonly tables: readonly string[];
  readonly targets: readonly Target[];
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Contestants side by side; ratios are to the rate of the first. */
export function contestTable(results: readonly Result[], users: number): string {
  const first = results[0]?.figures ?? null;
  const header = ['', 'users/s', 'ratio', 'seconds', 'CPU s', 'peak MB', 'start to first request'];
  return table(
    header,
    results.map(({ name, figures, broken }) => {
      if (figures === null) return [name, `broke: ${oneLine(broken ?? '')}`, '', '', '', '', ''];
      return [
        name,
        number(rate(users, figures)),
        first === null ? '–' : number(first.wallMs / figures.wallMs, 2),
        number(figures.wallMs / 1000, 2),
        number(figures.cpuSeconds, 2),
        number(figures.peakMb),
        Number.isNaN(figures.firstRequestMs) ? '–' : `${number(figures.firstRequestMs)} ms`,
      ];
    }),
  );
}

export function figuresOf(results: readonly Result[], name: string): Figures | null {
  return results.find((result) => result.name.startsWith(name))?.figures ?? null;
}

function rate(users: number, { wallMs }: Figures): number {
  return (users / wallMs) * 1000;
}

/** A target that is met from `target` on upwards. */
export function atLeast(measure: string, measured: number | null, target: number, stretch?: number, unit = ''): Target {
  return judged(measure, measured, { target, stretch, sign: '≥', unit, isMet: (value, limit) => value >= limit });
}

/** A target that is met up to `target`. */
export function atMost(measure: string, measured: number | null, target: number, unit = ''): Target {
  return judged(measure, measured, {
    target,
    stretch: undefined,
    sign: '≤',
    unit,
    isMet: (value, limit) => value <= limit,
  });
}

interface Bar {
  readonly target: number;
  readonly stretch: number | undefined;
  readonly sign: string;
  readonly unit: string;
  readonly isMet: (value: number, limit: number) => boolean;
}

function judged(measure: string, measured: number | null, { target, stretch, sign, unit, isMet }: Bar): Target {
  const limit = (value: number): string => `${sign} ${value}${unit}`;
  const known = measured !== null && !Number.isNaN(measured);
  const met = !known
    ? null
    : stretch !== undefined && isMet(measured, stretch)
      ? 'stretch'
      : isMet(measured, target)
        ? 'yes'
        : 'no';
  return {
    measure,
    target: limit(target),
    ...(stretch === undefined ? {} : { stretch: limit(stretch) }),
    measured: known ? `${number(measured, unit === '' ? 2 : 0)}${unit}` : 'not measured',
    met,
  };
}

export function number(value: number, digits = 0): string {
  if (Number.isNaN(value)) return '–';
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 160);
}
