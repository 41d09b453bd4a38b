import { expect, test } from 'vitest';
import { countPlaywright, countVitest, settle, totalLine } from './counts.ts';

const vitestReport = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ],
};

test('a test file that cannot be loaded counts as a failure', () => {
  expect(countVitest(vitestReport)).toEqual({ passed: 7, failed: 2, skipped: 3 });
});

test('an end-to-end test that passed only when repeated is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 4 };
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3, skipped: 4 });
  expect(countPlaywright({ stats, errors: ['globalSetup'] })).toMatchObject({ failed: 4 });
});

test.each([
  { counts: { passed: 3, failed: 0, skipped: 0 }, code: 0, failed: 0 },
  { counts: { passed: 3, failed: 2, skipped: 0 }, code: 1, failed: 2 },
  { counts: { passed: 3, failed: 0, skipped: 0 }, code: 1, failed: 1 },
  { counts: { passed: 3, failed: 0, skipped: 0 }, code: null, failed: 1 },
  { counts: { passed: 0, failed: 0, skipped: 9 }, code: 0, failed: 1 },
  { counts: { passed: 0, failed: 0, skipped: 0 }, code: 1, failed: 1 },
  { counts: null, code: 0, failed: 1 },
])('a runner with $counts and exit code $code has $failed failures', ({ counts, code, failed }) => {
  expect(settle(counts, code)).toMatchObject({ failed });
});

test('the last line is one that every machine can read', () => {
  expect(totalLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(totalLine({ passed: 12, failed: 1, skipped: 5 })).toBe('12 passed, 1 failed, 5 skipped');
});
