/** What the till has acknowledged outlives its sudden death, once and whole; and this test would notice if it did not. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleTill } from './bundleTill.ts';
import { killAgainAndAgain } from './kill9.ts';
import { mutants } from './mutants.ts';

/** On a slow PC a life takes seconds; what is measured here is not time. */
const patienceMs = 280_000;

let bundle = '';
beforeAll(async () => {
  bundle = await bundleTill();
}, patienceMs);
afterAll(() => rmSync(dirname(bundle), { recursive: true, force: true }));

const seed = Number(process.env.DAFTAR_SEED ?? Date.now() % 1_000_000);

describe(`a till that is killed while it sells (DAFTAR_SEED=${seed})`, () => {
  test('loses nothing it acknowledged, doubles nothing on a retry and leaves nothing half, 50 times', {
    timeout: patienceMs,
  }, async () => {
    const report = await killAgainAndAgain({ cycles: 50, seed, mutant: null, bundle });
    expect(report.faults).toEqual([]);
    expect(report.cycles).toBe(50);
    expect(report.acknowledged).toBeGreaterThan(10);
    expect(report.askedAgain).toBeGreaterThan(0);
  });

  test.each(mutants)(
    'is found out when it has the planted defect %s',
    { timeout: patienceMs },
    async (mutant) => {
      const report = await killAgainAndAgain({ cycles: 80, seed, mutant, bundle });
      expect(report.faults).not.toEqual([]);
    },
  );
});
