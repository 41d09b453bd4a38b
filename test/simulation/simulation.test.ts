/** The till does what the rules say for twenty thousand mixed operations; and this test would notice if it did not. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root } from '../../electron/shell/root.ts';
import { type DefectName, defects } from './defects.ts';

const patienceMs = 400_000;
const sim = join(root, 'test/simulation/sim.ts');

/** Runs the simulation in a process of its own; answers what it printed and how it ended. */
async function simulated(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [sim, ...words], { timeout: patienceMs });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    return { code: typeof code === 'number' ? code : -1, said: `${stdout}\n${stderr}` };
  }
}

/** Two shops: one that closes at midnight, one that is open until three and rounds its cash. */
const seeds = process.env.DAFTAR_SEED === undefined ? [2026, 2027] : [Number(process.env.DAFTAR_SEED)];

describe('a simulated shop', { concurrent: true }, () => {
  test.each(seeds)(
    "keeps every so'm for 10 000 operations, seed %d",
    { timeout: patienceMs },
    async (seed) => {
      const { code, said } = await simulated('--ops', '10000', '--seed', String(seed));
      expect(said).toContain('0 differences');
      expect(code).toBe(0);
    },
  );

  const planted = Object.keys(defects) as DefectName[];
  test.each(planted)(
    'is found out when it has the planted defect %s',
    { timeout: patienceMs },
    async (name) => {
      const { code, said } = await simulated('--ops', '4000', '--seed', '7', '--defect', name);
      expect(said).toContain(`Planted: ${defects[name].what}`);
      expect(said).toContain('The first difference');
      expect(code).toBe(1);
    },
  );
});
