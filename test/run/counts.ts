/** How many tests each runner ran, read from the JSON it writes. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** A file that could not even be loaded has no failed test in it: it counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that passed only when it was repeated is no pass. Errors outside tests count as one failure each. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * What a part of the test command counts, from its report and its exit code.
 *
 * | report       | exit code | counted                                                     |
 * |--------------|-----------|-------------------------------------------------------------|
 * | with tests   | 0         | as reported                                                 |
 * | with failures| not 0     | as reported                                                 |
 * | all passed   | not 0     | as reported and one failure: something outside a test broke |
 * | no test ran  | any       | one failure                                                 |
 * | none         | any       | one failure                                                 |
 */
export function settle(counts: Counts | null, exitCode: number | null): Counts {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const nothingRan = counts.passed + counts.failed === 0;
  const hiddenFailure = exitCode !== 0 && counts.failed === 0;
  return nothingRan || hiddenFailure ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** The last line of the test command, which people and machines read. */
export function totalLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
