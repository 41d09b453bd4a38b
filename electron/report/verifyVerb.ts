/** The verb report.verify: what `npm run verify` proves, at the press of a button and while the till goes on selling. */
import { dirname } from 'node:path';
import { reportContract } from '../../shared/report/contract.ts';
import { openDatabase } from '../database/open.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb } from '../verb.ts';
import { firstBrokenOf, verifyShop } from './verify.ts';

/** Reads through a connection of its own, so that no sale waits for a long check's turn. */
export const verifyVerb = (parts: Pick<TillParts, 'database'>) =>
  actingVerb(reportContract.verify, async ({ now }) => {
    const { file } = parts.database();
    const reading = await openDatabase({ file, create: false, durability: 'full', readOnly: true });
    try {
      const all = await verifyShop(reading.db, { folder: dirname(file) });
      return {
        checks: all.map(({ group, proves, of, count, wrong, examples }) => ({
          group,
          proves,
          of,
          count,
          wrong,
          examples: [...examples],
        })),
        firstBroken: firstBrokenOf(all),
        ranAt: now,
      };
    } finally {
      await reading.close();
    }
  });
