/** The parts of the test command, in order: each a program under this Node with a budget of time and a way to count. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../electron/shell/root.ts';
import { type Counts, countPlaywright, countVitest } from './counts.ts';

export interface Part {
  readonly name: string;
  /** The script from the project's root, and its words. */
  readonly script: string;
  readonly words: readonly string[];
  readonly budgetSeconds: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** True: its output is shown while it runs. Else only when it fails. */
  readonly live: boolean;
  /** Null: the part is one check, passed when its exit code is 0. */
  readonly count: (() => Counts | null) | null;
}

export const reports = join(root, 'out/test');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** A report that is missing or torn is no report. */
function fromReport<Report>(file: string, count: (report: Report) => Counts): Counts | null {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const check = (name: string, script: string, words: readonly string[], budgetSeconds: number): Part => ({
  name,
  script,
  words,
  budgetSeconds,
  live: false,
  count: null,
});

/** The end-to-end tests come last and need the build; the unit tests start the shells, which need it too. */
export function parts(browser: string): readonly Part[] {
  return [
    check(
      'lint',
      'node_modules/@biomejs/biome/bin/biome',
      ['ci', '--colors=off', '--diagnostic-level=error', '.'],
      120,
    ),
    ...['shared', 'electron', 'renderer', 'test'].map((floor) =>
      check(`types of ${floor}`, 'node_modules/typescript/bin/tsc', ['-p', floor], 60),
    ),
    check('build', 'electron/shell/build.ts', [], 60),
    {
      name: 'unit tests',
      script: 'node_modules/vitest/vitest.mjs',
      words: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
      budgetSeconds: 960,
      environment: { CHROME_PATH: browser },
      live: true,
      count: () => fromReport(vitestReport, countVitest),
    },
    {
      name: 'end-to-end tests',
      script: 'node_modules/@playwright/test/cli.js',
      words: ['test', '--reporter=list,json'],
      budgetSeconds: 760,
      environment: { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      live: true,
      count: () => fromReport(playwrightReport, countPlaywright),
    },
  ];
}
